import type {Document, Field, Mismatch} from '../../../src/domain/document.js';
import {Chance} from './chance.js';
import {drawn} from './draw.js';
import {lookOf, type Look} from './face.js';
import {kindOfField, type Flaw} from './flaws.js';
import {kinds, validationsOf} from './paper-kinds.js';
import type {Somebody} from './people.js';
import * as specimens from './specimen.js';
import type {Bearer, Specimen} from './specimen.js';
import {scoreOfMismatches} from './verification-builders.js';
import type {StoredFile} from './world.js';

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

export interface Wanted {
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

/** Whoever is on the photograph where it does not show its bearer. */
export function somebodyElse(person: Somebody): Look {
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

/** What holds for a document beside whose it is. */
export interface Setting {
  /** What is not on it as it was declared. */
  readonly flaw?: Flaw | undefined;
  /** What each disagreement costs. */
  readonly weights: Readonly<Record<Mismatch['kind'], number>>;
  readonly isScored: boolean;
  /** Where its files are served, below the API base. */
  readonly folder: (documentId: string) => string;
}

/** One document with its fields, checks and drawings. */
export function paper(
  person: Somebody,
  number: string,
  wanted: Wanted,
  {flaw, weights, isScored, folder}: Setting,
  chance: Chance,
): {document: Document; files: StoredFile[]} {
  const kind = kinds[wanted.type];
  if (!kind) throw new RangeError(`Nobody knows how to draw a ${wanted.type}.`);
  const id = chance.uuid();
  const own = bearerOf(person, number);
  const bearer: Bearer = {...own, ...flaw?.printed, ...(flaw?.face ? {look: somebodyElse(person)} : {})};
  const billed = wanted.type === 'UB' ? (wanted.approved === false ? '2026-03-04' : '2026-10-06') : '';

  const sides = kind
    .sides(bearer, billed, id)
    .map(([side, specimen]) => ({side, specimen, fileId: chance.uuid()}));
  const declared = declaredBy(person, number);
  const read = readFrom(bearer, billed);
  const flawed = new Set(
    Object.keys(kindOfField).filter((key) => declared[key] !== undefined && isFlawed(key, flaw?.printed)),
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
            weight: weights[mismatch] ?? null,
            declared: said ?? null,
            extracted: value ?? null,
          },
        ]
      : [],
  );
  if (flaw?.face)
    mismatches.unshift({kind: 'face', weight: weights['face'] ?? null, declared: null, extracted: null});

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
        url: `${folder(id)}/${fileId}`,
        ...specimen.pixels,
        bytes: null,
        page: side === 'page' ? 1 : null,
      })),
      fields,
      validations: validationsOf(kind, wanted.approved, chance, reason),
      mismatches,
      score: isScored ? scoreOfMismatches(mismatches) : null,
      uploaded_at: wanted.uploaded_at,
      reject_reason: reason,
      replaces: wanted.replaces ?? null,
    },
    files: sides.map(({specimen, fileId}) => drawnFile(`${folder(id)}/${fileId}`, specimen)),
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
