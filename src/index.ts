/**
 * Everything: registers all elements, and exports what a host may import.
 *
 * @module
 */
import './define/customer-profile.js';
import './define/review-provider.js';
import './define/score-gauge.js';
import './define/verification-detail.js';

export * from './classes.js';
