import type {Supply} from '../session/lazy-parts.js';
import type {TabId} from './tabs.js';

/** What comes when it is needed: the column beside the tabs, and each tab. */
export type DetailPart = 'column' | TabId;

/** How the elements of each part of a verification are brought. */
export const detailSupply: Supply<DetailPart> = {};
