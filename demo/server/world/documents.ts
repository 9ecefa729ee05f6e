import type {Rule} from '../../../src/domain/customer.js';
import type {Document, Field, File, Mismatch, Validation} from '../../../src/domain/document.js';
import {Chance} from './chance.js';
import {drawn} from './draw.js';
import {lookOf, type Look} from './face.js';
import {flaws, kindOfField, scoreOf, weights} from './flaws.js';
import type {Somebody} from './people.js';
import * as specimens from './specimen.js';
import type {Bearer, Specimen} from './specimen.js';
import type {StoredFile} from './world.js';

/** Documents and the files that they show. */
export interface Papers {
  readonly documents: readonly Document[];
  readonly files: readonly StoredFile[];
}

export const lookOfPerson = ({key, sex, skin, birth, scarf}: Somebody): Look => {
  const look = lookOf(key, {sex, skin, born: Number(birth.slice(0, 4)), scarf: scarf === true});
  return key === 'haddad' ? {...look, cut: 'long', glasses: false} : look;
};

/** A file that is drawn when somebody asks for it. */
export const drawnFile = (path: string, specimen: Specimen): StoredFile => ({
  path,
  media_type: 'image/png',
  bytes: () => drawn(specimen.svg(), specimen.pixels.width),
});

const labels: Readonly<Record<string, string>> = {
  surname: 'Surname',
  given_names: 'Given names',
  name: 'Name',
  birth_date: 'Date of birth',
  gender: 'Gender',
  nationality: 'Nationality',
  address: 'Address',
  document_number: 'Document number',
  issuing_country: 'Issuing country',
  issued_on: 'Issued',
  expires_on: 'Expires',
};

const fieldOrder = Object.keys(labels);

const both = (latin: string, own: string | undefined): string => (own ? `${latin} ${own}` : latin);
const addressOf = ({street, city}: Somebody): string => [street, city].filter(Boolean).join(', ');

/** What the customer said, by the keys of the fields. */
const declaredBy = (person: Somebody, number: string): Readonly<Record<string, string>> => ({
  surname: both(person.surname, person.own?.[0]),
  given_names: both(person.given, person.own?.[1]),
  name: both(`${person.given} ${person.surname}`, person.own && `${person.own[1]} ${person.own[0]}`),
  birth_date: person.birth,
  gender: person.sex,
  nationality: person.country,
  address: addressOf(person),
  document_number: number,
});

/** What is read from the document, by the keys of the fields; dates and countries in the form of the contract. */
const readFrom = (bearer: Bearer, billed: string): Readonly<Record<string, string>> => ({
  surname: both(specimens.capitals(bearer.surname), bearer.original?.surname),
  given_names: both(specimens.capitals(bearer.given), bearer.original?.given),
  name: both(
    `${bearer.given} ${bearer.surname}`,
    bearer.original && `${bearer.original.given} ${bearer.original.surname}`,
  ),
  birth_date: bearer.birth,
  gender: bearer.sex,
  nationality: bearer.country,
  issuing_country: bearer.country,
  address: specimens.capitals(bearer.address),
  document_number: bearer.number,
  issued_on: billed || bearer.issued,
  expires_on: bearer.expires,
});

/** How a class of documents is made. */
interface Kind {
  readonly title: string;
  readonly sides: (
    bearer: Bearer,
    billed: string,
    seed: string,
  ) => readonly (readonly [File['side'], Specimen])[];
  readonly checks: readonly string[];
}

const kinds: Readonly<Record<string, Kind>> = {
  ID: {
    title: 'Identity card',
    sides: (bearer) => [
      ['front', specimens.identityFront(bearer)],
      ['back', specimens.identityBack(bearer)],
    ],
    checks: [
      'Authentic',
      'Not expired',
      'Check digits of the machine-readable zone',
      'Free of glare',
      'Chip',
    ],
  },
  PA: {
    title: 'Passport',
    sides: (bearer) => [['front', specimens.passportPage(bearer)]],
    checks: [
      'Authentic',
      'Not expired',
      'Check digits of the machine-readable zone',
      'Free of glare',
      'Chip',
    ],
  },
  DL: {
    title: 'Driving licence',
    sides: (bearer) => [['front', specimens.licenceFront(bearer)]],
    checks: ['Authentic', 'Not expired', 'Free of glare'],
  },
  SE: {
    title: 'Selfie',
    sides: (bearer, _billed, seed) => [['selfie', specimens.selfie(bearer.look, seed)]],
    checks: ['Liveness', 'Same face as on the identity document'],
  },
  UB: {
    title: 'Proof of address',
    sides: (bearer, billed) => [['page', specimens.utilityBill(bearer, billed)]],
    checks: ['Not older than 90 days', 'Name matches', 'Not edited'],
  },
  SG: {
    title: 'Signature',
    sides: (bearer) => [['front', specimens.signatureSheet(`${bearer.surname}${bearer.given}`)]],
    checks: ['Legible'],
  },
};

/** Which identity document somebody has. */
export function identityClass({key, country}: Somebody): 'ID' | 'PA' | 'DL' {
  if (key === 'haddad' || key === 'papadopoulos') return 'ID';
  if (country === 'GB' || country === 'IE') return 'DL';
  return new Chance(`class ${key}`).pick(['ID', 'ID', 'PA']);
}

const outcomes = {
  true: ['pass'],
  null: ['pass', 'pass', 'warn', 'unknown'],
  false: ['pass', 'warn', 'fail', 'unknown'],
} as const;

function validationsOf(
  kind: Kind,
  approved: boolean | null,
  chance: Chance,
  reason: string | null,
): Validation[] {
  return kind.checks.map((label, index) => {
    const key = label.toLowerCase().replaceAll(' ', '_');
    if (label === 'Chip') return {key, label: 'Chip not read', outcome: 'unknown', detail: null};
    const outcome = approved === false && index === 0 ? 'fail' : chance.pick(outcomes[`${approved}`]);
    const detail = outcome === 'fail' ? reason : outcome === 'warn' ? 'A person should look at this.' : null;
    return {key, label, outcome, detail};
  });
}

interface Wanted {
  readonly type: string;
  readonly approved: boolean | null;
  readonly archived?: boolean;
  readonly sort_order: number;
  readonly uploaded_at: string;
  readonly reject_reason?: string | null;
  readonly replaces?: string;
}

/** What somebody's documents of one kind say. */
export function bearerOf(person: Somebody, number: string): Bearer {
  const chance = new Chance(`bearer ${person.key}`);
  const issued = chance.whole(2018, 2024);
  const day = `${String(chance.whole(1, 12)).padStart(2, '0')}-${String(chance.whole(1, 28)).padStart(2, '0')}`;
  return {
    surname: person.surname,
    given: person.given,
    original: person.own && {surname: person.own[0], given: person.own[1]},
    sex: person.sex,
    birth: person.birth,
    country: person.country,
    number,
    issued: `${issued}-${day}`,
    expires: `${issued + 10}-${day}`,
    address: addressOf(person),
    look: lookOfPerson(person),
    ...(person.key === 'haddad' ? {issued: '2019-01-18', expires: '2029-01-18'} : {}),
  };
}

function somebodyElse(person: Somebody): Look {
  const {key, sex, skin, birth} = person;
  return lookOf(`${key} in another's name`, {
    sex,
    skin: Math.min(5, skin + 1),
    born: Number(birth.slice(0, 4)) - 9,
  });
}

function fieldsOf(
  sides: readonly (readonly [string, Specimen])[],
  declared: Readonly<Record<string, string>>,
  read: Readonly<Record<string, string>>,
  flawed: ReadonlySet<string>,
  chance: Chance,
): Field[] {
  const found = sides.flatMap(([fileId, {framed}]) =>
    framed.map(({key, box}) => ({key, box: {file_id: fileId, ...box}})),
  );
  found.sort((a, b) => fieldOrder.indexOf(a.key) - fieldOrder.indexOf(b.key));
  return found.map(({key, box}) => ({
    key,
    label: labels[key] ?? null,
    value: read[key] ?? null,
    declared: declared[key] ?? null,
    confidence: flawed.has(key) ? 0.82 : Math.round(90 + chance.next() * 9) / 100,
    mismatch: flawed.has(key) ? (kindOfField[key] ?? null) : null,
    box,
  }));
}

/** One document with its fields, checks and drawings. */
function paper(
  person: Somebody,
  number: string,
  wanted: Wanted,
  chance: Chance,
): {document: Document; files: StoredFile[]} {
  const kind = kinds[wanted.type];
  if (!kind) throw new RangeError(`Nobody knows how to draw a ${wanted.type}.`);
  const id = chance.uuid();
  const own = bearerOf(person, number);
  const isIdentity = ['ID', 'PA', 'DL'].includes(wanted.type);
  const flaw = isIdentity ? flaws[person.key] : undefined;
  const bearer: Bearer = {...own, ...flaw?.printed, ...(flaw?.face ? {look: somebodyElse(person)} : {})};
  const billed = wanted.type === 'UB' ? (wanted.approved === false ? '2026-03-04' : '2026-10-06') : '';

  const sides = kind
    .sides(bearer, billed, id)
    .map(([side, specimen]) => ({side, specimen, fileId: chance.uuid()}));
  const declared = declaredBy(person, number);
  const read = readFrom(bearer, billed);
  const flawed = new Set(
    Object.keys(kindOfField).filter(
      (key) => isIdentity && declared[key] !== undefined && isFlawed(key, flaw?.printed),
    ),
  );
  const fields = fieldsOf(
    sides.map(({fileId, specimen}) => [fileId, specimen] as const),
    declared,
    read,
    flawed,
    chance,
  );
  const mismatches: Mismatch[] = fields.flatMap(({mismatch, declared: said, value}) =>
    mismatch
      ? [
          {
            kind: mismatch,
            weight: weights[mismatch as keyof typeof weights],
            declared: said ?? null,
            extracted: value ?? null,
          },
        ]
      : [],
  );
  if (flaw?.face) mismatches.unshift({kind: 'face', weight: weights.face, declared: null, extracted: null});

  const reason = wanted.reject_reason ?? null;
  return {
    document: {
      id,
      version: chance.whole(1, 4),
      type: wanted.type,
      title: kind.title,
      sort_order: wanted.sort_order,
      approved: wanted.approved,
      archived: wanted.archived ?? false,
      files: sides.map(({side, specimen, fileId}) => ({
        id: fileId,
        side,
        media_type: 'image/png',
        url: `documents/${id}/files/${fileId}`,
        ...specimen.pixels,
        bytes: null,
        page: side === 'page' ? 1 : null,
      })),
      fields,
      validations: validationsOf(kind, wanted.approved, chance, reason),
      mismatches,
      score: isIdentity ? scoreOf(mismatches) : null,
      uploaded_at: wanted.uploaded_at,
      reject_reason: reason,
      replaces: wanted.replaces ?? null,
    },
    files: sides.map(({specimen, fileId}) => drawnFile(`documents/${id}/files/${fileId}`, specimen)),
  };
}

const printedKeys: Readonly<Record<string, keyof Bearer>> = {
  surname: 'surname',
  given_names: 'given',
  birth_date: 'birth',
  address: 'address',
  gender: 'sex',
  nationality: 'country',
};

function isFlawed(key: string, printed: Partial<Bearer> | undefined): boolean {
  const name = printedKeys[key];
  return name !== undefined && printed?.[name] !== undefined;
}

const approvals: Readonly<Record<string, boolean | null>> = {
  APPROVED: true,
  PENDING_REVIEW: null,
  PROCESSING: null,
  REJECTED: false,
  AUTOMATICALLY_REJECTED: false,
};

/** The documents that belong to somebody's steps, and those that were replaced. */
export function papersOf(person: Somebody, number: string, rules: readonly Rule[]): Papers {
  const chance = new Chance(`papers ${person.key}`);
  const documents: Document[] = [];
  const files: StoredFile[] = [];
  const add = (wanted: Wanted): Document => {
    const made = paper(person, number, wanted, chance);
    documents.push(made.document);
    files.push(...made.files);
    return made.document;
  };
  for (const rule of rules) {
    const [type] = rule.document_classes;
    if (type === undefined || !kinds[type] || rule.status === 'NOT_UPLOADED') continue;
    const sort_order = rule.sort_order ?? 9;
    let replaces: string | undefined;
    if ((rule.attempt ?? 1) > 1) {
      replaces = add({
        type,
        approved: false,
        archived: true,
        sort_order,
        uploaded_at: `2026-10-${10 + sort_order}T15:20:00Z`,
        reject_reason: 'The picture is blurred',
      }).id;
    }
    const approved = approvals[rule.status] ?? null;
    add({
      type,
      approved,
      sort_order,
      uploaded_at: `2026-11-0${Math.min(9, 1 + sort_order)}T09:02:00Z`,
      reject_reason: approved === false ? (rule.errors[0]?.message ?? 'Not acceptable') : null,
      ...(replaces ? {replaces} : {}),
    });
  }
  return {documents, files};
}
