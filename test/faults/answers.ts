import {
  aCustomer,
  aDocument,
  aField,
  aFinding,
  anAmlRecord,
  aQuestionnaire,
  aRule,
  aTransaction,
  aTravelRuleLog,
  aVideoCall,
} from '../../demo/server/world/builders.js';

/** What a server might say. */
export type Wire = null | boolean | number | string | readonly Wire[] | {readonly [key: string]: Wire};

const wire = (value: object): Wire => JSON.parse(JSON.stringify(value)) as Wire;
const list = (...items: readonly object[]): Wire => wire({items, next_cursor: null, total: items.length});

/** One good answer on every route of a profile, with something in every field. */
export const goodAnswers: Readonly<Record<string, Wire>> = {
  'customers/customer-1': wire(
    aCustomer({
      reject_reason: 'A reason',
      photo_url: null,
      rules: [1, 2, 3, 4].map((at) =>
        aRule({id: `rule-${at}`, sort_order: at, errors: [{code: 'too_old', message: 'Too old'}]}),
      ),
    }),
  ),
  'customers/customer-1/documents': list(
    aDocument({files: [], approved: false, reject_reason: 'A reason', fields: [aField({box: null})]}),
  ),
  'customers/customer-1/aml/records': list(
    anAmlRecord({
      override: {by: {id: 'user-4', name: 'Somebody'}, at: '2026-10-09T08:24:00Z'},
      findings: [
        aFinding(),
        aFinding({
          id: 'finding-2',
          judgement: {
            outcome: 'false_positive',
            reason_code: 'other_person',
            note: 'A note',
            by: {id: 'user-2', name: 'Somebody'},
            at: '2026-11-12T08:15:00Z',
          },
        }),
      ],
    }),
  ),
  'customers/customer-1/video-calls': list(aVideoCall({recording: null})),
  'customers/customer-1/transactions': list(aTransaction()),
  'customers/customer-1/transactions/summary': wire({
    buckets: [{start: '2026-11-01', currency: 'EUR', in: '10.00', out: '20.00', count: 2, flagged: 1}],
  }),
  'customers/customer-1/travel-rule-logs': list(aTravelRuleLog({status_reason: 'A reason'})),
  'customers/customer-1/questionnaires': list(aQuestionnaire()),
};

/** The value with every text in it replaced, but for what `keep` names by its key. */
export function withTexts(value: Wire, replace: (text: string, key: string) => string, key = ''): Wire {
  if (typeof value === 'string') return replace(value, key);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Wire[]).map((each) => withTexts(each, replace, key));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, withTexts(each, replace, name)]),
  );
}

/** The places in a value, each as the path of keys that leads to it. */
export function placesIn(value: Wire, above: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [above];
  return [above, ...Object.entries(value).flatMap(([key, each]) => placesIn(each, [...above, key]))];
}

/** The value with something else at one place; `undefined` leaves the place out. */
export function changedAt(value: Wire, place: readonly string[], other: Wire | undefined): Wire | undefined {
  const [key, ...rest] = place;
  if (key === undefined) return other;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const rows = value as readonly Wire[];
    return rows.flatMap((each, at) => {
      const next = String(at) === key ? changedAt(each, rest, other) : each;
      return next === undefined ? [] : [next];
    });
  }
  const entries = Object.entries(value as Readonly<Record<string, Wire>>).flatMap(([name, each]) => {
    const next = name === key ? changedAt(each, rest, other) : each;
    return next === undefined ? [] : [[name, next] as const];
  });
  return Object.fromEntries(entries);
}
