import {CallPlayer} from '../../customer-profile/sections/call-player.js';
import {VideoCallsSection} from '../../customer-profile/sections/video-calls-section.js';
import type {Elements} from '../define.js';

/** What the section of video calls is made of, by tag. */
export const elements: Elements = {
  'kyc-call-player': CallPlayer,
  'kyc-video-calls-section': VideoCallsSection,
};
