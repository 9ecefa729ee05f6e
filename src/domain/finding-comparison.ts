import type {Finding} from './aml.js';
import type {Customer} from './customer.js';
import {agreement, type Agreement} from './document.js';
import {nameInScripts} from './name-scripts.js';

/** A value of the customer beside the one on the list. */
export interface Comparison {
  readonly key: 'name' | 'birth_date' | 'country';
  readonly customer: string | undefined;
  readonly listed: string | undefined;
  readonly agreement: Exclude<Agreement, 'not-on-document'> | 'not-on-list';
}

/** Whoever may be the one on the list: a customer, or the subject of a verification. */
export type Compared = Pick<Customer, 'name' | 'birth_date' | 'nationality' | 'address'>;

/** What tells two people apart, with the customer's side first; the most telling difference leads. */
export function compareWithFinding(customer: Compared, finding: Finding): readonly Comparison[] {
  const all = [
    comparison('name', nameLike(customer.name, finding.matched_name), finding.matched_name, agreement),
    comparison('birth_date', customer.birth_date, finding.birth_date, birthAgreement),
    comparison('country', customer.nationality ?? customer.address?.country, finding.country, codeAgreement),
  ];
  const place = ({agreement: verdict}: Comparison) =>
    verdict === 'differs' ? 0 : verdict === 'nearly' ? 1 : 2;
  return all.sort((a, b) => place(a) - place(b));
}

/** A name in two scripts stands beside the list's in the one that the list uses; the other script is no difference. */
function nameLike(
  name: string | null | undefined,
  listed: string | null | undefined,
): string | null | undefined {
  const both = name ? nameInScripts(name) : undefined;
  if (!both || !listed || nameInScripts(listed)) return name;
  return /\p{Script=Latin}/u.test(listed) ? both.latin : both.original;
}

function comparison(
  key: Comparison['key'],
  declared: string | null | undefined,
  value: string | null | undefined,
  judge: (values: {declared: string; value: string; mismatch: null}) => Agreement,
): Comparison {
  const customer = declared?.trim() ? declared : undefined;
  const listed = value?.trim() ? value : undefined;
  const verdict =
    customer === undefined
      ? 'not-declared'
      : listed === undefined
        ? 'not-on-list'
        : judge({declared: customer, value: listed, mismatch: null});
  return {key, customer, listed, agreement: verdict === 'not-on-document' ? 'not-on-list' : verdict};
}

/** Lists often know the year or the month alone: that is near, and never more. */
function birthAgreement({declared, value}: {declared: string; value: string}): Agreement {
  if (declared === value) return 'agrees';
  const parts = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
  const known = parts.test(declared) && parts.test(value);
  return known && (declared.startsWith(value) || value.startsWith(declared)) ? 'nearly' : 'differs';
}

/** Two country codes are the same or not; a letter apart is another country. */
const codeAgreement = ({declared, value}: {declared: string; value: string}): Agreement =>
  declared.trim().toUpperCase() === value.trim().toUpperCase() ? 'agrees' : 'differs';
