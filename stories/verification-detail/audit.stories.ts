import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {anAuditEvent} from '../../demo/server/world/verification-builders.js';
import {auditEventTypes} from '../../src/domain/audit-event.js';
import type {Verification} from '../../src/domain/verification.js';
import {listOf, oneAfterTheOther, refusal, silence, type Reply} from '../support/answering.js';
import {casePath} from '../support/case.js';
import {press, shown} from '../support/hands.js';
import {ofCase} from '../support/of-case.js';

const meta: Meta = {
  title: 'Tabs/Audit',
  component: 'kyc-audit-tab',
};
export default meta;

const tab = (verification: Verification | undefined): TemplateResult =>
  html`<kyc-audit-tab .verification=${verification}></kyc-audit-tab>`;

const path = `${casePath()}/audit`;
const answered = (reply: Reply, refreshed = false) => ofCase(tab, {faults: {[path]: reply}, refreshed});

/** A case that was rejected once and reopened: the earlier decision stays. */
export const Ready: StoryObj = {render: ofCase(tab)};

/** Every event of the contract, one that nobody knows, every kind of actor, and everything that an event may carry. */
export const EveryEvent: StoryObj = {
  render: answered(
    listOf(
      ...auditEventTypes.map((type, at) => anAuditEvent({id: `event-${at}`, type, data: {}})),
      anAuditEvent({
        id: 'event-unknown',
        type: 'request.viewed_by_partner',
        actor: {kind: 'system', name: 'Partner portal'},
        note: 'Viewed from a device that was not seen before.',
        data: {
          from: 'pending_review',
          score: {raw: 65},
          list: [1, 2],
          live: false,
          at: '2026-11-08T10:58:00Z',
        },
      }),
      anAuditEvent({id: 'event-nobody', actor: {kind: 'user'}}),
      anAuditEvent({id: 'event-subject', actor: {kind: 'subject'}}),
    ),
  ),
};

/** Blind mode: what an event says of the face match is covered. */
export const Covered: StoryObj = {
  render: ofCase(
    (verification) => html`<kyc-audit-tab .verification=${verification} covered></kyc-audit-tab>`,
    {
      faults: {
        [path]: listOf(
          anAuditEvent({id: 'event-2', type: 'biometric.judged', data: {outcome: 'different'}}),
          anAuditEvent(),
        ),
      },
    },
  ),
};

/** A history of 300 events. */
export const Long: StoryObj = {
  render: answered(
    listOf(
      ...Array.from({length: 300}, (_, at) =>
        anAuditEvent({id: `event-${at}`, type: auditEventTypes[at % auditEventTypes.length] ?? 'x'}),
      ),
    ),
  ),
};

/** The chain was checked, and is whole. */
export const ChainIntact: StoryObj = {
  render: ofCase(tab),
  play: async ({canvasElement}) => {
    await press(canvasElement, 'Check the chain');
    await shown(canvasElement, 'The chain is intact');
  },
};

/** The chain was checked, and is not. */
export const ChainBroken: StoryObj = {
  render: ofCase(tab, {faults: {[`${path}/verify`]: {intact: false, events: 6, first_broken: 4}}}),
  play: async ({canvasElement}) => {
    await press(canvasElement, 'Check the chain');
    await shown(canvasElement, 'The chain is broken from event 4 on.');
  },
};

/** Nothing has arrived yet. */
export const Empty: StoryObj = {render: answered(listOf())};

/** Nothing has come yet. */
export const Loading: StoryObj = {render: answered(silence)};

/** The events could not be loaded. */
export const Failed: StoryObj = {render: answered(refusal(500))};

/** The server says no. */
export const NoAccess: StoryObj = {render: answered(refusal(403, 'forbidden'))};

/** What was loaded stays while refreshing fails, with its time. */
export const Stale: StoryObj = {
  render: answered(oneAfterTheOther(listOf(anAuditEvent()), refusal(500)), true),
};
