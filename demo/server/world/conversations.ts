import type {Questionnaire} from '../../../src/domain/questionnaire.js';
import {callStatuses, type VideoCall} from '../../../src/domain/video-call.js';
import {aQuestionnaire, aVideoCall} from './builders.js';
import {ago, days, hours} from './calendar.js';
import {Chance} from './chance.js';
import type {Somebody} from './people.js';
import {reviewers} from './screening.js';
import {conversationWav} from './wav.js';
import type {StoredFile} from './world.js';

const agents = Object.values(reviewers);

const tasks = [
  'Shows the document',
  'Reads the code aloud',
  'Turns the head',
  'Moves a hand before the face',
] as const;

/** Calls that ended with somebody on the line. */
const spoken = new Set([
  'COMPLETE',
  'INCOMPLETE',
  'ESCALATED',
  'BAD_QUALITY',
  'APPROVED',
  'REJECTED',
  'SUSPICIOUS',
]);

function callOf(status: VideoCall['status'], minutesAgo: number, chance: Chance): VideoCall {
  const id = chance.uuid();
  const talked = spoken.has(status) || status === 'TALKING';
  const seconds = chance.whole(95, 900);
  return aVideoCall({
    id,
    version: chance.whole(1, 3),
    status,
    started_at: status === 'WAITING' ? null : ago(minutesAgo),
    ended_at: spoken.has(status)
      ? new Date(Date.parse(ago(minutesAgo)) + seconds * 1000).toISOString()
      : status === 'MISSED'
        ? ago(minutesAgo)
        : null,
    agent: talked ? chance.pick(agents) : null,
    recording:
      spoken.has(status) && status !== 'BAD_QUALITY'
        ? {url: `video-calls/${id}/recording`, media_type: 'audio/wav'}
        : null,
    checklist: talked
      ? tasks.map((label) => ({
          label,
          done: status === 'COMPLETE' || status === 'APPROVED' ? true : chance.pick([true, false, null]),
        }))
      : [],
  });
}

/** Somebody's calls. One has had a call of every kind. */
export function callsOf(person: Somebody): readonly VideoCall[] {
  const chance = new Chance(`calls ${person.key}`);
  if (person.key === 'haddad') {
    const id = chance.uuid();
    return [
      aVideoCall({
        id,
        recording: {url: `video-calls/${id}/recording`, media_type: 'audio/wav'},
        agent: reviewers.caglar,
      }),
      aVideoCall({
        id: chance.uuid(),
        status: 'MISSED',
        started_at: '2026-11-10T15:02:00Z',
        ended_at: '2026-11-10T15:02:00Z',
        agent: null,
        recording: null,
        checklist: [],
      }),
    ];
  }
  if (person.key === 'schmidt' || person.key === 'papadopoulos') {
    return callStatuses.map((status, index) =>
      callOf(status, hours(2) + days(index * 2) + chance.whole(0, 500), chance),
    );
  }
  if (person.steps === 0) return [];
  return Array.from({length: chance.whole(1, 4)}, (_, index) =>
    callOf(chance.pick(callStatuses), hours(5) + days(index * 6) + chance.whole(0, 900), chance),
  );
}

/** The recordings of these calls: sound that plays, in which nobody speaks. */
export const recordingsOf = (calls: readonly VideoCall[]): readonly StoredFile[] =>
  calls.flatMap(({id, recording}) =>
    recording
      ? [
          {
            path: recording.url,
            media_type: recording.media_type,
            bytes: () => Promise.resolve(conversationWav(id, 12)),
          },
        ]
      : [],
  );

const incomes = ['Salary', 'Business owner', 'Pension', 'Investments', 'Family'] as const;
const purposes = ['Savings', 'Daily payments', 'Trade', 'Investment', 'Remittances'] as const;

const descriptions: Readonly<Record<string, string>> = {
  haddad: 'نستورد المنسوجات من اليابان واليونان ونبيعها في تونس.',
  koval: 'Тестую програмне забезпечення для лікарень; працюю віддалено.',
  sato: '大学で美術を学んでいます。',
  jaidee: 'ร้านอาหารของครอบครัวสองแห่งในกรุงเทพฯ',
  beridze: 'ვყიდი ღვინოს ევროპაში.',
  georgiou: 'Συμβολαιογράφος στη Θεσσαλονίκη από το 2006.',
};

/** What somebody answered. */
export function answersOf(person: Somebody): readonly Questionnaire[] {
  const chance = new Chance(`answers ${person.key}`);
  if (person.key === 'nobody') return [];
  const funds = aQuestionnaire({
    id: chance.uuid(),
    ...(person.key === 'haddad'
      ? {}
      : {
          submitted_at: ago(days(chance.whole(10, 200))),
          score: chance.whole(0, 90),
          answers: [
            {
              question_id: 'q1',
              question: 'What is your main source of income?',
              type: 'single_choice',
              values: [chance.pick(incomes)],
            },
            {
              question_id: 'q2',
              question: 'What will you use the account for?',
              type: 'multiple_choice',
              values: purposes.filter(() => chance.falls(0.4)),
            },
            {
              question_id: 'q3',
              question: 'Expected turnover per month, in EUR',
              type: 'number',
              values: [String(chance.whole(1, 80) * 500)],
            },
            {
              question_id: 'q4',
              question: 'Describe your business',
              type: 'text',
              values: [
                descriptions[person.key] ??
                  `I work as ${person.occupation.toLowerCase() || 'something else'}.`,
              ],
            },
          ],
        }),
  });
  const politics = aQuestionnaire({
    id: chance.uuid(),
    title: 'Public office and close relations',
    submitted_at: ago(days(chance.whole(10, 200))),
    status: 'In review',
    score: null,
    answers: [
      {
        question_id: 'p1',
        question: 'Do you hold a public office?',
        type: 'single_choice',
        values: [chance.pick(['Yes', 'No', 'No'])],
      },
      {question_id: 'p2', question: 'Since which year?', type: 'number', values: []},
      {question_id: 'p3', question: 'Anything else that we should know?', type: 'text', values: ['']},
    ],
  });
  const open = aQuestionnaire({
    id: chance.uuid(),
    title: 'Annual review 2026',
    submitted_at: null,
    status: 'Not started',
    score: null,
    answers: [],
  });
  if (person.key === 'haddad') return [funds];
  return [funds, politics, open].slice(0, chance.whole(1, 3));
}
