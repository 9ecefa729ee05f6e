import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {
  aBiometric,
  aCheckedCard,
  aMismatch,
  aVerification,
} from '../../demo/server/world/verification-builders.js';
import type {Biometric, Verification} from '../../src/domain/verification.js';
import {json, refusal, silence, type Reply} from '../support/answering.js';
import {inSession} from '../support/in-session.js';
import {picturesOf} from '../support/pictures.js';

const meta: Meta = {
  title: 'Tabs/Biometric',
  component: 'kyc-biometric-tab',
};
export default meta;

const judged = (given: Verification): Verification => ({
  ...given,
  biometric: aBiometric({judgement: {outcome: 'same', at: '2026-11-12T10:44:00Z'}}),
});

function seen(
  over: Partial<Verification> = {},
  {covered = false, judging}: {readonly covered?: boolean; readonly judging?: Reply} = {},
): StoryObj {
  const verification = aVerification(over);
  const name = `${verification.type}/${verification.id}`;
  return {
    render: inSession(
      {
        ...picturesOf(verification),
        [`verifications/${name}/face-judgement`]: judging ?? (() => json(judged(verification))),
      },
      () => html`<kyc-biometric-tab .verification=${verification} .covered=${covered}></kyc-biometric-tab>`,
      {verification: name, permissions: ['view_verification', 'decide_verification'], viewerId: 'user-2'},
    ),
  };
}

const withFace = (over: Partial<Biometric>): StoryObj => seen({biometric: aBiometric(over)});

/** Score, verdict and liveness. */
export const Ready: StoryObj = seen();

/** The machine says that it is somebody else. */
export const Different: StoryObj = seen({
  documents: [aCheckedCard({mismatches: [aMismatch('face')]})],
  biometric: aBiometric({face_match: {value: 0.31, scale: 'unit'}, liveness: 'fail'}),
});

/** Blind mode: the reviewer's own eyes first. */
export const Covered: StoryObj = seen({}, {covered: true});

/** Blind mode, and the judgement is not taken: press one of the three. */
export const CoveredAndRefused: StoryObj = seen({}, {covered: true, judging: refusal(403, 'forbidden')});

/** Blind mode, and no answer comes: press one of the three. */
export const CoveredAndSending: StoryObj = seen({}, {covered: true, judging: silence});

/** The reviewer's own judgement beside the machine's. */
export const Judged: StoryObj = withFace({judgement: {outcome: 'unsure', at: '2026-11-12T10:44:00Z'}});

/** No portrait was found, no score came, and nobody knows of the liveness. */
export const Incomplete: StoryObj = withFace({portrait: null, face_match: null, liveness: 'unknown'});

/** A score on a scale that nobody knows. */
export const Unreadable: StoryObj = withFace({face_match: {value: 5, scale: 'stars'}});

/** The subject has not done it yet. */
export const Empty: StoryObj = seen({biometric: null});

/** None is asked for. */
export const NotAsked: StoryObj = seen({biometric: null, requirements: ['document']});
