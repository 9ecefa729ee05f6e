import {CustomerProfile} from '../customer-profile/customer-profile.js';
import {bringSectionsBy} from '../customer-profile/section-parts.js';
import {define, defineAll} from './define.js';
import {firstElements, sectionElements} from './internal.js';

bringSectionsBy(async (id) => {
  defineAll((await sectionElements[id]()).elements);
});
defineAll(firstElements);
define('customer-profile', CustomerProfile);

export {CustomerProfile};
