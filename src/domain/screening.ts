import * as z from 'zod/mini';
import {findingSchema, type Finding} from './aml.js';
import {instant, maybe, openEnum, rowsOf, unreadableIn} from './reading.js';

export const screeningStates = ['not_run', 'running', 'clear', 'findings', 'failed'] as const;

/** The search of a verification's subject on sanctions, PEP and FATF lists. */
export const screeningSchema = z.object({
  state: openEnum(screeningStates),
  completed_at: maybe(instant),
  findings: rowsOf(findingSchema),
});
export type Screening = z.output<typeof screeningSchema>;

/**
 * What a screening may be called. Only one that says it is clear and brings no finding, not even one that cannot be
 * read, is clear; a screening that is not there has not run.
 */
export function screeningState(screening: Screening | null | undefined): string {
  if (!screening) return 'not_run';
  const {state, findings} = screening;
  return state === 'clear' && findings.length + unreadableIn(findings) > 0 ? 'findings' : state;
}

/** The findings that nobody has judged yet. */
export const unjudged = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({judgement}) => !judgement);
