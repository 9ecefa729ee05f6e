import type {Finding} from './aml.js';
import type {Screening} from './screening.js';
import {unreadableIn} from './unreadable.js';

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
