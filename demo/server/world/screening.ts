import type {AmlRecord, Finding, Judgement} from '../../../src/domain/aml.js';
import type {Person} from '../../../src/domain/person.js';
import {aFinding, anAmlRecord} from './builders.js';
import {ago, days} from './calendar.js';
import {Chance} from './chance.js';
import type {Somebody} from './people.js';
import {staff} from './staff.js';

/** Reviewers who acted in the past. */
export const reviewers = {
  rossi: staff.chiara,
  orlov: staff.dmitri,
  caglar: staff.zeynep,
  mensah: staff.kofi,
} as const satisfies Record<string, Person>;

const allReviewers = Object.values(reviewers);

const databases = ['EU', 'UN', 'OFAC', 'UK HMT', 'SECO', 'PEP', 'FATF', 'Adverse media', 'Interpol'] as const;

const judgements = [
  {
    outcome: 'false_positive',
    reason_code: 'other_birth_date',
    note: 'Born in another year and another country.',
  },
  {outcome: 'true_match', reason_code: 'same_person', note: 'Name, birth date and photograph agree.'},
  {outcome: 'unsure', reason_code: null, note: 'Asked the provider for the source.'},
] as const satisfies readonly Partial<Judgement>[];

const lists: Readonly<Record<string, readonly (Partial<Finding> & {readonly details: string})[]>> = {
  sanctions: [
    {
      source: 'EU consolidated list',
      details: 'Listed for the financing of arms purchases.',
      url: 'https://lists.example/eu/4711',
    },
    {
      source: 'OFAC SDN',
      details: 'Linked to a shipping company under sanctions.',
      url: 'https://lists.example/ofac/20931',
    },
  ],
  pep: [
    {
      source: 'Public offices register',
      details: 'Deputy mayor from 2012 to 2016.',
      url: 'https://lists.example/pep/882',
    },
    {source: 'Public offices register', details: 'Close relative of a member of parliament.', url: null},
  ],
  fatf: [
    {
      source: 'FATF high-risk jurisdictions',
      details: 'Resident in a jurisdiction under increased monitoring.',
      url: null,
    },
  ],
  adverse_media: [
    {
      source: 'La Presse du Port',
      details: 'A company of a similar name was fined for late customs declarations.',
      url: 'https://press.example/port/2025/02/14',
    },
    {
      source: 'Morning Ledger',
      details: 'Named as a witness in a bankruptcy case.',
      url: 'https://press.example/ledger/9912',
    },
  ],
};

const unknownLists = [{source: 'House list', details: 'Entered by hand in another branch.', url: null}];

/** A hit for somebody on a list of this family. */
export function findingOf(person: Somebody, family: string, at: string, chance: Chance): Finding {
  const entry = chance.pick(lists[family] ?? unknownLists);
  const birth = Number(person.birth.slice(0, 4));
  const judged = chance.falls(0.6) ? chance.pick(judgements) : undefined;
  const whole = person.own?.[2];
  return aFinding({
    id: chance.uuid(),
    version: judged ? 2 : 1,
    family,
    matched_name: chance.pick([
      `${person.given} ${person.surname.toLocaleUpperCase('en')}`,
      `${person.surname}, ${person.given}`,
      whole ?? `${person.given} ${person.surname}`,
    ]),
    match_score: chance.whole(55, 98),
    country: chance.pick([person.country, 'SY', 'PA', null]),
    birth_date: chance.pick([person.birth, String(birth + chance.whole(-30, 12)), null]),
    listed_on: chance.falls(0.8)
      ? `20${chance.whole(10, 25)}-0${chance.whole(1, 9)}-${chance.whole(10, 28)}`
      : null,
    ...entry,
    judgement: judged ? {...judged, by: chance.pick(allReviewers), at} : null,
  });
}

const families = ['sanctions', 'pep', 'fatf', 'adverse_media'] as const;

/** Every check of somebody, newest first. */
export function screeningOf(person: Somebody): readonly AmlRecord[] {
  const count = person.checks ?? 0;
  const chance = new Chance(`screening ${person.key}`);
  const whitelisted = isWhitelisted(person);
  return Array.from({length: count}, (_, index) => {
    const newest = index === 0;
    const at = ago(days(8 + index * 43) + chance.whole(0, 600));
    const found =
      whitelisted && newest ? 0 : person.risk === 'NORMAL' ? chance.whole(0, 1) : chance.whole(1, 4);
    const shuffled = families.slice(index % 4).concat(families.slice(0, index % 4));
    const findings = Array.from({length: found}, (__, place) =>
      findingOf(person, shuffled[place % 4] ?? 'pep', at, chance),
    );
    const decided = found > 0 ? chance.pick([null, true, false]) : true;
    const byHand = found > 0 ? decided !== null : chance.falls(0.15);
    return anAmlRecord({
      id: chance.uuid(),
      version: byHand ? 2 : 1,
      generation: (index >= 5 && count === 7) || person.key === 'silva' ? 1 : 2,
      checked_at: at,
      status: whitelisted && newest ? 'whitelisted' : found > 0 ? 'records_found' : 'no_records',
      approved: decided,
      provider: chance.pick(['Meridian Screening', 'Meridian Screening', 'Argus Lists']),
      databases: databases.slice(0, chance.whole(3, databases.length)),
      override: byHand ? {by: chance.pick(allReviewers), at: ago(days(7 + index * 43))} : null,
      findings,
    });
  });
}

export const isWhitelisted = ({key}: Somebody): boolean => key === 'levi' || key === 'ivanova';

/** The hero's two telling checks stand at the two ends of seven. */
export function heroScreening(person: Somebody): readonly AmlRecord[] {
  const [, ...between] = screeningOf(person);
  const newest = anAmlRecord({
    id: new Chance('hero aml').uuid(),
    checked_at: '2026-11-12T07:10:00Z',
    findings: [
      aFinding({id: 'finding-haddad-eu'}),
      aFinding({
        id: 'finding-haddad-press',
        family: 'adverse_media',
        source: 'La Presse du Port',
        matched_name: 'Amira Haddad Trading',
        match_score: 61,
        country: 'TN',
        birth_date: null,
        listed_on: '2025-02-14',
        url: 'https://press.example/port/2025/02/14',
        details: 'A company of a similar name was fined for late customs declarations.',
        judgement: {
          outcome: 'false_positive',
          reason_code: 'other_person',
          note: 'Another company.',
          by: reviewers.rossi,
          at: '2026-11-12T08:15:00Z',
        },
      }),
    ],
  });
  const initial = anAmlRecord({
    id: new Chance('hero first aml').uuid(),
    generation: 1,
    checked_at: '2025-09-30T08:00:00Z',
    status: 'no_records',
    approved: true,
    databases: ['EU', 'UN', 'OFAC'],
    override: {by: reviewers.orlov, at: '2025-10-01T09:24:00Z'},
    findings: [],
  });
  return [newest, ...between.slice(0, -1), initial];
}
