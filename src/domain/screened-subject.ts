import type {Finding} from './aml.js';
import {findingFamilies, judgementOutcomes} from './aml.js';
import type {Compared} from './finding-comparison.js';
import {unreadableIn} from './unreadable.js';
import type {Screening} from './screening.js';
import {screeningState} from './screening-state.js';
import type {Verification} from './verification.js';

type JudgementOutcome = (typeof judgementOutcomes)[number];

/** Why a reviewer judges so: the codes that are offered for each judgement. Others are shown as they came. */
export const judgementReasons = {
  true_match: ['same_person'],
  false_positive: ['other_person', 'other_birth_date', 'other_country'],
  unsure: ['not_enough'],
} as const satisfies Readonly<Record<JudgementOutcome, readonly string[]>>;

export const isJudgementOutcome = (value: string | undefined): value is JudgementOutcome =>
  judgementOutcomes.some((each) => each === value);

/** The families that a verification's subject is screened for. */
export const screenedFamilies = findingFamilies.filter((family) => family !== 'adverse_media');

export interface FindingGroup {
  readonly family: string;
  readonly findings: readonly Finding[];
}

/** The findings by family, known families first and in their order, the others as they came. */
export function findingsByFamily(findings: readonly Finding[]): readonly FindingGroup[] {
  const families = new Set<string>([...findingFamilies, ...findings.map(({family}) => family)]);
  return [...families]
    .map((family) => ({family, findings: findings.filter((each) => each.family === family)}))
    .filter(({findings: own}) => own.length > 0);
}

/**
 * The families in which a screening found nothing. Only one that has ended, and whose findings can all be read, says so:
 * anything else leaves open where a finding would belong.
 */
export function clearFamilies(screening: Screening | null | undefined): readonly string[] {
  const state = screeningState(screening);
  const findings = screening?.findings ?? [];
  const ended = state === 'clear' || (state === 'findings' && findings.length > 0);
  if (!ended || unreadableIn(findings) > 0) return [];
  return screenedFamilies.filter((family) => !findings.some((each) => each.family === family));
}

const birthKeys = ['birth_date', 'date_of_birth', 'dob'];
const nationalityKeys = ['nationality'];
const countryCode = /^[a-z]{2}$/i;

/** What is known of a verification's subject to tell people on a list apart: what was declared, never what a machine read. */
export function comparedSubject({subject, documents}: Pick<Verification, 'subject' | 'documents'>): Compared {
  const declared = (keys: readonly string[]) =>
    documents
      .flatMap(({fields}) => fields)
      .filter(({key}) => keys.includes(key))
      .map((field) => field.declared?.trim())
      .filter((value) => value !== undefined && value !== '');
  // A country by its name beside one by its code would look like another country.
  const [nationality] = declared(nationalityKeys).filter((value) => countryCode.test(value ?? ''));
  return {
    name: subject.name,
    birth_date: declared(birthKeys)[0],
    nationality,
    address: subject.address,
  };
}
