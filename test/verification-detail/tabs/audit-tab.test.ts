import {expect, html} from '@open-wc/testing';
import {
  aNote,
  anAuditEvent,
  aVerification,
  caseReviewers,
} from '../../../demo/server/world/verification-builders.js';
import {auditEventTypes, type AuditEvent} from '../../../src/domain/audit-event.js';
import {permissionsForRole} from '../../../src/domain/permissions.js';
import type {AuditTab} from '../../../src/verification-detail/tabs/audit-tab.js';
import '../../support/arabic.js';
import {
  allOf,
  buttonNamed,
  isAccessible,
  json,
  leave,
  listOf,
  mount,
  oneAfterTheOther,
  oneOf,
  refusal,
  shows,
  silence,
  textOf,
  type MountOptions,
} from '../../support/harness.js';
import {waitUntil} from '../../support/until.js';

const name = 'idv/verification-7F3A21C9';
const path = `verifications/${name}/audit`;
const checkPath = `${path}/verify`;
const rossi = {kind: 'user', ...caseReviewers[0]} as const;
const verification = aVerification();

const see = (
  answers: Parameters<typeof mount>[0],
  options: MountOptions = {},
  content = () => html`<kyc-audit-tab .verification=${verification}></kyc-audit-tab>`,
) =>
  mount<AuditTab>(answers, content, {
    verification: name,
    permissions: permissionsForRole('owner'),
    ...options,
  });

const withEvents = (...events: readonly AuditEvent[]) => ({[path]: listOf(...events)});
const told = (part: Element): readonly string[] => allOf(part, '.timeline > li .what').map(textOf);

const reopened = [
  anAuditEvent({
    id: 'event-3',
    seq: 3,
    type: 'request.reopened',
    at: '2026-11-12T10:40:00Z',
    actor: rossi,
    note: 'The subject sent a clearer back side.',
    data: {},
  }),
  anAuditEvent({
    id: 'event-2',
    seq: 2,
    type: 'request.rejected',
    at: '2026-11-11T17:05:00Z',
    actor: rossi,
    note: 'Back side unreadable.',
    data: {from: 'pending_review', to: 'rejected', score_total: 165},
  }),
  anAuditEvent(),
] as const;

describe('Audit tab', () => {
  afterEach(leave);

  it('is a timeline in the order of the server, newest first, with who and when', async () => {
    const {part} = await see(withEvents(...reopened));
    await shows(part, 'Reopened');
    expect(told(part)).to.deep.equal([
      'Reopened by Chiara Rossi',
      'Rejected by Chiara Rossi',
      'Created by 山田 花子',
    ]);
    expect(allOf(part, '.when time').map((each) => each.getAttribute('datetime'))).to.deep.equal([
      '2026-11-12T10:40:00.000Z',
      '2026-11-11T17:05:00.000Z',
      '2026-11-08T10:58:00.000Z',
    ]);
    expect(oneOf(part, 'ol').getAttribute('aria-label')).to.equal('Events, newest first');
  });

  it('says that events can arrive late, and when it was loaded', async () => {
    const {part} = await see(withEvents(...reopened));
    await shows(part, 'Reopened');
    expect(textOf(part)).to.contain('Events can arrive late.');
    expect(textOf(oneOf(part, '.bar'))).to.match(/Loaded \d\d:\d\d:\d\d/);
  });

  it('keeps earlier decisions after a reopening, with their notes, and marks them', async () => {
    const {part} = await see(withEvents(...reopened));
    await shows(part, 'Back side unreadable.');
    const marked = allOf(part, '.timeline > li').map((each) => textOf(each).includes('An earlier decision'));
    expect(marked).to.deep.equal([false, true, false]);
    expect(textOf(part)).to.contain('The subject sent a clearer back side.');
  });

  it('has words for every event of the contract', async () => {
    const events = auditEventTypes.map((type, at) => anAuditEvent({id: `event-${at}`, type, data: {}}));
    const {part} = await see(withEvents(...events));
    await shows(part, 'Invite sent again');
    for (const what of told(part)) expect(what).not.to.match(/\w+\.\w+/);
    expect(new Set(told(part)).size).to.equal(auditEventTypes.length);
  });

  it('names an event that nobody knows by its raw type', async () => {
    const {part} = await see(withEvents(anAuditEvent({type: 'request.viewed_by_partner'})));
    await shows(part, 'request.viewed_by_partner by 山田 花子');
    expect(oneOf(part, '.mono').textContent?.trim()).to.equal('request.viewed_by_partner');
  });

  const actors = [
    {
      says: 'a person',
      actor: {kind: 'user', id: 'u', name: 'Chiara Rossi'},
      shown: 'Created by Chiara Rossi',
    },
    {says: 'a person without a name', actor: {kind: 'user', id: 'user-77'}, shown: 'Created by user-77'},
    {says: 'nobody', actor: {kind: 'user'}, shown: 'Created by somebody who is not named'},
    {
      says: 'the subject',
      actor: {kind: 'subject', name: 'Ioannis'},
      shown: 'Created by the subject, Ioannis',
    },
    {says: 'the subject without a name', actor: {kind: 'subject'}, shown: 'Created by the subject'},
    {says: 'the system', actor: {kind: 'system'}, shown: 'Created by the system'},
    {
      says: 'a part of the system',
      actor: {kind: 'system', name: 'Expiry'},
      shown: 'Created by the system, Expiry',
    },
    {says: 'a kind that nobody knows', actor: {kind: 'robot', id: 'r-2'}, shown: 'Created by r-2'},
  ] as const;
  for (const {says, actor, shown} of actors) {
    it(`says who did it: ${says}`, async () => {
      const {part} = await see(withEvents(anAuditEvent({actor})));
      await shows(part, 'Created');
      expect(told(part)).to.deep.equal([shown]);
    });
  }

  it('tells what an event carries, in words where it has some', async () => {
    const data = {
      from: 'pending_review',
      to: 'rejected',
      channel: 'email',
      score: {raw: 65},
      sent_at: '2026-11-10T09:02:00Z',
    };
    const {part} = await see(withEvents(anAuditEvent({type: 'request.rejected', data})));
    await shows(part, 'Rejected');
    const facts = allOf(part, '.detail .facts > div').map(textOf);
    expect(facts).to.contain('From Pending review').and.contain('To Rejected').and.contain('score.raw 65');
    expect(facts.find((each) => each.startsWith('Sent'))).to.contain('2026');
  });

  it('calls a finding by its name, and leaves out what goes without saying', async () => {
    const events = [
      anAuditEvent({
        id: 'event-2',
        type: 'finding.judged',
        data: {finding_id: 'finding-pep', outcome: 'unsure'},
      }),
      anAuditEvent({type: 'request.rejected', data: {status: 'rejected', version: 4}}),
    ];
    const {part} = await see(withEvents(...events));
    await shows(part, 'Finding judged');
    expect(allOf(part, '.detail .facts > div').map(textOf)).to.deep.equal([
      'Finding Ioannis PAPADOPOULOS',
      'Outcome Can’t tell',
      'Version 4',
    ]);
  });

  it('calls a case that waits for review ready', async () => {
    const {part} = await see(
      withEvents(anAuditEvent({type: 'request.updated', data: {status: 'pending_review'}})),
    );
    await shows(part, 'Ready for review');
  });

  it('covers in blind mode what speaks of the face match, and says so', async () => {
    const events = [
      anAuditEvent({id: 'event-2', type: 'biometric.judged', actor: rossi, data: {outcome: 'different'}}),
      anAuditEvent({
        type: 'request.updated',
        data: {score_total: 165, face_match: 94.2, status: 'pending_review'},
      }),
    ];
    const {part} = await see(
      withEvents(...events),
      {},
      () => html`<kyc-audit-tab .verification=${verification} .covered=${true}></kyc-audit-tab>`,
    );
    await shows(part, 'Face match judged');
    expect(textOf(part)).not.to.contain('Different people').and.not.contain('165').and.not.contain('94');
    expect(textOf(part)).to.contain('Ready for review');
    expect(textOf(part).split('Covered until your own judgement').length - 1).to.equal(2);
    part.covered = false;
    await shows(part, 'Different people');
    expect(textOf(part)).to.contain('165').and.contain('94.2');
  });

  it('loads again when asked, and says when', async () => {
    const {part, requests} = await see({
      [path]: oneAfterTheOther(listOf(anAuditEvent()), listOf(...reopened)),
    });
    await shows(part, 'Created');
    const refresh = buttonNamed(part, 'Refresh: Audit');
    refresh.focus();
    refresh.click();
    await shows(part, 'Reopened');
    await waitUntil(() => /Loaded \d/.test(textOf(oneOf(part, '.bar [role="status"]'))));
    expect(requests).to.have.length(2);
    expect(part.shadowRoot?.activeElement).to.equal(refresh);
  });

  it('loads again by itself when the case changes', async () => {
    const {part, stage} = await see({
      [path]: oneAfterTheOther(listOf(anAuditEvent()), listOf(...reopened)),
    });
    await shows(part, 'Created');
    stage.happens('request.reopened');
    await shows(part, 'Reopened');
  });

  it('loads again after an own note, and once more for events that come late', async () => {
    const notes = `verifications/${name}/notes`;
    const {stage, requests} = await see(
      {
        ...withEvents(...reopened),
        [notes]: (request: Request) => json(request.method === 'GET' ? listOf() : aNote()),
      },
      {viewerId: 'user-2'},
      () =>
        html`<kyc-audit-tab .verification=${verification}></kyc-audit-tab
          ><kyc-notes-tab .verification=${verification}></kyc-notes-tab>`,
    );
    await shows(stage, 'Reopened');
    const asked = () => requests.filter((each) => each.startsWith(`GET ${path}`)).length;
    expect(asked()).to.equal(1);
    const field = oneOf<HTMLTextAreaElement>(stage, 'textarea');
    field.value = 'He moved.';
    field.dispatchEvent(new InputEvent('input'));
    buttonNamed(stage, 'Add note').click();
    await waitUntil(() => asked() > 1, 'the timeline was not read again');
    await waitUntil(() => asked() > 2, 'the timeline was not read once more');
    expect(asked()).to.equal(3);
  });

  it('loads more when asked, each event once', async () => {
    const event = (at: number) => anAuditEvent({id: `event-${at}`, seq: at, note: `note ${at}`});
    const {part} = await see({
      [path]: ({url}: Request) =>
        new URL(url).searchParams.get('cursor')
          ? json({items: [event(2), event(1)], next_cursor: null})
          : json({items: [event(3), event(2)], next_cursor: 'second'}),
    });
    await shows(part, 'Load more');
    buttonNamed(part, 'Load more : Audit').click();
    await shows(part, 'note 1');
    expect(allOf(part, '.quote').map(textOf)).to.deep.equal(['note 3', 'note 2', 'note 1']);
    expect(textOf(part)).not.to.contain('Load more');
  });

  for (const [says, answer, shown, tone] of [
    ['an intact chain', {intact: true, events: 3}, 'The chain is intact: 3 events.', 'is-positive'],
    [
      'a broken chain, from which event on',
      {intact: false, events: 3, first_broken: 2},
      'The chain is broken from event 2 on.',
      'is-negative',
    ],
    ['a broken chain', {intact: false, events: 3}, 'The chain is broken.', 'is-negative'],
  ] as const) {
    it(`tells ${says}, and only when asked`, async () => {
      const {part, requests} = await see({...withEvents(...reopened), [checkPath]: answer});
      await shows(part, 'Reopened');
      expect(requests.some((each) => each.includes('verify'))).to.equal(false);
      buttonNamed(part, 'Check the chain').click();
      await shows(part, shown);
      expect(allOf(part, '.notice').map(({classList}) => classList[1])).to.deep.equal([tone]);
      expect(textOf(part)).to.match(/Checked \d\d:\d\d:\d\d/);
      await isAccessible(part);
      buttonNamed(part, 'Check the chain again').click();
      await waitUntil(() => requests.filter((each) => each.includes('verify')).length === 2);
    });
  }

  it('never calls a chain intact that could not be checked', async () => {
    const {part} = await see({...withEvents(...reopened), [checkPath]: refusal(500)});
    await shows(part, 'Reopened');
    buttonNamed(part, 'Check the chain').click();
    await shows(part, 'Chain of events could not be loaded');
    expect(textOf(part)).not.to.contain('intact').and.not.contain('broken');
  });

  it('says that there is nothing yet', async () => {
    const {part} = await see(withEvents());
    await shows(part, 'No events yet');
    await isAccessible(part);
  });

  it('says while it is loading', async () => {
    const {part} = await see({[path]: silence});
    await shows(part, 'Loading Audit');
    await isAccessible(part);
  });

  it('says that it failed and loads again when asked', async () => {
    const {part} = await see({[path]: oneAfterTheOther(refusal(500), listOf(...reopened))});
    await shows(part, 'Audit could not be loaded');
    await isAccessible(part);
    buttonNamed(part, 'Try again: Audit').click();
    await shows(part, 'Reopened');
  });

  it('says that there is no access, and drops what it showed', async () => {
    const {part, stage} = await see({
      [path]: oneAfterTheOther(listOf(...reopened), refusal(403, 'forbidden')),
    });
    await shows(part, 'Reopened');
    await stage.refresh();
    await shows(part, 'You have no access to Audit');
    expect(textOf(part)).not.to.contain('Reopened').and.not.contain('Loaded');
    await isAccessible(part);
  });

  it('keeps what it showed when refreshing fails, with its time', async () => {
    const {part, stage} = await see({[path]: oneAfterTheOther(listOf(...reopened), refusal(500))});
    await shows(part, 'Reopened');
    await stage.refresh();
    await shows(part, 'Shown as of');
    expect(textOf(part)).to.contain('Reopened');
    await isAccessible(part);
  });

  it('leaves out what cannot be read, and says so', async () => {
    const {part} = await see({[path]: listOf(anAuditEvent(), {...anAuditEvent({id: 'bad'}), seq: 'x'})});
    await shows(part, '1 row could not be read');
    expect(told(part)).to.have.length(1);
  });

  it('draws nothing of a history of 300 events again when nothing has changed', async () => {
    const events = Array.from({length: 300}, (_, at) =>
      anAuditEvent({
        id: `event-${at}`,
        seq: 300 - at,
        type: auditEventTypes[at % 12] ?? 'x',
        note: `note ${at}`,
      }),
    );
    const {part} = await see({[path]: listOf(...events)});
    await shows(part, 'note 299');
    expect(told(part)).to.have.length(300);
    const changes = new MutationObserver(() => undefined);
    changes.observe(part.shadowRoot ?? part, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    part.requestUpdate();
    await part.updateComplete;
    expect(changes.takeRecords()).to.have.length(0);
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const width of [360, 1280] as const) {
      for (const locale of ['en', 'ar'] as const) {
        it(`AX-01 is accessible ${theme} at ${width} in ${locale}`, async () => {
          const {part} = await see(withEvents(...reopened), {theme, width, locale});
          await shows(part, locale === 'en' ? 'Reopened' : 'أُعيد فتحه');
          await isAccessible(part);
          expect(part.scrollWidth).to.be.at.most(part.clientWidth);
        });
      }
    }
  }
});
