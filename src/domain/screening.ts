import * as z from 'zod/mini';
import {findingSchema} from './aml.js';
import {instant, maybe, openEnum, rowsOf} from './reading.js';

export const screeningStates = ['not_run', 'running', 'clear', 'findings', 'failed'] as const;

/** The search of a verification's subject on sanctions, PEP and FATF lists. */
export const screeningSchema = z.object({
  state: openEnum(screeningStates),
  completed_at: maybe(instant),
  findings: rowsOf(findingSchema),
});
export type Screening = z.output<typeof screeningSchema>;
