import type {Word} from './word.js';
import type {WordBook} from './words.js';

/** The words of the cards beside a verification's tabs. */
const en = {
  'score.covered': 'Covered until you have compared the faces',
  'score.covered-why':
    'The score rests on the face match too. It is shown once your own comparison is stored.',
  'score.compare': 'Compare the faces',
  'status.label': 'Status',
  'status.since': 'since {time}',
  'status.decided-by': 'Decided by {name}.',
  'status.rejected-before': 'Rejected before, {time}, and reopened since.',
  'status.rejected-before-by': 'Rejected before by {name}, {time}, and reopened since.',
  'status.invite-sent': 'Invite sent {time}.',
  'status.invite-resent': {
    one: 'Invite sent {time}, after {n} earlier time.',
    other: 'Invite sent {time}, after {n} earlier times.',
  },
  'status.invite-until': 'Valid until {time}.',
  'allows.in_progress':
    'The subject has not finished. The invite can be sent again, or the verification canceled.',
  'allows.pending_review': 'Waits for a person to decide.',
  'allows.approved': 'Decided for good. The audit PDF can be downloaded.',
  'allows.rejected': 'Decided. The audit PDF can be downloaded, and the verification reopened.',
  'allowed.not-you': 'You hold no permission to act on it.',
  'distance.title': 'Device proximity',
  'distance.from': '{distance} from the declared address',
  'distance.limit': 'Limit {limit} (circle).',
  'distance.no-limit': 'No limit is set, so there is no verdict.',
  'distance.legend': '● address ◆ device.',
  'distance.no-score': 'Does not change the score.',
  'distance.not-shared': 'The subject did not share the position of the device.',
  'distance.not-known': 'How far the device was from the declared address is not known.',
  'distance.outside': 'The device is outside the circle of {limit} around the declared address',
  'distance.inside': 'The device is inside the circle of {limit} around the declared address',
  'distance.away': 'The device is {distance} from the declared address',
  'distance.towards': '{what}, to the {direction}',
  'compass.n': 'north',
  'compass.ne': 'north-east',
  'compass.e': 'east',
  'compass.se': 'south-east',
  'compass.s': 'south',
  'compass.sw': 'south-west',
  'compass.w': 'west',
  'compass.nw': 'north-west',
  'subject.title': 'Subject',
  'subject.photo': 'Photo of the subject',
  'subject-kind.client': 'Client',
  'subject-kind.team_member': 'Team member',
  'matter.title': 'Matter',
  'matter.locked': 'You cannot open this matter.',
} as const satisfies Readonly<Record<string, Word>>;

export type CardWordKey = keyof typeof en;

export const cardWords = {
  en,
  ar: async () => (await import('./card-words-ar.js')).ar,
} as const satisfies WordBook;
