import {CustomerProfile} from '../../customer-profile/customer-profile.js';
import {CallPlayer} from '../../customer-profile/sections/call-player.js';
import {QuestionnairesSection} from '../../customer-profile/sections/questionnaires-section.js';
import {VideoCallsSection} from '../../customer-profile/sections/video-calls-section.js';
import {records} from '../../domain/answers.js';
import type {Elements} from '../define.js';

/** What the sections of video calls and questionnaires are made of, by tag. */
export const elements: Elements = {
  'kyc-call-player': CallPlayer,
  'kyc-questionnaires-section': QuestionnairesSection,
  'kyc-video-calls-section': VideoCallsSection,
};

// A bundler puts into one piece what is reached from the same places. So every part reaches the whole profile, or what a
// page starts with would come in many small pieces, which compress badly.
export const belongsTo = [CustomerProfile, records];
