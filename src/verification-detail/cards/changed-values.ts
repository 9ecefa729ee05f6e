import {screeningState} from '../../domain/screening-state.js';
import {changedParts, facePercent, type CoveredPart, type Verification} from '../../domain/verification.js';
import {formatsFor} from '../../ui/format.js';
import {statusOf, statusWords} from '../../ui/status.js';
import {actionWords} from '../../words/action-words.js';
import {addWords, isWordKey, type WordKey, type Words} from '../../words/words.js';

addWords(actionWords);

/** What is short enough to be said in a line, as it was seen and as it is now: one value, several, or none. */
export interface ChangedValue {
  readonly label: WordKey;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

interface Row {
  readonly label: WordKey;
  /** It speaks of the face match, which may have to stay covered. */
  readonly ofFace?: boolean;
  readonly value: (verification: Verification, words: Words) => string | readonly string[] | null | undefined;
}

const number = (value: number | null | undefined, words: Words): string | undefined =>
  typeof value === 'number' ? formatsFor(words.locale).number(value) : undefined;

function screeningWords({screening}: Verification, words: Words): string {
  const state = screeningState(screening);
  if (state === 'findings') return words.of('changed.findings', {n: screening?.findings.length ?? 0});
  const key = `screening.${state}`;
  return isWordKey(key) ? words.of(key) : state;
}

/** What of each part can be said in a line. Of what has no row here the name of the part says enough. */
const rows: {readonly [P in CoveredPart]: readonly Row[]} = {
  status: [
    {
      label: 'changed.status',
      value: ({status}, words) => statusWords(statusOf('verification', status), words),
    },
  ],
  subject: [
    {label: 'changed.subject-name', value: ({subject}) => subject.name},
    {label: 'changed.subject-email', value: ({subject}) => subject.email},
    {label: 'changed.subject-phone', value: ({subject}) => subject.phone},
  ],
  reviewers: [
    {
      label: 'changed.reviewers',
      value: ({reviewers}) => reviewers.map(({id, name}) => (name?.trim() ? name : id)),
    },
  ],
  invite: [
    {
      label: 'changed.invite-sent',
      value: ({invite}, words) => invite?.sent_at && formatsFor(words.locale).dateTime(invite.sent_at),
    },
  ],
  documents: [
    {label: 'changed.documents-count', value: ({documents}, words) => number(documents.length, words)},
  ],
  biometric: [
    {
      label: 'changed.face-match',
      ofFace: true,
      value({biometric}, words) {
        const percent = biometric?.face_match && facePercent(biometric.face_match);
        return typeof percent === 'number' ? formatsFor(words.locale).percent(percent / 100) : undefined;
      },
    },
    {
      label: 'changed.liveness',
      value({biometric}, words) {
        const key = `liveness.${biometric?.liveness}`;
        return isWordKey(key) ? words.of(key) : biometric?.liveness;
      },
    },
  ],
  screening: [{label: 'changed.screening', value: screeningWords}],
  score: [
    {label: 'changed.score', ofFace: true, value: ({score_total: total}, words) => number(total, words)},
  ],
};

const listed = (value: ReturnType<Row['value']>): readonly string[] =>
  (typeof value === 'string' ? [value] : (value ?? [])).filter((each) => each.trim() !== '');

/** The short values in which two states of a verification differ, in the order of its parts. */
export const changedValues = (
  before: Verification,
  after: Verification,
  covered: boolean,
  words: Words,
): readonly ChangedValue[] =>
  changedParts(before, after)
    .flatMap((part) => rows[part])
    .filter(({ofFace}) => !(covered && ofFace))
    .map(({label, value}) => ({
      label,
      before: listed(value(before, words)),
      after: listed(value(after, words)),
    }))
    .filter((each) => each.before.join('\n') !== each.after.join('\n'));
