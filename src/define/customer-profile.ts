import {CustomerProfile} from '../customer-profile/customer-profile.js';
import {sectionSupply} from '../customer-profile/section-supply.js';
import {define, defineParts} from './define.js';
import {sectionElements} from './internal.js';

sectionSupply.bring = (id) => defineParts(sectionElements[id]);
define('customer-profile', CustomerProfile);

export {CustomerProfile};
