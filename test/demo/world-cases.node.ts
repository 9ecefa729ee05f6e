import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {judgementOutcomes} from '../../src/domain/aml.js';
import {auditEventSchema} from '../../src/domain/audit-event.js';
import {mismatchKinds} from '../../src/domain/document.js';
import {proximityStates} from '../../src/domain/geolocation.js';
import {noteSchema} from '../../src/domain/note.js';
import {isRecordId} from '../../src/domain/resources.js';
import {screeningStates} from '../../src/domain/screening.js';
import {relationsTo} from '../../src/domain/verification-actions.js';
import {
  channels,
  livenessResults,
  verificationSchema,
  verificationStatuses,
  verificationTypes,
} from '../../src/domain/verification.js';
import {personas} from '../../demo/server/sign-in.js';
import {worldNow} from '../../demo/server/world/calendar.js';
import {caseHeroName, makeWorld} from '../../demo/server/world/make-world.js';
import {pngSize} from '../../demo/server/world/png.js';
import {makeSmallWorld} from '../../demo/server/world/small-world.js';
import {staff} from '../../demo/server/world/staff.js';
import {anAuditEvent, aVerification} from '../../demo/server/world/verification-builders.js';
import type {VerificationFolder} from '../../demo/server/world/world.js';
import {holdsTo} from './held-to-schema.js';

const world = makeWorld();
const cases = world.verifications;
const verifications = cases.map(({verification}) => verification);

const filesPointedTo = ({
  verification: {documents, biometric, subject},
}: VerificationFolder): readonly string[] => [
  ...documents.flatMap(({files}) => files.map(({url}) => url)),
  ...[biometric?.selfie, biometric?.portrait].flatMap((file) => (file ? [file.url] : [])),
  ...(subject.avatar_url ? [subject.avatar_url] : []),
];

for (const [name, folders] of [
  ['the verifications of the world', cases],
  ['the verifications of the small world', makeSmallWorld().verifications],
] as const) {
  describe(name, () => {
    it('are readable to the last row, and stored without what depends on who asks and when', () => {
      for (const {verification, notes = []} of folders) {
        holdsTo(verificationSchema, verification);
        for (const note of notes) holdsTo(noteSchema, note);
        assert.equal(verification.biometric?.judgement ?? undefined, undefined);
        assert.equal(verification.invite?.live ?? undefined, undefined);
        assert.equal(verification.invite?.resend_after_s ?? undefined, undefined);
      }
    });

    it('have no id twice, and every id can stand in a path', () => {
      const ids = folders.map(({verification}) => verification.id);
      assert.equal(new Set(ids).size, ids.length);
      for (const {verification, files = []} of folders) {
        assert.ok(isRecordId(verification.id));
        const below = verification.documents.flatMap(({id, files: own}) => [
          id,
          ...own.map((each) => each.id),
        ]);
        assert.equal(new Set(below).size, below.length);
        assert.equal(new Set(files.map(({path}) => path)).size, files.length);
      }
    });

    it('keep a file for every picture that they point to', () => {
      for (const folder of folders) {
        const kept = new Set((folder.files ?? []).map(({path}) => path));
        for (const url of filesPointedTo(folder)) assert.ok(kept.has(url), url);
      }
    });

    it('tell what happened in order, from its creation on, and never in the future', () => {
      for (const {verification, events = []} of folders) {
        assert.equal(events[0]?.type, 'request.created');
        assert.equal(events[0]?.at, verification.created_at);
        for (const [index, {at}] of events.entries())
          assert.ok(
            index === 0 || Date.parse(at) >= Date.parse(events[index - 1]?.at ?? ''),
            verification.id,
          );
        assert.ok(events.every(({at}) => Date.parse(at) <= Date.parse(worldNow)));
      }
    });
  });
}

describe('the builders of verifications', () => {
  it('make records in the form of the contract', () => {
    holdsTo(verificationSchema, aVerification());
    holdsTo(verificationSchema, aVerification({type: 'kyc', id: 'another', documents: []}));
    holdsTo(auditEventSchema, anAuditEvent());
  });

  it('score a verification by its documents, and not at all without one', () => {
    assert.equal(aVerification().score_total, 165);
    assert.equal(aVerification().score_breakdown?.max, 200);
    assert.equal(aVerification({documents: []}).score_total, null);
  });
});

describe('the verifications of the world', () => {
  it('are at least forty, of both tenants, and the same at every making', () => {
    assert.ok(cases.length >= 40);
    for (const {id} of world.tenants) assert.ok(cases.some(({tenant}) => tenant === id));
    assert.equal(JSON.stringify(makeWorld().verifications), JSON.stringify(cases));
  });

  const covered = [
    ['status', verificationStatuses, verifications.map(({status}) => status)],
    ['type', verificationTypes, verifications.map(({type}) => type)],
    ['channel', channels, verifications.map(({channel}) => channel)],
    ['state of the screening', screeningStates, verifications.map(({screening}) => screening?.state)],
    ['outcome of liveness', livenessResults, verifications.map(({biometric}) => biometric?.liveness)],
    [
      'state of proximity',
      proximityStates,
      verifications.map(({score_breakdown}) => score_breakdown?.geolocation?.state),
    ],
    [
      'kind of mismatch',
      mismatchKinds,
      verifications.flatMap(({documents}) =>
        documents.flatMap(({mismatches}) => mismatches.map(({kind}) => kind)),
      ),
    ],
    [
      'judgement of a finding',
      judgementOutcomes,
      verifications.flatMap(({screening}) =>
        (screening?.findings ?? []).map(({judgement}) => judgement?.outcome),
      ),
    ],
  ] as const;
  for (const [what, listed, held] of covered) {
    it(`hold every ${what}`, () => {
      for (const each of listed) assert.ok((held as readonly unknown[]).includes(each), each);
    });
    if (what === 'type' || what === 'judgement of a finding') continue;
    it(`hold some ${what} that nobody knows`, () => {
      const known = new Set<unknown>([...listed, undefined, null]);
      assert.ok(held.some((each) => !known.has(each)));
    });
  }

  it('hold every status with and without documents, faces, findings, matters and scores', () => {
    assert.ok(verifications.some(({score_total}) => (score_total ?? 0) < 0));
    assert.ok(verifications.some(({documents}) => documents.length === 3));
    assert.ok(
      verifications.some(({status, documents}) => status === 'pending_review' && documents.length === 0),
    );
    assert.ok(verifications.some(({status, biometric}) => status === 'pending_review' && !biometric));
    assert.ok(verifications.some(({matter}) => matter && !matter.accessible));
    assert.ok(verifications.some(({matter}) => !matter));
    assert.ok(verifications.some(({subject}) => subject.kind === 'team_member'));
    assert.ok(verifications.some(({subject}) => subject.name === null));
    assert.ok(verifications.some(({short_id}) => short_id === null));
  });

  it('hold invites that are live, ran out unnoticed, and never run out', () => {
    const invites = verifications
      .filter(({status}) => status === 'in_progress')
      .map(({invite}) => invite?.expires_at ?? null);
    assert.ok(invites.includes(null));
    assert.ok(invites.some((each) => each !== null && each < worldNow));
    assert.ok(invites.some((each) => each !== null && each > worldNow));
  });

  it('hold one that was reopened, whose earlier decision stays in its history', () => {
    const hero = cases.find(({verification}) => verification.id === caseHeroName.id);
    assert.equal(hero?.verification.status, 'pending_review');
    assert.equal(hero.verification.decision, null);
    const types = hero.events?.map(({type}) => type) ?? [];
    assert.ok(types.indexOf('request.rejected') < types.indexOf('request.reopened'));
    assert.equal(hero.verification.score_total, 165);
  });

  it('hold one with more than 200 events', () => {
    assert.ok(cases.some(({events}) => (events ?? []).length > 200));
  });

  it('tell of each decision, its note and who decided exactly what the history tells', () => {
    for (const {verification, events = []} of cases) {
      const {decision, status} = verification;
      assert.equal(decision !== null, status === 'approved' || status === 'rejected', status);
      if (!decision) continue;
      const event = events.findLast(({type}) => type === `request.${status}`);
      assert.equal(event?.at, decision.at);
      assert.equal(event.note, decision.note ?? undefined);
      assert.equal(event.actor.id, decision.by?.id);
    }
  });

  it('have every name in their history that they have on the record', () => {
    for (const {notes = [], events = []} of cases)
      assert.equal(notes.length, events.filter(({type}) => type === 'note.created').length);
  });

  it('stand in every relation to whoever can sign in as a member, in every status that asks for one', () => {
    const members = personas.filter(({role}) => role === 'member');
    for (const status of ['in_progress', 'pending_review', 'approved', 'rejected'] as const) {
      const relations = members.flatMap((viewer) =>
        cases
          .filter(({tenant, verification}) => tenant === viewer.tenant && verification.status === status)
          .map(({verification}) => relationsTo(verification, viewer)),
      );
      for (const assigned of [true, false])
        for (const own of [true, false]) {
          // To have asked for what one reviews oneself is rare: once is enough.
          if (assigned && own && status !== 'pending_review') continue;
          assert.ok(
            relations.some((each) => each.assigned === assigned && each.own === own),
            `${status}: ${assigned ? 'assigned' : 'not assigned'}, ${own ? 'own' : 'not own'}`,
          );
        }
    }
  });

  it('name those who can sign in as the sign-in does', () => {
    for (const {id, name} of personas)
      for (const each of Object.values(staff)) if (each.id === id) assert.equal(each.name, name);
    assert.ok(
      personas.some(({id}) => id === staff.hana.id) && personas.some(({id}) => id === staff.daniel.id),
    );
  });

  it('draw the selfie and the portrait of a stranger differently, and both as pictures of the size they say', async () => {
    const folder = cases.find(({verification}) =>
      verification.documents.some(({mismatches}) => mismatches.some(({kind}) => kind === 'face')),
    );
    const {selfie, portrait} = folder?.verification.biometric ?? {};
    const drawn = await Promise.all(
      [selfie, portrait].map(async (record) => {
        const file = folder?.files?.find(({path}) => path === record?.url);
        assert.ok(file && record);
        const bytes = await file.bytes();
        assert.deepEqual(pngSize(bytes), {width: record.width, height: record.height});
        return bytes;
      }),
    );
    assert.notDeepEqual(drawn[0], drawn[1]);
  });
});
