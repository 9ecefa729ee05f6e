import type {Bearer} from './specimen.js';

type Kind = 'face' | 'name' | 'dob' | 'address' | 'gender' | 'nationality';

/** Points that a disagreement costs. */
export const weights = {
  face: 50,
  name: 25,
  dob: 25,
  address: 10,
  gender: 10,
  nationality: 20,
} as const satisfies Record<Kind, number>;

/** What is not on a document as it was declared. `face`: the photograph shows somebody else. */
export interface Flaw {
  readonly printed: Partial<Bearer>;
  readonly face?: true;
}

/** What is not on somebody's identity document as it was declared. */
export const flaws: Readonly<Record<string, Flaw>> = {
  haddad: {printed: {surname: 'Hadad'}},
  papadopoulos: {printed: {birth: '1987-05-14', address: 'Tsimiski 41, 546 23 Thessaloniki'}},
  jaidee: {printed: {}, face: true},
  mansoori: {
    printed: {
      surname: 'Al Mansouri',
      birth: '1977-12-01',
      country: 'MA',
      address: 'Al Maktoum Road 12, Dubai',
    },
    face: true,
  },
  ivanova: {printed: {sex: 'M', birth: '1964-09-18'}},
  weaver: {printed: {given: 'John', address: '8 Harbour Road, BS1 5TY Bristol'}},
  novak: {printed: {given: 'Thomas'}},
  tesfaye: {printed: {birth: '1993-09-11'}},
};

/** Which kind of disagreement a field that differs belongs to. */
export const kindOfField: Readonly<Record<string, Exclude<Kind, 'face'>>> = {
  surname: 'name',
  given_names: 'name',
  birth_date: 'dob',
  address: 'address',
  gender: 'gender',
  nationality: 'nationality',
};
