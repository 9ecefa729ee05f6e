import {TransactionChart} from '../../customer-profile/sections/transaction-chart.js';
import {TransactionsSection} from '../../customer-profile/sections/transactions-section.js';
import type {Elements} from '../define.js';

/** What the section of transactions is made of, by tag. */
export const elements: Elements = {
  'kyc-transaction-chart': TransactionChart,
  'kyc-transactions-section': TransactionsSection,
};
