import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {
  aFinding,
  aPepFinding,
  aScreening,
  caseReviewers,
} from '../../demo/server/world/verification-builders.js';
import type {Finding} from '../../src/domain/aml.js';
import type {Screening} from '../../src/domain/screening.js';
import type {Verification} from '../../src/domain/verification.js';
import {json, oneAfterTheOther, refusal, silence, type Reply} from '../support/answering.js';
import {choose, press, shown} from '../support/hands.js';
import {ofCase} from '../support/of-case.js';

const meta: Meta = {
  title: 'Tabs/KYC',
  component: 'kyc-screening-tab',
};
export default meta;

const tab = (verification: Verification | undefined): TemplateResult =>
  html`<kyc-screening-tab .verification=${verification}></kyc-screening-tab>`;

const screened = (
  screening: Screening | null,
  faults: Readonly<Record<string, Reply>> = {},
  role = 'owner',
) => ofCase(tab, {over: {screening}, faults, role});

const judged = (over: Partial<Finding>): Finding =>
  aFinding({
    judgement: {
      outcome: 'false_positive',
      reason_code: 'other_birth_date',
      note: 'Born in another year.',
      by: caseReviewers[0],
      at: '2026-11-12T11:15:00Z',
    },
    ...over,
  });

const judgement = 'findings/finding-pep/judgement';
const finding = 'Ioannis PAPADOPOULOS';

/** One finding waits for a judgement; the other families are clear. */
export const Findings: StoryObj = {render: screened(aScreening())};

/** Several families, every judgement, one that nobody knows, and an entry that says next to nothing. */
export const EveryJudgement: StoryObj = {
  render: screened(
    aScreening({
      findings: [
        aPepFinding(),
        judged({id: 'finding-2'}),
        judged({
          id: 'finding-3',
          family: 'fatf',
          judgement: {outcome: 'true_match', reason_code: 'same_person', at: '2026-11-12T11:20:00Z'},
        }),
        judged({
          id: 'finding-4',
          family: 'pep',
          judgement: {outcome: 'unsure', note: 'Asked the provider.', at: '2026-11-12T11:25:00Z'},
        }),
        aFinding({
          id: 'finding-5',
          family: 'watchlist',
          matched_name: null,
          match_score: null,
          country: null,
          birth_date: null,
          listed_on: null,
          url: null,
          details: null,
        }),
      ],
    }),
  ),
};

/** The search has ended and found nothing. */
export const Clear: StoryObj = {render: screened(aScreening({state: 'clear', findings: []}))};

/** Nobody has searched: another thing than clear. */
export const NotRun: StoryObj = {render: screened(null)};

/** The search is under way. */
export const Running: StoryObj = {
  render: screened({state: 'running', completed_at: null, findings: []}),
};

/** The search failed: another thing than clear, too. */
export const Failed: StoryObj = {render: screened(aScreening({state: 'failed', findings: []}))};

/** A state that nobody knows is never taken for clear. */
export const UnknownState: StoryObj = {
  render: screened(aScreening({state: 'queued', findings: []})),
};

/** The verification is still on its way. */
export const Loading: StoryObj = {
  render: ofCase(() => tab(undefined)),
};

/** The viewer may read, and not judge. */
export const NoJudgement: StoryObj = {
  render: screened(aScreening(), {}, 'viewer'),
};

/** A judgement is chosen, a reason offered; nothing is sent yet. */
export const Chosen: StoryObj = {
  render: screened(aScreening()),
  play: async ({canvasElement}) => {
    await choose(canvasElement, 'False positive');
    await shown(canvasElement, 'Save judgement');
  },
};

const judging = (reply: Reply, says: string): StoryObj => ({
  render: screened(aScreening(), {[judgement]: reply}),
  play: async ({canvasElement}) => {
    await choose(canvasElement, 'False positive');
    await press(canvasElement, `Save judgement: ${finding}`);
    await shown(canvasElement, says);
  },
});

/** The server has not answered yet. */
export const Sending: StoryObj = judging(silence, 'Sending…');

/** The server has stored the judgement. */
export const Stored: StoryObj = {
  render: screened(aScreening()),
  play: async ({canvasElement}) => {
    await choose(canvasElement, 'False positive');
    await press(canvasElement, `Save judgement: ${finding}`);
    await shown(canvasElement, 'Your judgement is stored.');
  },
};

/** The server refuses: the form is withheld until access is granted anew. */
export const Denied: StoryObj = judging(refusal(403, 'forbidden'), 'your access has changed');

/** The finding is gone: what was chosen and written stays. */
export const Gone: StoryObj = judging(refusal(404, 'not_found'), 'this finding is no longer there.');

/** The server does not accept what was sent, and says why. */
export const Invalid: StoryObj = judging(
  () =>
    json(
      {code: 'invalid', status: 400, errors: [{path: 'note', message: 'A null byte cannot be stored.'}]},
      {status: 400, headers: {'Content-Type': 'application/problem+json'}},
    ),
  'A null byte cannot be stored.',
);

/** No answer came: nobody knows yet whether it was stored. */
export const NotKnown: StoryObj = judging(
  oneAfterTheOther(refusal(500, 'server'), silence),
  'It is not known yet whether this was stored.',
);
