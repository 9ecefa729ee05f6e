import {expect} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit';
import {
  aCheckedBill,
  aCheckedCard,
  aGeolocation,
  aMatter,
  aMismatch,
  anAuditEvent,
  anInvite,
  aSubject,
  aVerification,
  scored,
} from '../../../demo/server/world/verification-builders.js';
import {permissionsForRole} from '../../../src/domain/permissions.js';
import type {Verification} from '../../../src/domain/verification.js';
import type {ReviewNavigateEvent} from '../../../src/session/review-events.js';
import {lengths} from '../../../src/verification-detail/cards/proximity-card.js';
import {drawnDistance} from '../../../src/verification-detail/cards/proximity-picture.js';
import {wordsFor} from '../../../src/words/words.js';
import {
  allOf,
  buttonNamed,
  isAccessible,
  leave,
  listOf,
  mount,
  oneOf,
  shows,
  textOf,
  type Mounted,
  type MountOptions,
} from '../../support/harness.js';
import {waitUntil} from '../../support/until.js';

type Draw = (verification: Verification) => TemplateResult;

/** Puts a card on a stage whose viewer is an owner, unless it is said otherwise. */
const lay = (
  draw: Draw,
  over: Partial<Verification> = {},
  options: MountOptions = {},
  answers: Parameters<typeof mount>[0] = {},
): Promise<Mounted<HTMLElement>> => {
  const verification = aVerification(over);
  return mount<HTMLElement>(answers, () => draw(verification), {
    verification: `${verification.type}/${verification.id}`,
    permissions: permissionsForRole('owner'),
    width: 360,
    ...options,
  });
};

const score: Draw = (verification) => html`<kyc-score-card .verification=${verification}></kyc-score-card>`;
const status: Draw = (verification) =>
  html`<kyc-status-card .verification=${verification}></kyc-status-card>`;
const proximity: Draw = (verification) =>
  html`<kyc-proximity-card .verification=${verification}></kyc-proximity-card>`;
const subject: Draw = (verification) =>
  html`<kyc-subject-card .verification=${verification}></kyc-subject-card>`;
const matter: Draw = (verification) =>
  html`<kyc-matter-card .verification=${verification}></kyc-matter-card>`;

describe('the cards of a verification', () => {
  afterEach(leave);

  describe('the score', () => {
    const meter = (part: Node) => oneOf(part, '[role=meter]');

    const cases = [
      {says: 'one document without a mismatch', mismatches: [], more: [], now: '100', max: '100'},
      {
        says: 'one document with all six',
        mismatches: ['face', 'name', 'dob', 'address', 'gender', 'nationality'],
        more: [],
        now: '0',
        max: '100',
      },
      {
        says: 'two documents, one of which differs',
        mismatches: ['gender'],
        more: [aCheckedBill()],
        now: '195',
        max: '200',
      },
    ] as const;
    for (const {says, mismatches, more, now, max} of cases) {
      it(`is shown as the server has it: ${says}`, async () => {
        const documents = [aCheckedCard({mismatches: mismatches.map((kind) => aMismatch(kind))}), ...more];
        const {part} = await lay(score, {documents, ...scored(documents)});
        await waitUntil(() => allOf(part, '[role=meter]').length === 1);
        expect(meter(part).getAttribute('aria-valuenow')).to.equal(now);
        expect(meter(part).getAttribute('aria-valuemax')).to.equal(max);
      });
    }

    it('names each deduction, its document and what would be without it', async () => {
      const {part} = await lay(score);
      for (const text of ['−25 Date of birth differs Identity card without this: 190', '−10 Address differs'])
        await shows(part, text);
    });

    it('is no score where there is none', async () => {
      const {part} = await lay(score, {documents: [], score_total: null, score_breakdown: null});
      await shows(part, 'No score');
    });

    it('is covered where the faces are to be compared first', async () => {
      const {part} = await lay(
        (verification) => html`<kyc-score-card .verification=${verification} covered></kyc-score-card>`,
      );
      await shows(part, 'Covered until you have compared the faces');
      expect(textOf(part)).not.to.match(/165|−25/u);
    });
  });

  describe('the status', () => {
    const by = {id: 'user-2', name: 'Chiara Rossi'};
    const at = '2026-11-11T16:05:00Z';
    const cases = [
      {
        says: 'waits',
        of: {status: 'pending_review'},
        shows: ['Pending review', 'Waits for a person to decide.'],
      },
      {
        says: 'was approved, by whom and with which note',
        of: {status: 'approved', decision: {outcome: 'approved', by, at, note: 'Called the bank.'}},
        shows: ['Approved', 'since Nov 11, 2026', 'Decided by Chiara Rossi', 'Called the bank.', 'audit PDF'],
      },
      {
        says: 'was rejected, by somebody who has no name here',
        of: {status: 'rejected', decision: {outcome: 'rejected', by: {id: 'user-9'}, at}},
        shows: ['Rejected', 'Decided by user-9', 'reopened'],
      },
      {
        says: 'was rejected before',
        of: {status: 'pending_review', decision: {outcome: 'rejected', by, at, note: 'Unreadable.'}},
        shows: ['Pending review', 'Rejected before by Chiara Rossi', 'Nov 11, 2026', 'Unreadable.'],
      },
      {
        says: 'is still with the subject',
        of: {status: 'in_progress', invite: anInvite({resends: 1})},
        shows: [
          'In progress',
          'Invite sent Nov 10, 2026',
          'after 1 earlier time.',
          'Valid until Dec 8, 2026',
        ],
      },
    ];
    for (const {says, of, shows: texts} of cases) {
      it(`says that it ${says}`, async () => {
        const {part} = await lay(status, of);
        for (const text of texts) await shows(part, text);
      });
    }

    it('says since when it waits, and that it was rejected before, by the timeline alone', async () => {
      const events = [
        {type: 'request.reopened', at: '2026-11-12T09:30:00Z', seq: 3},
        {
          type: 'request.rejected',
          at: '2026-11-11T16:05:00Z',
          seq: 2,
          actor: {kind: 'user', ...by},
          note: 'Unreadable.',
        },
        {type: 'request.created', seq: 1},
      ].map((each) => anAuditEvent({...each, id: `event-${each.seq}`}));
      const {type, id} = aVerification();
      const {part} = await lay(
        status,
        {status: 'pending_review', decision: null},
        {},
        {[`verifications/${type}/${id}/audit`]: listOf(...events)},
      );
      await shows(part, 'since Nov 12, 2026');
      await shows(part, 'Rejected before by Chiara Rossi , Nov 11, 2026');
      await shows(part, 'Unreadable.');
    });

    it('says since when of a draft, and asks for nothing', async () => {
      const {part, requests} = await lay(status, {status: 'initiated', created_at: '2026-11-08T10:58:00Z'});
      await shows(part, 'since Nov 8, 2026');
      expect(requests.filter((each) => each.includes('/audit'))).to.deep.equal([]);
    });

    it('is shown as it came where nobody knows it, and promises nothing', async () => {
      const {part} = await lay(status, {status: 'on_hold'});
      await shows(part, 'on_hold');
      expect(textOf(part)).to.equal('Status on_hold');
    });

    it('tells a viewer that they cannot act on it', async () => {
      const {part} = await lay(status, {}, {permissions: permissionsForRole('viewer')});
      await shows(part, 'You hold no permission to act on it.');
    });
  });

  describe('the position of the device', () => {
    const cases = [
      {
        says: 'far away',
        of: {},
        shows: ['Diverged', '302 km from the declared address', 'Limit 100 km'],
        badge: 1,
        picture: /outside the circle of 100 km .* to the north$/u,
        ring: 1,
      },
      {
        says: 'near',
        of: {state: 'near', distance_km: 12},
        shows: ['12 km'],
        badge: 0,
        picture: /inside the circle/u,
        ring: 1,
      },
      {
        says: 'exactly at the limit, which is near',
        of: {distance_km: 100},
        shows: ['100 km'],
        badge: 0,
        picture: /inside/u,
        ring: 1,
      },
      {
        says: 'without a limit, so without a verdict',
        of: {threshold_km: null, state: 'unknown'},
        shows: ['302 km', 'No limit is set'],
        badge: 0,
        picture: /^The device is 302 km from/u,
        ring: 0,
      },
      {
        says: 'without positions, so without a direction',
        of: {device: null},
        shows: ['302 km'],
        badge: 1,
        picture: /declared address$/u,
        ring: 1,
      },
    ];
    for (const {says, of, shows: texts, badge, picture, ring} of cases) {
      it(`is drawn ${says}`, async () => {
        const {part} = await lay(proximity, scored([aCheckedCard()], aGeolocation(of)));
        for (const text of texts) await shows(part, text);
        await shows(part, 'Does not change the score.');
        expect(allOf(part, '.tag')).to.have.length(badge);
        expect(oneOf(part, '[role=img]').getAttribute('aria-label')).to.match(picture);
        expect(allOf(part, '.ring')).to.have.length(ring);
      });
    }

    it('that was not shared is said in words, without a picture', async () => {
      const {part} = await lay(
        proximity,
        scored([aCheckedCard()], aGeolocation({state: 'unavailable', distance_km: null, device: null})),
      );
      await shows(part, 'The subject did not share the position of the device.');
      expect(allOf(part, '[role=img]')).to.have.length(0);
    });

    const pairs = [
      {distance: 302, threshold: 100, reads: ['302 km', '100 km']},
      {distance: 100.2, threshold: 100, reads: ['100.2 km', '100 km']},
      {distance: 100.004, threshold: 100, reads: ['100.004 km', '100 km']},
      {distance: 99.6, threshold: 100, reads: ['99.6 km', '100 km']},
      {distance: 0.43, threshold: undefined, reads: ['0.4 km', undefined]},
    ];
    for (const {distance, threshold, reads} of pairs) {
      it(`never reads as equal to a limit that it is not: ${distance} and ${threshold ?? 'none'}`, () => {
        const written = lengths({distance, threshold}, wordsFor('en'));
        expect([written.distance, written.limit]).to.deep.equal(reads);
      });
    }

    it('never stands on the wrong side of the circle, nor outside the picture', () => {
      for (const distance of [0, 1, 99.999, 100, 100.001, 140, 5000, 20_000]) {
        const state = distance > 100 ? 'diverged' : 'near';
        const drawn = drawnDistance({state, distance, threshold: 100});
        expect(drawn > 18, `${distance} km`).to.equal(state === 'diverged');
        expect(drawn).to.be.at.most(34);
      }
    });
  });

  describe('the subject', () => {
    it('has name, kind, e-mail and phone, and buttons that copy', async () => {
      const {part} = await lay(subject);
      for (const text of [
        'Ioannis Papadopoulos',
        'Ιωάννης',
        'Client',
        'ioannis.papadopoulos@example.gr',
        '+30 210',
      ])
        await shows(part, text);
      for (const name of ['Copy e-mail', 'Copy phone'])
        expect(buttonNamed(part, name)).to.be.an('HTMLButtonElement');
    });

    it('says what is not given', async () => {
      const {part} = await lay(subject, {
        subject: aSubject({name: null, email: null, phone: ' ', kind: 'robot'}),
      });
      await shows(part, 'Subject without a name');
      await shows(part, 'robot');
      expect(textOf(part).match(/not given/gu)).to.have.length(3);
    });

    it('asks for no picture that lies elsewhere', async () => {
      const {part, requests} = await lay(subject, {
        subject: aSubject({avatar_url: 'https://elsewhere.example/face.png'}),
      });
      await shows(part, 'The file is missing');
      expect(requests).to.deep.equal([]);
    });
  });

  describe('the matter', () => {
    it('is a link that tells the host first', async () => {
      const {part} = await lay(matter);
      await shows(part, 'M-2025-0147 · Open');
      const heard: ReviewNavigateEvent[] = [];
      part.addEventListener('review-navigate', (event) => {
        heard.push(event);
        event.preventDefault();
      });
      buttonNamed(part, 'Skoufa Holdings, onboarding').click();
      expect(heard.map(({to, id, href}) => [to, id, href])).to.deep.equal([
        ['matter', 'matter-1', new URL('/matters/matter-1', document.baseURI).href],
      ]);
    });

    it('is a lock and no link where the viewer cannot open it', async () => {
      const {part} = await lay(matter, {matter: aMatter({accessible: false})});
      await shows(part, 'You cannot open this matter.');
      expect(allOf(part, 'a, button')).to.have.length(0);
    });

    it('XS-03 is text where its address is no page', async () => {
      const {part} = await lay(matter, {matter: aMatter({href: 'javascript:alert(1)'})});
      await shows(part, 'Skoufa Holdings, onboarding');
      expect(allOf(part, 'a, button')).to.have.length(0);
    });
  });

  describe('for everybody', () => {
    const all: Draw = (verification) =>
      html`<div>${[score, status, proximity, subject, matter].map((draw) => draw(verification))}</div>`;
    for (const [theme, locale] of [
      ['light', 'en'],
      ['dark', 'en'],
      ['light', 'ar'],
    ] as const) {
      it(`are accessible, ${theme}, ${locale}`, async () => {
        const {part} = await lay(all, {}, {theme, locale});
        await waitUntil(() => allOf(part, 'score-gauge [role=meter], [role=meter]').length === 1);
        await isAccessible(part);
      });
    }
  });
});
