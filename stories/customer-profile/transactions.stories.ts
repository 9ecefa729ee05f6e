import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {aCustomer, aTransaction} from '../../demo/server/world/builders.js';
import {someTransactions} from '../../demo/server/world/small-world.js';
import {transactionStatuses} from '../../src/domain/transaction.js';
import {listOf, oneAfterTheOther, refusal, silence} from '../support/answering.js';
import {inSession} from '../support/in-session.js';
import {inWorld} from '../support/world.js';

const meta: Meta = {
  title: 'Sections/Transactions',
  component: 'kyc-transactions-section',
};
export default meta;

const path = 'customers/customer-1/transactions';
const summary = `${path}/summary`;
const customer = aCustomer();
const section = () => html`<kyc-transactions-section .customer=${customer}></kyc-transactions-section>`;

/** A year of payments in two currencies. */
export const Ready: StoryObj = {
  render: inSession(() => inWorld({transactions: someTransactions(1284)}), section),
};

/** So many that only the ones in view are on the page. */
export const HundredThousand: StoryObj = {
  render: inSession(() => inWorld({transactions: someTransactions(100_000)}), section),
};

/** Every status with a tone of its own, one that nobody knows, and what is missing. */
export const EveryStatus: StoryObj = {
  render: inSession(
    () =>
      inWorld({
        transactions: [...transactionStatuses, 'PARKED'].map((status, at) =>
          aTransaction({
            id: `transaction-${at}`,
            status,
            direction: (['in', 'out', 'unknown'] as const)[at % 3] ?? 'unknown',
            risk_score: at === 4 ? null : at * 25,
            risk_level: null,
            counterparty: at === 3 ? null : 'Ελένη Παπαδοπούλου',
            rules: at === 0 ? ['Large for this customer', 'New country', 'Just below a limit'] : [],
          }),
        ),
      }),
    section,
  ),
};

/** Some rows came in a form that cannot be read. */
export const Unreadable: StoryObj = {
  render: inSession(
    {[path]: listOf(aTransaction(), {id: 'broken'}, {id: 'too'}), [summary]: {buckets: []}},
    section,
  ),
};

/** Nothing has been monitored yet. */
export const Empty: StoryObj = {render: inSession(() => inWorld({transactions: []}), section)};

/** Chart and rows are still on the way. */
export const Loading: StoryObj = {render: inSession({[path]: silence, [summary]: silence}, section)};

/** The server reported an error for the list; the chart is there. */
export const Failed: StoryObj = {
  render: inSession(() => inWorld({}, {[path]: refusal(500)}), section),
};

/** The server refuses what the host had granted. */
export const NoAccess: StoryObj = {
  render: inSession({[path]: refusal(403, 'forbidden'), [summary]: refusal(403, 'forbidden')}, section),
};

/** A refresh failed: the old rows stay, with their time. */
export const Stale: StoryObj = {
  render: inSession(
    () => inWorld({}, {[path]: oneAfterTheOther(listOf(aTransaction()), refusal(500))}),
    section,
    {refreshed: true},
  ),
};
