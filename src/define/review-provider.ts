import {ReviewProvider} from '../session/review-provider.js';
import {define} from './define.js';

define('review-provider', ReviewProvider);

export {ReviewProvider};
