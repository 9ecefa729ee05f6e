/**
 * The classes of the public elements and everything else that a host may import. Importing this registers nothing.
 *
 * @module
 */
export type {ReviewAction} from './api/decision.js';
export type {FeedState} from './api/live-feed.js';
export type {Auth, TokenAnswer, TokenRequest} from './api/token-source.js';
export {CustomerProfile} from './customer-profile/customer-profile.js';
export {permissions, permissionsForRole, type Permission} from './domain/permissions.js';
export type {ProblemKind} from './domain/problem.js';
export type {SectionId} from './domain/sections.js';
export * from './session/review-events.js';
export {ReviewProvider} from './session/review-provider.js';
export type {ScoreDeduction, ScoreDocument} from './score-gauge/gauge-reading.js';
export {ScoreGauge} from './score-gauge/score-gauge.js';
export {VerificationDetail} from './verification-detail/verification-detail.js';
