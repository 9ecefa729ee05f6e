import type {Document} from '../../src/domain/document.js';
import {defaultWeights} from '../../src/domain/score.js';
import type {ScoringSettings} from '../../src/domain/scoring-settings.js';
import type {Verification} from '../../src/domain/verification.js';
import {usualScoring, withScore} from './cases/make-score.js';
import type {Clock} from './clock.js';
import type {CaseEditor, CaseName, NewEvent} from './records/case-records.js';
import type {Records} from './records/records.js';
import {scoringName} from './settings-routes.js';
import {portraitsOf} from './world/case-papers.js';
import type {CasePlan} from './world/case-plans.js';
import {Chance} from './world/chance.js';
import {customerIdOf, idNumberOf} from './world/customers.js';
import {paper} from './world/paper.js';
import {people, type Somebody} from './world/people.js';
import {caseFilesFolder} from './world/verification-builders.js';
import type {StoredFile} from './world/world.js';

/** What came of one step: the event that says so, and the verification after it. */
interface Move {
  readonly next: Verification;
  readonly event: Pick<NewEvent, 'actor' | 'data'>;
  readonly files?: readonly StoredFile[];
}

interface About {
  readonly verification: Verification;
  readonly person: Somebody;
  readonly settings: ScoringSettings;
  readonly at: string;
}

const matches = [91.4, 96.2, 88.7, 73.9] as const;
const system = {kind: 'system'} as const;

const personOf = ({subject}: Verification): Somebody | undefined =>
  people.find(({key}) => subject.id === customerIdOf(key) || subject.id === `member-${key}`);

const bySubject = ({subject}: Verification): NewEvent['actor'] => ({
  kind: 'subject',
  id: subject.id,
  name: subject.name ?? null,
});

/** The identity card that the subject takes a picture of, as it is once it has been read; the same at every asking. */
function cardOf({verification, person, at}: About): {document: Document; files: readonly StoredFile[]} {
  const chance = new Chance(`card of ${verification.id}`);
  const flaw = chance.falls(0.5) ? {printed: {address: `Harbour Road 8, ${person.city}`}} : undefined;
  return paper(
    person,
    idNumberOf(person),
    {type: 'ID', approved: null, sort_order: 1, uploaded_at: at},
    {flaw, weights: defaultWeights, isScored: true, folder: () => caseFilesFolder(verification)},
    chance,
  );
}

/** The steps of somebody who is asked to prove who they are, in their order. The first that fits is taken. */
const steps: readonly ((about: About) => Move | undefined)[] = [
  function aDocumentArrives(about) {
    const {verification} = about;
    if (verification.documents.length > 0) return undefined;
    const {document, files} = cardOf(about);
    const unread = {...document, fields: [], validations: [], mismatches: [], score: null};
    return {
      next: {...verification, documents: [unread]},
      event: {actor: bySubject(verification), data: {part: 'documents', document_id: document.id}},
      files,
    };
  },
  function itIsRead(about) {
    const {verification, settings} = about;
    const card = cardOf(about).document;
    const unread = verification.documents.find(({id, fields}) => id === card.id && fields.length === 0);
    if (!unread) return undefined;
    const read = {...card, version: unread.version + 1, uploaded_at: unread.uploaded_at};
    const documents = verification.documents.map((each) => (each === unread ? read : each));
    return {
      next: withScore({...verification, documents}, settings),
      event: {actor: system, data: {part: 'documents', document_id: card.id}},
    };
  },
  function aSelfieArrives({verification, person}) {
    const {requirements, biometric, id, type} = verification;
    if (biometric || !requirements.includes('biometric_face')) return undefined;
    const value = matches[id.charCodeAt(0) % matches.length] ?? matches[0];
    const plan: CasePlan = {
      key: `moving ${id}`,
      person: person.key,
      type: 'idv',
      status: 'in_progress',
      papers: [['ID']],
      face: {value},
      age: 0,
    };
    const {selfie, portrait} = portraitsOf(plan, person, {type, id});
    return {
      next: {
        ...verification,
        biometric: {
          selfie: selfie?.record ?? null,
          portrait: portrait?.record ?? null,
          face_match: {value, scale: 'percent'},
          liveness: 'pass',
        },
      },
      event: {actor: bySubject(verification), data: {part: 'biometric'}},
      files: [selfie, portrait].flatMap((each) => (each ? [each.file] : [])),
    };
  },
  function theListsAreSearched({verification, at}) {
    const {screening} = verification;
    if (screening && screening.state !== 'running' && screening.state !== 'not_run') return undefined;
    const findings = screening?.findings ?? [];
    const state = findings.length > 0 ? 'findings' : 'clear';
    return {
      next: {...verification, screening: {state, completed_at: at, findings}},
      event: {actor: system, data: {part: 'screening', outcome: state}},
    };
  },
  function nothingIsMissing({verification}) {
    return {
      next: {...verification, status: 'pending_review'},
      event: {actor: system, data: {part: 'status', status: 'pending_review'}},
    };
  },
];

/**
 * Lets the subject of a verification get on by one step: a document arrives, it is read, a selfie arrives, the lists are
 * searched, and in the end it waits for review.
 *
 * @returns Whether anything happened.
 */
export async function moveCaseOn(
  records: Records,
  clock: Clock,
  tenant: string,
  name: CaseName,
): Promise<boolean> {
  const settings = (await records.outbox.settings<ScoringSettings>(tenant, scoringName)) ?? usualScoring;
  const moved = await records.cases.change(tenant, name, (editor) => moveOn(editor, clock, settings));
  return moved === true;
}

async function moveOn(editor: CaseEditor, clock: Clock, settings: ScoringSettings): Promise<boolean> {
  const {verification} = editor;
  const person = personOf(verification);
  if (verification.status !== 'in_progress' || !person) return false;
  const at = new Date(clock.now()).toISOString();
  for (const step of steps) {
    const move = step({verification, person, settings, at});
    if (!move) continue;
    for (const {path, media_type, bytes} of move.files ?? [])
      await editor.addFile(path, {media_type, bytes: await bytes()});
    await editor.replace(move.next);
    await editor.append({type: 'request.updated', at, ...move.event});
    return true;
  }
  return false;
}
