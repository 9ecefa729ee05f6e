import {CustomerProfile} from '../../customer-profile/customer-profile.js';
import {TransactionChart} from '../../customer-profile/sections/transaction-chart.js';
import {TransactionsSection} from '../../customer-profile/sections/transactions-section.js';
import {TravelRuleSection} from '../../customer-profile/sections/travel-rule-section.js';
import {records} from '../../domain/answers.js';
import type {Elements} from '../define.js';

/** What the sections of transactions and travel-rule logs are made of, by tag. */
export const elements: Elements = {
  'kyc-transaction-chart': TransactionChart,
  'kyc-transactions-section': TransactionsSection,
  'kyc-travel-rule-section': TravelRuleSection,
};

// A bundler puts into one piece what is reached from the same places. So every part reaches the whole profile, or what a
// page starts with would come in many small pieces, which compress badly.
export const belongsTo = [CustomerProfile, records];
