import type {AmlRecord} from '../../../src/domain/aml.js';
import type {Customer, Rule, Summary} from '../../../src/domain/customer.js';
import type {Document} from '../../../src/domain/document.js';
import type {VideoCall} from '../../../src/domain/video-call.js';
import {aCustomer} from './builders.js';
import {ago, days, hours} from './calendar.js';
import {Chance} from './chance.js';
import {mrzText} from './mrz.js';
import {servicesOf, type Somebody} from './people.js';
import {isWhitelisted} from './screening.js';

/** What the customer's record speaks of. */
export interface Below {
  readonly rules: readonly Rule[];
  readonly documents: readonly Document[];
  readonly amlRecords: readonly AmlRecord[];
  readonly videoCalls: readonly VideoCall[];
}

export const customerIdOf = (key: string): string => new Chance(`customer ${key}`).uuid();

/** At most nine characters, as identity documents have them. */
export function idNumberOf({key, country}: Pick<Somebody, 'key' | 'country'>): string {
  if (key === 'haddad') return '0845F1937';
  const chance = new Chance(`number ${key}`);
  return `${country}${chance.whole(1_000_000, 9_999_999)}`;
}

/** The name as the record writes it. */
export function shownName({given, surname, own, shown}: Somebody): string | null {
  const latin = `${given} ${surname}`;
  if (shown === 'none') return null;
  if (typeof shown === 'object') return shown.text;
  if (!own || shown === 'latin') return latin;
  return shown === 'own' ? own[2] : `${latin} ${own[2]}`;
}

const prefixes: Readonly<Record<string, string>> = {
  TN: '+216 71',
  DE: '+49 40',
  GR: '+30 21',
  UA: '+380 32',
  JP: '+81 3',
  KR: '+82 2',
  TH: '+66 2',
  IN: '+91 11',
  GE: '+995 32',
  AM: '+374 10',
  IL: '+972 3',
  CN: '+86 21',
  BD: '+880 2',
  AE: '+971 4',
  VN: '+84 28',
  IS: '+354 5',
  ES: '+34 91',
  GB: '+44 117',
  IE: '+353 1',
  TR: '+90 216',
  PL: '+48 58',
  NG: '+234 1',
  BR: '+55 11',
  IT: '+39 010',
  MA: '+212 528',
  LA: '+856 21',
  BG: '+359 2',
  PT: '+351 21',
  ET: '+251 11',
};

const reasons: Readonly<Record<string, string>> = {
  REJECTED: 'The identity document could not be confirmed',
  BLACKLISTED: 'Confirmed match on a sanctions list',
};

const amlStatusOf = ([newest]: readonly AmlRecord[]): boolean | null => {
  if (!newest) return null;
  return newest.approved ?? newest.findings.length === 0;
};

const told: Readonly<Record<string, Partial<Customer>>> = {
  haddad: {
    external_id: 'CRM-20418',
    email: 'amira.haddad@example.tn',
    phone: '+216 71 555 018',
    email_verified: true,
    phone_verified: false,
    biopay_enabled: false,
    level: 2,
    created_at: '2025-09-30T07:55:00Z',
    updated_at: '2026-11-20T08:02:00Z',
    last_status_at: '2026-11-12T10:40:00Z',
  },
  nobody: {
    external_id: null,
    email: null,
    phone: null,
    id_number: null,
    birth_date: null,
    gender: null,
    nationality: null,
    address: null,
    occupation: null,
    level: null,
  },
  // Neither is below the API base, so neither may be asked for.
  tables: {photo_url: 'https://pictures.example/robert.png', email: 'robert@example.ie"><img src=x>'},
  odd: {photo_url: '../../elsewhere/zoe.png', active_services: ['card_watch'], gender: 'X'},
};

interface SummaryText {
  readonly text: string;
  readonly evidence: readonly {
    readonly kind: 'document' | 'field' | 'finding' | 'rule' | 'transaction';
    readonly id: string;
  }[];
}

/** What a machine would write about somebody, sentence by sentence. */
function sentences(person: Somebody, below: Below): readonly SummaryText[] {
  const name = shownName(person) ?? 'This customer';
  const identity = below.documents.find(({type, archived}) => !archived && ['ID', 'PA', 'DL'].includes(type));
  const findings = below.amlRecords[0]?.findings ?? [];
  const open = findings.filter(({judgement}) => !judgement);
  const failed = below.rules.filter(
    ({status}) => status === 'REJECTED' || status === 'AUTOMATICALLY_REJECTED',
  );
  const born = person.birth.slice(0, 4);
  const said: SummaryText[] = [
    {text: `${name}, born ${born}, works as ${person.occupation.toLowerCase()}.`, evidence: []},
  ];
  if (person.key === 'haddad')
    said[0] = {text: 'Amira Haddad, born 1991, imports textiles through a company in Tunis.', evidence: []};
  if (identity) {
    const differing = identity.fields.find(({mismatch}) => mismatch);
    said.push({
      text: differing
        ? `The identity document was read, but ${(differing.label ?? differing.key).toLowerCase()} differs from the form.`
        : 'The identity document was read without doubt and agrees with the form.',
      evidence: [
        {kind: 'document', id: identity.id},
        ...(differing ? [{kind: 'field' as const, id: differing.key}] : []),
      ],
    });
  }
  for (const {id, title} of failed)
    said.push({text: `The step “${title ?? id}” was not passed.`, evidence: [{kind: 'rule', id}]});
  if (open.length > 0) {
    said.push({
      text: `${open.length} list ${open.length === 1 ? 'entry' : 'entries'} with a similar name ${open.length === 1 ? 'is' : 'are'} not judged yet.`,
      evidence: open.map(({id}) => ({kind: 'finding', id})),
    });
  }
  if (person.key === 'haddad') {
    said.push({
      text: 'A payment of 48,200 EUR went to a counterparty in a new country.',
      evidence: [{kind: 'transaction', id: 'tx-haddad-told-1'}],
    });
  }
  return said;
}

/** Fresh, out of date, without a time, bare of claims, or none yet. */
function summaryOf(person: Somebody, below: Below, updated: string): Summary | null {
  const kind = person.key === 'haddad' ? 1 : new Chance(`summary ${person.key}`).whole(0, 4);
  if (person.steps === 0 || kind === 4) return null;
  const said = sentences(person, below);
  const text = said.map((each) => each.text).join(' ');
  const claims = said.filter(({evidence}) => evidence.length > 0);
  if (kind === 2) return {text, generated_at: null, claims: null};
  const behind = kind === 1 ? days(9) * 60_000 : 0;
  const generated = new Date(Date.parse(updated) - behind).toISOString().replace('.000Z', 'Z');
  return {text, generated_at: generated, claims: kind === 3 ? null : claims};
}

/** Somebody's record. */
export function customerOf(person: Somebody, below: Below): Customer {
  const chance = new Chance(`customer of ${person.key}`);
  const id = customerIdOf(person.key);
  const updated = told[person.key]?.updated_at ?? ago(hours(2) + chance.whole(0, days(60)));
  const mail = mrzText(`${person.given} ${person.surname}`).toLowerCase().replaceAll('<', '.').slice(0, 48);
  const hasPhoto = below.documents.length > 0 && person.key !== 'sato';
  return aCustomer({
    id,
    version: chance.whole(1, 20),
    external_id: chance.falls(0.8) ? `CRM-${chance.whole(10_000, 99_999)}` : null,
    name: shownName(person),
    email: chance.falls(0.92) ? `${mail}@example.${person.country.toLowerCase()}` : null,
    phone: chance.falls(0.9) ? `${prefixes[person.country] ?? '+00'} 555 ${chance.whole(1000, 9999)}` : null,
    id_number: idNumberOf(person),
    birth_date: person.birth,
    gender: person.sex,
    nationality: person.country,
    occupation: person.occupation || null,
    company_name: person.company ?? null,
    address: {
      line: person.street || null,
      city: person.city || null,
      province: null,
      country: person.country,
    },
    photo_url: hasPhoto ? `customers/${id}/photo` : null,
    level: chance.pick([0, 1, 2, 3]),
    status: person.status,
    risk: person.risk,
    reject_reason: reasons[person.status] ?? null,
    created_at: ago(days(chance.whole(90, 900)) + chance.whole(0, 1000)),
    updated_at: updated,
    last_status_at: person.status === 'CREATED' ? null : updated,
    rules: below.rules,
    active_services: servicesOf(person),
    aml_status: amlStatusOf(below.amlRecords),
    aml_whitelisted: isWhitelisted(person),
    email_verified: chance.falls(0.7),
    phone_verified: chance.falls(0.6),
    biopay_enabled: chance.pick([true, false, null]),
    video_call_status: below.videoCalls[0]?.status ?? null,
    ai_generated_summary: summaryOf(person, below, updated),
    ...told[person.key],
  });
}
