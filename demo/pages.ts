import type {PageName} from './addresses.js';
import {showAuditLog} from './audit-log.js';
import {showCustomers} from './customer-list.js';
import {showMatter} from './matter-page.js';
import type {ShowPage} from './place.js';
import {showProfile} from './profile-page.js';
import {showSettings} from './settings-page.js';
import {showSideBySide} from './side-by-side.js';
import {showSubscriber} from './subscriber-page.js';
import {showVerifications} from './verification-list.js';
import {showVerification} from './verification-page.js';
import type {DemoWord} from './words.js';

interface PageRow {
  readonly show: ShowPage;
  /** What the window is called; where there is none, by what stands last in the address. */
  readonly title?: DemoWord;
  /** Elements follow the page's language by themselves; what a page says itself is written anew. */
  readonly isRewritten: boolean;
  /** Which entry of the navigation it belongs to. */
  readonly under: DemoWord;
}

/** Every page of the back-office. */
export const pages: {readonly [P in PageName]: PageRow} = {
  customers: {show: showCustomers, title: 'customers', isRewritten: true, under: 'customers'},
  profile: {show: showProfile, isRewritten: false, under: 'customers'},
  verifications: {show: showVerifications, title: 'verifications', isRewritten: true, under: 'verifications'},
  verification: {show: showVerification, isRewritten: false, under: 'verifications'},
  sideBySide: {show: showSideBySide, title: 'side-by-side', isRewritten: false, under: 'verifications'},
  matter: {show: showMatter, title: 'matter', isRewritten: true, under: 'verifications'},
  auditLog: {show: showAuditLog, title: 'audit-log', isRewritten: true, under: 'audit-log'},
  settings: {show: showSettings, title: 'settings', isRewritten: true, under: 'settings'},
  subscriber: {show: showSubscriber, title: 'subscriber', isRewritten: true, under: 'subscriber'},
};

/** The navigation, in its order. */
export const navigation: readonly (readonly [href: string, word: DemoWord])[] = [
  ['/', 'customers'],
  ['/verifications', 'verifications'],
  ['/audit-log', 'audit-log'],
  ['/settings', 'settings'],
  ['/subscriber', 'subscriber'],
];
