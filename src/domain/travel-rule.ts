import * as z from 'zod/mini';
import {directions} from './transaction.js';
import {decimal, id, instant, maybe, openEnum, text} from './reading.js';

/** The statuses that have a tone of their own. Others are possible. */
export const travelRuleStatuses = ['ACCEPTED', 'COMPLETED', 'SENT', 'PENDING', 'DECLINED', 'FAILED'] as const;

/** What one transfer between virtual-asset service providers (VASPs) said about its sender and receiver. */
export const travelRuleLogSchema = z.object({
  id,
  at: instant,
  direction: openEnum(directions),
  status: openEnum(travelRuleStatuses),
  status_reason: maybe(text),
  asset: maybe(text),
  amount: maybe(decimal),
  originator: maybe(text),
  beneficiary: maybe(text),
  originator_vasp: maybe(text),
  beneficiary_vasp: maybe(text),
  blockchain: maybe(text),
  tx_hash: maybe(text),
});
export type TravelRuleLog = z.output<typeof travelRuleLogSchema>;
