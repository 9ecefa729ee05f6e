import type {File, Validation} from '../../../src/domain/document.js';
import {Chance} from './chance.js';
import type {Somebody} from './people.js';
import * as specimens from './specimen.js';
import type {Bearer, Specimen} from './specimen.js';

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

export const kinds: Readonly<Record<string, Kind>> = {
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

/** The classes that say who somebody is. */
export const isIdentity = (type: string): boolean => ['ID', 'PA', 'DL'].includes(type);

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

/** The automated checks of a document of this class. */
export function validationsOf(
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
