import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {aNote} from '../../demo/server/world/verification-builders.js';
import type {Verification} from '../../src/domain/verification.js';
import {json, listOf, oneAfterTheOther, refusal, silence, type Reply} from '../support/answering.js';
import {casePath} from '../support/case.js';
import {press, shown, write} from '../support/hands.js';
import {ofCase} from '../support/of-case.js';

const meta: Meta = {
  title: 'Tabs/Notes',
  component: 'kyc-notes-tab',
};
export default meta;

const tab = (verification: Verification | undefined): TemplateResult =>
  html`<kyc-notes-tab .verification=${verification}></kyc-notes-tab>`;

const path = `${casePath()}/notes`;
const answered = (reply: Reply, refreshed = false) => ofCase(tab, {faults: {[path]: reply}, refreshed});

/** Two notes, in two directions of writing, and a field for another one. */
export const Ready: StoryObj = {render: ofCase(tab)};

/** The viewer may read notes, and not add any. */
export const ReadOnly: StoryObj = {
  render: ofCase(tab, {role: 'viewer'}),
};

/** Nobody has written anything yet. */
export const Empty: StoryObj = {render: answered(listOf())};

/** Nothing has come yet. */
export const Loading: StoryObj = {render: answered(silence)};

/** The notes could not be loaded. */
export const Failed: StoryObj = {render: answered(refusal(500))};

/** The server says no. */
export const NoAccess: StoryObj = {render: answered(refusal(403, 'forbidden'))};

/** What was loaded stays while refreshing fails, with its time. */
export const Stale: StoryObj = {
  render: answered(oneAfterTheOther(listOf(aNote()), refusal(500)), true),
};

/** Too long: how much is said, and nothing is cut off. */
export const TooLong: StoryObj = {
  render: ofCase(tab),
  play: async ({canvasElement}) => {
    await write(canvasElement, 'x'.repeat(2003));
    await shown(canvasElement, '3 characters too many');
  },
};

/** The server has stored the note, and it stands in the list. */
export const Stored: StoryObj = {
  render: ofCase(tab),
  play: async ({canvasElement}) => {
    await write(canvasElement, 'The registry confirms the new address.');
    await press(canvasElement, 'Add note');
    await shown(canvasElement, 'The note is stored.');
  },
};

const sending = (reply: Reply, says: string): StoryObj => ({
  render: answered((request: Request) => {
    if (request.method === 'GET') return json(listOf(aNote()));
    return typeof reply === 'function' ? (reply as (request: Request) => Response)(request) : json(reply);
  }),
  play: async ({canvasElement}) => {
    await write(canvasElement, 'The registry confirms the new address.');
    await press(canvasElement, 'Add note');
    await shown(canvasElement, says);
  },
});

/** The server has not answered yet. */
export const Sending: StoryObj = sending(silence, 'Sending…');

/** The server does not accept the note, and says why. */
export const Invalid: StoryObj = sending(
  () =>
    json(
      {code: 'invalid', status: 400, errors: [{path: 'text', message: 'A null byte cannot be stored.'}]},
      {status: 400, headers: {'Content-Type': 'application/problem+json'}},
    ),
  'A null byte cannot be stored.',
);

/** The server refuses; the note is kept until access is granted anew. */
export const Denied: StoryObj = sending(refusal(403, 'forbidden'), 'your access has changed');

/** The verification is gone; the note is kept. */
export const Gone: StoryObj = sending(refusal(404, 'not_found'), 'no longer there');

/** No answer came: nobody knows yet whether it was stored. */
export const NotKnown: StoryObj = sending(
  refusal(500, 'server'),
  'It is not known yet whether this was stored.',
);
