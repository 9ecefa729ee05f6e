import {CustomerProfile} from '../customer-profile/customer-profile.js';
import {define} from './define.js';
import {internalElements} from './internal.js';

for (const [tag, element] of Object.entries(internalElements)) define(tag, element);
define('customer-profile', CustomerProfile);

export {CustomerProfile};
