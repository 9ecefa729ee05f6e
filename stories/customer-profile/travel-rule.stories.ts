import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {aCustomer, aTravelRuleLog} from '../../demo/server/world/builders.js';
import {travelRuleStatuses} from '../../src/domain/travel-rule.js';
import {listOf, oneAfterTheOther, refusal, silence} from '../support/answering.js';
import {inSession} from '../support/in-session.js';
import {inWorld} from '../support/world.js';

const meta: Meta = {
  title: 'Sections/Travel Rule',
  component: 'kyc-travel-rule-section',
};
export default meta;

const path = 'customers/customer-1/travel-rule-logs';
const customer = aCustomer();
const section = () => html`<kyc-travel-rule-section .customer=${customer}></kyc-travel-rule-section>`;

/** Two transfers, one of them declined. */
export const Ready: StoryObj = {render: inSession(() => inWorld(), section)};

/** Every status with a tone of its own, one that nobody knows, and what is missing. */
export const EveryStatus: StoryObj = {
  render: inSession(
    () =>
      inWorld({
        travelRuleLogs: [...travelRuleStatuses, 'UNDER_DISCUSSION'].map((status, at) =>
          aTravelRuleLog({
            id: `travel-${at}`,
            status,
            status_reason: status === 'DECLINED' ? 'Beneficiary provider did not answer' : null,
            direction: (['in', 'out', 'unknown'] as const)[at % 3] ?? 'unknown',
            ...(at === 6 && {
              originator: null,
              beneficiary_vasp: null,
              amount: null,
              blockchain: null,
              tx_hash: null,
            }),
          }),
        ),
      }),
    section,
  ),
};

/** A long list, of which only what is in view is on the page. */
export const Long: StoryObj = {
  render: inSession(
    () =>
      inWorld({
        travelRuleLogs: Array.from({length: 1200}, (_, at) =>
          aTravelRuleLog({
            id: `travel-${at}`,
            at: new Date(Date.UTC(2026, 10, 20) - at * 3_600_000).toISOString(),
          }),
        ),
      }),
    section,
  ),
};

/** No transfer between providers yet. */
export const Empty: StoryObj = {render: inSession(() => inWorld({travelRuleLogs: []}), section)};

/** The logs are still on the way. */
export const Loading: StoryObj = {render: inSession({[path]: silence}, section)};

/** The server reported an error. */
export const Failed: StoryObj = {render: inSession({[path]: refusal(500)}, section)};

/** The server refuses what the host had granted. */
export const NoAccess: StoryObj = {render: inSession({[path]: refusal(403, 'forbidden')}, section)};

/** A refresh failed: the old rows stay, with their time. */
export const Stale: StoryObj = {
  render: inSession({[path]: oneAfterTheOther(listOf(aTravelRuleLog()), refusal(500))}, section, {
    refreshed: true,
  }),
};
