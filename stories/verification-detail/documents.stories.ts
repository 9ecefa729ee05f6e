import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {
  aCaseFile,
  aCheckedBill,
  aCheckedCard,
  aMismatch,
  aVerification,
} from '../../demo/server/world/verification-builders.js';
import type {Verification} from '../../src/domain/verification.js';
import {refusal, silence, type Reply} from '../support/answering.js';
import {inSession} from '../support/in-session.js';
import {picturesOf} from '../support/pictures.js';

const meta: Meta = {
  title: 'Tabs/Documents',
  component: 'kyc-documents-tab',
};
export default meta;

function seen(
  over: Partial<Verification> = {},
  {
    covered = false,
    files,
  }: {readonly covered?: boolean; readonly files?: Readonly<Record<string, Reply>>} = {},
): StoryObj {
  const verification = aVerification(over);
  return {
    render: inSession(
      {...picturesOf(verification), ...files},
      () => html`<kyc-documents-tab .verification=${verification} .covered=${covered}></kyc-documents-tab>`,
      {verification: `${verification.type}/${verification.id}`, permissions: ['view_verification']},
    ),
  };
}

const differing = aCheckedCard({
  mismatches: [aMismatch('face'), aMismatch('dob'), aMismatch('address'), aMismatch('name')],
});

/** Two documents; the first differs in two fields. */
export const Ready: StoryObj = seen();

/** A face that differs too, and a score that would lie below zero. */
export const BelowZero: StoryObj = seen({documents: [differing, aCheckedBill()]});

/** Blind mode: nothing speaks of the face, and no score gives it away. */
export const Covered: StoryObj = seen({documents: [differing, aCheckedBill()]}, {covered: true});

/** A score that the listed deductions do not explain. */
export const NotExplained: StoryObj = seen({
  documents: [aCheckedCard({score: {raw: 40, shown: 40}})],
  score_breakdown: null,
});

/** Nothing was scored yet. */
export const NotScored: StoryObj = seen({
  documents: [aCheckedCard({score: null, mismatches: []})],
  score_breakdown: null,
});

/** Rejected with a reason, and one that is still read. */
export const RejectedAndProcessing: StoryObj = seen({
  documents: [
    aCheckedCard({approved: false, reject_reason: 'The back side cannot be read.'}),
    aCheckedBill({fields: [], validations: [], score: null}),
  ],
});

/** Nothing was sent in yet. */
export const Empty: StoryObj = seen({documents: []});

/** None is asked for. */
export const NotAsked: StoryObj = seen({documents: [], requirements: ['biometric_face']});

const card = aCheckedCard();

/** The pictures have not come yet. */
export const PicturesLoading: StoryObj = seen(
  {documents: [card]},
  {files: Object.fromEntries(card.files.map(({url}) => [url, silence]))},
);

const odd = aCheckedCard({
  files: [
    aCaseFile({id: 'gone', url: 'verifications/idv/verification-7F3A21C9/files/gone'}),
    aCaseFile({id: 'heavy', side: 'back', bytes: 60_000_000}),
    aCaseFile({
      id: 'failed',
      side: 'page',
      page: 3,
      url: 'verifications/idv/verification-7F3A21C9/files/failed',
    }),
  ],
});

/** Pictures that are not shown: missing, too large, not to be had. */
export const PicturesNotShown: StoryObj = seen(
  {documents: [odd]},
  {
    files: {
      'verifications/idv/verification-7F3A21C9/files/gone': refusal(404, 'not_found'),
      'verifications/idv/verification-7F3A21C9/files/failed': refusal(500),
    },
  },
);
