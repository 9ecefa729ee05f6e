import type {Document, File} from '../../../src/domain/document.js';
import type {ScoringSettings} from '../../../src/domain/scoring-settings.js';
import type {CasePlan, MismatchKind} from './case-plans.js';
import {Chance} from './chance.js';
import {idNumberOf} from './customers.js';
import type {Flaw} from './flaws.js';
import {oddPapers} from './odd-papers.js';
import {drawnFile, lookOfPerson, paper, somebodyElse} from './paper.js';
import type {Somebody} from './people.js';
import * as specimens from './specimen.js';
import type {Bearer, Specimen} from './specimen.js';
import {caseFilePath, caseFilesFolder} from './verification-builders.js';
import type {StoredFile} from './world.js';

interface CaseName {
  readonly type: string;
  readonly id: string;
}

/** The name as somebody misspelled it: its first doubled letter once, else its last letter doubled. */
function misspelled(name: string): string {
  const single = name.replace(/(\p{Ll})\1/u, '$1');
  return single === name ? `${name}${name.at(-1) ?? ''}` : single;
}

/** What stands on the document in the place of what was declared. */
const printedInstead: Readonly<Record<Exclude<MismatchKind, 'face'>, (person: Somebody) => Partial<Bearer>>> =
  {
    name: ({surname}) => ({surname: misspelled(surname)}),
    dob: ({birth}) => {
      const [year, month, day] = birth.split('-');
      return {birth: `${year}-${String((Number(month) + 1) % 12 || 12).padStart(2, '0')}-${day}`};
    },
    address: ({city}) => ({address: `Harbour Road 8, ${city}`}),
    gender: ({sex}) => ({sex: sex === 'F' ? 'M' : 'F'}),
    nationality: ({country}) => ({country: country === 'MA' ? 'TN' : 'MA'}),
  };

function flawOf(person: Somebody, kinds: readonly MismatchKind[]): Flaw {
  const printed = kinds.reduce<Partial<Bearer>>(
    (all, kind) => (kind === 'face' ? all : {...all, ...printedInstead[kind](person)}),
    {},
  );
  return {printed, ...(kinds.includes('face') ? {face: true} : {})};
}

/** The documents of a verification and what they show. */
export function casePapersOf(
  plan: CasePlan,
  person: Somebody,
  name: CaseName,
  weights: ScoringSettings['weights'],
  uploaded: string,
): {readonly documents: readonly Document[]; readonly files: readonly StoredFile[]} {
  const chance = new Chance(`case papers ${plan.key}`);
  const approved = plan.status === 'approved' ? true : null;
  const made = (plan.papers ?? []).map(([type, ...kinds], index) =>
    paper(
      person,
      idNumberOf(person),
      {type, approved, sort_order: index + 1, uploaded_at: uploaded},
      {
        flaw: flawOf(person, kinds),
        weights,
        isScored: true,
        folder: () => caseFilesFolder(name),
      },
      chance,
    ),
  );
  const odd = plan.key === 'tables' ? [oddPapers(`odd ${plan.key}`, name)] : [];
  return {
    documents: [...made.map(({document}) => document), ...odd.flatMap(({documents}) => documents)],
    files: [...made, ...odd].flatMap(({files}) => files),
  };
}

interface Portrait {
  readonly path: string;
  readonly record: File;
  readonly file: StoredFile;
}

function portrait(name: CaseName, side: 'selfie' | 'portrait', fileId: string, drawing: Specimen): Portrait {
  const path = caseFilePath(name, fileId);
  return {
    path,
    record: {
      id: fileId,
      side,
      media_type: 'image/png',
      url: path,
      ...drawing.pixels,
      bytes: null,
      page: null,
    },
    file: drawnFile(path, drawing),
  };
}

/** The faces of a verification. Where the document shows somebody else, so does the portrait that was cut from it. */
export function portraitsOf(
  plan: CasePlan,
  person: Somebody,
  name: CaseName,
): {readonly selfie?: Portrait; readonly portrait?: Portrait; readonly avatar?: Portrait} {
  const chance = new Chance(`faces ${plan.key}`);
  const [selfieId, portraitId, avatarId] = [chance.uuid(), chance.uuid(), chance.uuid()];
  if (!plan.face) return {};
  const look = lookOfPerson(person);
  const isSomebodyElse = plan.papers?.some(([, ...kinds]) => kinds.includes('face')) === true;
  const onDocument = isSomebodyElse ? somebodyElse(person) : look;
  return {
    selfie: portrait(name, 'selfie', selfieId, specimens.selfie(look, plan.key)),
    ...(plan.papers
      ? {portrait: portrait(name, 'portrait', portraitId, specimens.portrait(onDocument))}
      : {}),
    avatar: portrait(name, 'portrait', avatarId, specimens.portrait(look)),
  };
}
