import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {aVerification, anInvite, caseReviewers} from '../../demo/server/world/verification-builders.js';
import type {ActionsCard} from '../../src/verification-detail/cards/actions-card.js';
import type {Verification} from '../../src/domain/verification.js';
import {fileOf, json, refusal, silence, type Reply} from '../support/answering.js';
import {casePath} from '../support/case.js';
import {found, press, shown, write} from '../support/hands.js';
import {ofCase} from '../support/of-case.js';

const meta: Meta = {
  title: 'Verification detail/Actions',
  component: 'kyc-actions-card',
};
export default meta;

const card = (verification: Verification): TemplateResult =>
  html`<kyc-actions-card .verification=${verification}></kyc-actions-card>`;

const path = casePath();
const named = (act: string): string => `${act} (verification 7F3A21C9)`;

const inStatus = (status: string, over: Partial<Verification> = {}, role = 'owner'): StoryObj => ({
  render: ofCase(card, {over: {status, ...over}, role}),
});

const decision: Verification['decision'] = {
  outcome: 'rejected',
  note: 'Back side unreadable.',
  by: caseReviewers[0],
  at: '2026-11-12T12:10:00Z',
};

/** It waits for review: two equal buttons, and a quiet third. */
export const PendingReview: StoryObj = inStatus('pending_review');

/** The invite is out and can be sent again. */
export const InProgress: StoryObj = inStatus('in_progress', {
  invite: anInvite({expires_at: '2126-12-08T10:58:00Z', sent_at: '2025-11-10T09:02:00Z'}),
});

/** The invite ran out: the button says what to do instead. */
export const InviteExpired: StoryObj = inStatus('in_progress', {
  invite: anInvite({expires_at: '2020-01-01T00:00:00Z', live: false}),
});

export const Approved: StoryObj = inStatus('approved', {decision: {...decision, outcome: 'approved'}});
export const Rejected: StoryObj = inStatus('rejected', {decision});

/** Nothing can be done, and one line says why. */
export const Draft: StoryObj = inStatus('initiated', {invite: null});
export const Canceled: StoryObj = inStatus('canceled');
export const Expired: StoryObj = inStatus('expired');
export const UnknownStatus: StoryObj = inStatus('on_hold');

/** Whoever only asked for it may cancel, and not decide. */
export const RequesterOnly: StoryObj = inStatus(
  'pending_review',
  {reviewers: [], requester: {id: 'user-2', name: 'Chiara Rossi'}},
  'member',
);

const asking = (status: string, act: string, says: string, over: Partial<Verification> = {}): StoryObj => ({
  ...inStatus(status, over),
  play: async ({canvasElement}) => {
    await press(canvasElement, named(act));
    await shown(canvasElement, says);
  },
});

/** What differs is said once more before an approval. */
export const AskApprove: StoryObj = asking('pending_review', 'Approve', 'An approval cannot be reopened.');
export const AskReject: StoryObj = asking('pending_review', 'Reject', 'A rejection can be reopened.');
export const AskCancel: StoryObj = asking('pending_review', 'Cancel', 'cannot be reopened');
export const AskReopen: StoryObj = asking('rejected', 'Reopen', 'It waits for review again.', {decision});

/** Too long a note: how much is said, and nothing is cut off. */
export const NoteTooLong: StoryObj = {
  ...inStatus('pending_review'),
  play: async ({canvasElement}) => {
    await press(canvasElement, named('Reject'));
    await write(canvasElement, 'x'.repeat(2004));
    await shown(canvasElement, '4 characters too many');
  },
};

/** The case changed while the question was open: what it was and what it is now, and nothing can be pressed at once. */
export const AskChanged: StoryObj = {
  ...inStatus('pending_review'),
  play: async ({canvasElement}) => {
    await press(canvasElement, named('Approve'));
    const asking = await found<ActionsCard>(canvasElement, 'kyc-actions-card');
    const seen = aVerification();
    asking.verification = {
      ...seen,
      version: 4,
      documents: seen.documents.slice(0, 1),
      subject: {...seen.subject, name: 'Ioannis Papadopulos'},
      score_total: 40,
    };
    await shown(canvasElement, 'Something changed while this was open');
    await shown(canvasElement, 'Ioannis Papadopulos');
  },
};

const deciding = (faults: Readonly<Record<string, Reply>>, says: string): StoryObj => ({
  render: ofCase(card, {faults}),
  play: async ({canvasElement}) => {
    await press(canvasElement, named('Reject'));
    await write(canvasElement, 'Back side unreadable.');
    await press(canvasElement, 'Reject');
    await shown(canvasElement, says);
  },
});

const refusing =
  (status: number, more: object): Reply =>
  () =>
    json(
      {type: 'about:blank', status, ...more},
      {status, headers: {'Content-Type': 'application/problem+json'}},
    );

/** The server has not answered yet. */
export const Sending: StoryObj = deciding({[`${path}/reject`]: silence}, 'Sending');

/** The server has recorded it. */
export const Done: StoryObj = deciding({}, 'Rejected.');

/** Somebody else was faster: who, what and when; the note is kept. */
export const DecidedMeanwhile: StoryObj = deciding(
  {
    [`${path}/reject`]: refusing(409, {
      code: 'invalid_transition',
      current: {
        status: 'approved',
        version: 4,
        decided_by: caseReviewers[1],
        decided_at: '2026-11-12T12:10:00Z',
      },
    }),
  },
  'Copy note',
);

/** The case changed while it was read. */
export const Changed: StoryObj = deciding(
  {
    [`${path}/reject`]: refusing(412, {
      code: 'version_mismatch',
      current: {status: 'pending_review', version: 4},
    }),
  },
  'Your note',
);

/** The server refuses: the action is withheld on this verification until access is granted anew. */
export const Denied: StoryObj = deciding(
  {[`${path}/reject`]: refusal(403, 'forbidden')},
  'Your permission changed.',
);

/** The server does not accept the note, and says why. */
export const Invalid: StoryObj = deciding(
  {
    [`${path}/reject`]: refusing(400, {
      code: 'invalid',
      errors: [{path: 'note', message: 'A null byte cannot be stored.'}],
    }),
  },
  'A null byte cannot be stored.',
);

/** No answer came: nobody knows yet whether it was recorded, and the opposite decision is locked. */
export const NotKnown: StoryObj = deciding(
  {[`${path}/reject`]: refusal(500, 'server')},
  'Not known yet whether this was recorded.',
);

const downloading = (reply: Reply, says: string): StoryObj => ({
  render: ofCase(card, {
    over: {status: 'approved', decision: {...decision, outcome: 'approved'}},
    faults: {[`${path}/audit.pdf`]: reply},
  }),
  play: async ({canvasElement}) => {
    await press(canvasElement, named('Download audit PDF'));
    await shown(canvasElement, says);
  },
});

/** The PDF is still being made; it is asked for again. */
export const PdfBeingPrepared: StoryObj = downloading(
  refusing(409, {code: 'being_prepared'}),
  'The audit PDF is being prepared.',
);

/** What came is no PDF, whatever it is called: it is not saved. */
export const PdfIsNone: StoryObj = downloading(
  fileOf('<html></html>', 'application/pdf'),
  'What came is not a PDF.',
);

export const PdfDenied: StoryObj = downloading(
  refusal(403, 'forbidden'),
  'You may not download the audit PDF any more.',
);

export const PdfFailed: StoryObj = downloading(refusal(500, 'server'), 'The audit PDF could not be fetched.');

/** Somebody who may read and nothing else: no buttons, and no empty frame. */
export const Onlooker: StoryObj = {
  render: ofCase(
    (verification) =>
      html`${card(verification)}<kyc-status-card .verification=${verification}></kyc-status-card>`,
    {over: {status: aVerification().status}, role: 'viewer'},
  ),
};
