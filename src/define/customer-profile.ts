import {CustomerProfile} from '../customer-profile/customer-profile.js';
import {sectionSupply} from '../customer-profile/section-supply.js';
import {define, defineAll} from './define.js';
import {sectionElements} from './internal.js';

sectionSupply.bring = async (id) => {
  const parts = await Promise.all(sectionElements[id].map((bring) => bring()));
  for (const {elements} of parts) defineAll(elements);
};
define('customer-profile', CustomerProfile);

export {CustomerProfile};
