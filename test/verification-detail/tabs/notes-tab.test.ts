import {expect, html} from '@open-wc/testing';
import {aNote, aVerification} from '../../../demo/server/world/verification-builders.js';
import type {Note} from '../../../src/domain/note.js';
import {permissionsForRole} from '../../../src/domain/permissions.js';
import type {NotesTab} from '../../../src/verification-detail/tabs/notes-tab.js';
import '../../support/arabic.js';
import {
  allOf,
  buttonNamed,
  hides,
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
const path = `verifications/${name}/notes`;
const verification = aVerification();
const tab = () => html`<kyc-notes-tab .verification=${verification}></kyc-notes-tab>`;

const see = (answers: Parameters<typeof mount>[0], options: MountOptions = {}) =>
  mount<NotesTab>(answers, tab, {
    verification: name,
    permissions: permissionsForRole('owner'),
    viewerId: 'user-2',
    ...options,
  });

/** A server that keeps the notes it is given. */
function keeping(
  notes: Note[],
  onPost?: (request: Request) => Response | undefined | Promise<Response | undefined>,
) {
  const sent: string[] = [];
  const keys: (string | null)[] = [];
  const answers = {
    [path]: async (request: Request) => {
      if (request.method === 'GET') return json(listOf(...notes));
      const {text} = (await request.clone().json()) as {text: string};
      sent.push(text);
      keys.push(request.headers.get('Idempotency-Key'));
      const refused = await onPost?.(request);
      if (refused) return refused;
      const note = aNote({id: `note-${notes.length + 1}`, text, at: '2026-11-12T12:00:00Z'});
      notes.push(note);
      return json(note, {status: 201});
    },
  };
  return {answers, sent, keys, notes};
}

const field = (part: Element) => oneOf<HTMLTextAreaElement>(part, 'textarea');

function type(part: Element, text: string): void {
  field(part).value = text;
  field(part).dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
}

const press = (part: Element) => buttonNamed(part, 'Add note').click();
const texts = (part: Element) => allOf(part, '.notes .pre').map((each) => each.textContent?.trim() ?? '');

const arabic = aNote({
  id: 'note-2',
  text: 'صورة الوجه الخلفي غير واضحة.',
  author: {id: 'user-9', name: 'أحمد منصور'},
  at: '2026-11-11T15:10:00Z',
});

describe('Notes tab', () => {
  afterEach(leave);

  it('lists notes, newest first, with author and time, and never offers to change them', async () => {
    const {part} = await see({[path]: listOf(arabic, aNote())});
    await shows(part, 'Asked the subject');
    expect(texts(part)).to.deep.equal([aNote().text, arabic.text]);
    const rows = allOf(part, '.notes > li').map(textOf);
    expect(rows[0]).to.contain('Chiara Rossi').and.contain('Nov 12, 2026');
    expect(rows[1]).to.contain('أحمد منصور');
    expect(allOf(part, '.notes button, .notes a')).to.be.empty;
    expect(textOf(part)).to.contain('Notes cannot be changed or deleted.');
  });

  it('names an author by id without a name, and nobody by words', async () => {
    const {part} = await see({
      [path]: listOf(aNote({author: {id: 'user-77'}}), aNote({id: 'note-2', author: null})),
    });
    await shows(part, 'user-77');
    expect(textOf(part)).to.contain('Somebody who is not named');
  });

  it('keeps the lines of a note, and shows a long one whole', async () => {
    const text = `first\nsecond\n${'x '.repeat(900)}end`;
    const {part} = await see({[path]: listOf(aNote({text}))});
    await shows(part, 'end');
    const shown = oneOf(part, '.notes .pre');
    expect(getComputedStyle(shown).whiteSpace).to.contain('pre-line');
    expect(shown.textContent).to.contain('first\nsecond');
    expect(textOf(part)).not.to.contain('Show more');
  });

  for (const [says, permissions, viewerId, isOffered] of [
    ['an owner', permissionsForRole('owner'), 'user-9', true],
    ['an assigned reviewer', permissionsForRole('member'), 'user-2', true],
    ['a member who only asked for it', permissionsForRole('member'), 'user-1', false],
    ['a viewer', permissionsForRole('viewer'), 'user-2', false],
  ] as const) {
    it(`${isOffered ? 'takes' : 'does not take'} notes from ${says}`, async () => {
      const {part} = await see({[path]: listOf(aNote())}, {permissions, viewerId});
      await shows(part, 'Asked the subject');
      expect(allOf(part, 'textarea, .add button')).to.have.length(isOffered ? 2 : 0);
    });
  }

  it('sends a note once, shows it when the server has it, and empties the field', async () => {
    let release = () => {};
    const answered = new Promise<void>((resolve) => (release = resolve));
    const {answers, sent, keys} = keeping([aNote()], async () => {
      await answered;
      return undefined;
    });
    const {part, stage} = await see(answers);
    const told: string[] = [];
    for (const each of ['review-action-request', 'review-action-done', 'review-action-failed'] as const) {
      stage.addEventListener(each, (event) => told.push(`${each} ${event.action} ${event.id}`));
    }
    await shows(part, 'Asked the subject');
    type(part, 'He moved in September.');
    await shows(part, '22 / 2,000');
    press(part);
    press(part);
    await shows(part, 'Sending…');
    press(part);
    expect(texts(part)).to.have.length(1);
    expect(field(part).readOnly).to.equal(true);
    release();
    await shows(part, 'The note is stored.');
    await waitUntil(() => texts(part).length === 2);
    expect(texts(part)[0]).to.equal('He moved in September.');
    expect(field(part).value).to.equal('');
    expect(field(part).readOnly).to.equal(false);
    expect(sent).to.deep.equal(['He moved in September.']);
    expect(keys[0]).to.match(/^"[0-9a-f-]{36}"$/);
    expect(told).to.deep.equal([
      'review-action-request add-note verification-7F3A21C9',
      'review-action-done add-note verification-7F3A21C9',
    ]);
    await isAccessible(part);
    type(part, 'x');
    await hides(part, 'The note is stored.');
  });

  for (const key of [{ctrlKey: true}, {metaKey: true}]) {
    it(`is sent by ${Object.keys(key)[0]} and Enter, and by Enter alone it is not`, async () => {
      const {answers, sent} = keeping([]);
      const {part} = await see(answers);
      await shows(part, 'No notes yet');
      type(part, 'x');
      const enter = (more: object) =>
        field(part).dispatchEvent(
          new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, composed: true, ...more}),
        );
      enter({});
      enter({...key, isComposing: true});
      enter(key);
      await shows(part, 'The note is stored.');
      expect(sent).to.deep.equal(['x']);
    });
  }

  it('does not send a blank note, and says what is missing', async () => {
    const {answers, sent} = keeping([]);
    const {part} = await see(answers);
    await shows(part, 'No notes yet');
    type(part, ' \n\t ');
    press(part);
    await shows(part, 'Write something first.');
    expect(sent).to.be.empty;
    await isAccessible(part);
    type(part, 'x');
    await hides(part, 'Write something first.');
  });

  const lengths = [
    {says: 'nothing', text: '', isSent: false, count: '0 / 5'},
    {says: 'one', text: 'x', isSent: true, count: '1 / 5'},
    {says: 'the limit', text: 'xxxxx', isSent: true, count: '5 / 5'},
    {says: 'the limit in emoji', text: '👍👍👍👍👍', isSent: true, count: '5 / 5'},
    {says: 'one more than the limit', text: 'xxxxxx', isSent: false, count: '6 / 5'},
    {says: 'one emoji more than the limit', text: '👍👍👍👍👍👍', isSent: false, count: '6 / 5'},
    {says: 'a right-to-left override', text: 'a\u202Eb', isSent: true, count: '3 / 5'},
    {says: 'two lines', text: 'a\nb', isSent: true, count: '3 / 5'},
    {says: 'a null byte', text: 'a\u0000b', isSent: true, count: '3 / 5'},
    {says: 'half a character', text: 'a\uD83Db', isSent: true, count: '3 / 5'},
  ];
  for (const {says, text, isSent, count} of lengths) {
    it(`MU-29 takes by code points: ${says}`, async () => {
      const {answers, sent} = keeping([]);
      const {part} = await see(answers, {noteLimit: 5});
      await shows(part, 'No notes yet');
      type(part, text);
      await shows(part, count);
      // A field may change what it is given; what it holds is what is sent.
      const held = field(part).value;
      press(part);
      await (isSent ? shows(part, 'The note is stored.') : part.updateComplete);
      expect(sent).to.deep.equal(isSent ? [held] : []);
      if (!isSent) expect(field(part).value).to.equal(text);
    });
  }

  it('MU-29 says how much is too much, at the field, and cuts nothing off', async () => {
    const {part} = await see({[path]: listOf()}, {noteLimit: 5});
    await shows(part, 'No notes yet');
    type(part, 'xxxxxxxx');
    await shows(part, '3 characters too many. Nothing is cut off');
    expect(field(part).getAttribute('aria-invalid')).to.equal('true');
    expect(buttonNamed(part, 'Add note').getAttribute('aria-disabled')).to.equal('true');
    await isAccessible(part);
  });

  it('MU-29 sends carriage returns as the field has them, and every other character as it is', async () => {
    const {answers, sent, notes} = keeping([]);
    const {part} = await see(answers);
    await shows(part, 'No notes yet');
    const text = '  ZWJ 👩‍👩‍👧 \u202E\u200F é é \t tab  ';
    type(part, text);
    press(part);
    await shows(part, 'The note is stored.');
    type(part, 'a\r\nb');
    press(part);
    await waitUntil(() => notes.length === 2);
    expect(sent).to.deep.equal([text, 'a\nb']);
  });

  it('MU-29 says at the field what the server does not accept, and keeps the note', async () => {
    const invalid = () =>
      json(
        {code: 'invalid', status: 400, errors: [{path: 'text', message: 'A null byte cannot be stored.'}]},
        {status: 400, headers: {'Content-Type': 'application/problem+json'}},
      );
    const {answers} = keeping([], () => invalid());
    const {part} = await see(answers);
    await shows(part, 'No notes yet');
    type(part, 'a\u0000b');
    press(part);
    await shows(part, 'A null byte cannot be stored.');
    expect(field(part).getAttribute('aria-invalid')).to.equal('true');
    const described = field(part).getAttribute('aria-describedby')?.split(' ') ?? [];
    const said = described.map((id) =>
      textOf(part.shadowRoot?.getElementById(id) ?? document.createElement('p')),
    );
    expect(said.join(' ')).to.contain('A null byte cannot be stored.');
    expect(field(part).value).to.equal('a\u0000b');
    await isAccessible(part);
  });

  it('MU-12 sends a changed note under a new key', async () => {
    let isFirst = true;
    const {answers, keys} = keeping([], () => {
      const refused = isFirst ? json({code: 'invalid', errors: []}, {status: 400}) : undefined;
      isFirst = false;
      return refused;
    });
    const {part} = await see(answers);
    await shows(part, 'No notes yet');
    type(part, 'one');
    press(part);
    await shows(part, 'did not accept');
    type(part, 'two');
    press(part);
    await shows(part, 'The note is stored.');
    expect(keys).to.have.length(2);
    expect(keys[0]).not.to.equal(keys[1]);
  });

  it('MU-06 does not know while no answer comes, asks again under the same key, and then knows', async () => {
    let isFirst = true;
    const {answers, keys, sent} = keeping([], () => {
      const lost = isFirst ? new Response(null, {status: 503}) : undefined;
      isFirst = false;
      return lost;
    });
    const {part} = await see(answers);
    await shows(part, 'No notes yet');
    type(part, 'He moved.');
    press(part);
    await shows(part, 'It is not known yet whether this was stored.');
    expect(textOf(part)).not.to.contain('Not sent').and.not.contain('was not stored');
    expect(field(part).readOnly).to.equal(true);
    await isAccessible(part);
    await shows(part, 'The note is stored.');
    expect(keys).to.have.length(2);
    expect(keys[0]).to.equal(keys[1]);
    expect(sent).to.deep.equal(['He moved.', 'He moved.']);
  });

  it('MU-26 takes the field away where the server refuses, and gives it back with its text', async () => {
    const {answers} = keeping([], () => json({code: 'forbidden'}, {status: 403}));
    const {part, stage} = await see(answers);
    await shows(part, 'No notes yet');
    type(part, 'kept');
    press(part);
    await shows(part, 'your access has changed');
    expect(allOf(part, 'textarea')).to.be.empty;
    await isAccessible(part);
    stage.permissions = [...permissionsForRole('owner')];
    await waitUntil(() => allOf(part, 'textarea').length === 1);
    expect(field(part).value).to.equal('kept');
  });

  it('MU-32 sends nothing where the host prevents it, and keeps the note', async () => {
    const {answers, sent} = keeping([]);
    const {part, stage} = await see(answers);
    stage.addEventListener('review-action-request', (event) => event.preventDefault());
    await shows(part, 'No notes yet');
    type(part, 'kept');
    press(part);
    await part.updateComplete;
    expect(sent).to.be.empty;
    expect(field(part).value).to.equal('kept');
  });

  it('keeps a half-typed note and its caret through new notes', async () => {
    const {part, stage} = await see({
      [path]: oneAfterTheOther(listOf(aNote()), listOf(aNote(), arabic)),
    });
    await shows(part, 'Asked the subject');
    field(part).focus();
    type(part, 'half a note');
    field(part).setSelectionRange(4, 6);
    const before = field(part).getBoundingClientRect().top;
    stage.happens('note.created');
    await shows(part, arabic.text);
    expect(field(part).value).to.equal('half a note');
    expect([field(part).selectionStart, field(part).selectionEnd]).to.deep.equal([4, 6]);
    expect(part.shadowRoot?.activeElement).to.equal(field(part));
    expect(field(part).getBoundingClientRect().top).to.equal(before);
  });

  it('keeps a half-typed note through failures and through a tab that was built anew', async () => {
    const {part, stage} = await see({[path]: oneAfterTheOther(listOf(aNote()), refusal(500))});
    await shows(part, 'Asked the subject');
    type(part, 'half a note');
    await stage.refresh();
    await shows(part, 'Shown as of');
    expect(field(part).value).to.equal('half a note');
    stage.content = () => html``;
    await waitUntil(() => !part.isConnected);
    stage.content = tab;
    await waitUntil(() => allOf(stage, 'textarea').length === 1);
    expect(field(stage).value).to.equal('half a note');
  });

  it('keeps a half-typed note through a new sign-in of the same reviewer, and shows it to nobody else', async () => {
    const {part, stage} = await see({[path]: listOf(aNote())});
    await shows(part, 'Asked the subject');
    type(part, 'half a note');
    stage.lock();
    await part.updateComplete;
    stage.unlock();
    stage.auth = () => 'a-token-of-this-page';
    await shows(part, 'Asked the subject');
    expect(field(part).value).to.equal('half a note');
    stage.viewerId = 'user-4';
    await waitUntil(() => field(part).value === '');
    stage.viewerId = 'user-2';
    await stage.updateComplete;
    await part.updateComplete;
    expect(field(part).value).to.equal('');
  });

  it('keeps the notes of two verifications apart', async () => {
    const {part} = await see({
      [path]: listOf(aNote()),
      'verifications/idv/verification-2/notes': listOf(arabic),
    });
    await shows(part, 'Asked the subject');
    type(part, 'of the first');
    part.verification = aVerification({id: 'verification-2'});
    await shows(part, arabic.text);
    expect(field(part).value).to.equal('');
    expect(textOf(part)).not.to.contain('Asked the subject');
    part.verification = verification;
    await waitUntil(() => field(part).value === 'of the first');
  });

  it('focuses its field when asked', async () => {
    const {part} = await see({[path]: listOf()});
    await part.focusNote();
    expect(part.shadowRoot?.activeElement).to.equal(field(part));
  });

  it('says that there is nothing yet', async () => {
    const {part} = await see({[path]: listOf()});
    await shows(part, 'No notes yet');
    await isAccessible(part);
  });

  it('says while it is loading, and takes a note already', async () => {
    const {part} = await see({[path]: silence});
    await shows(part, 'Loading Notes');
    expect(allOf(part, 'textarea')).to.have.length(1);
    await isAccessible(part);
  });

  it('says that it failed and loads again when asked', async () => {
    const {part} = await see({[path]: oneAfterTheOther(refusal(500), listOf(aNote()))});
    await shows(part, 'Notes could not be loaded');
    await isAccessible(part);
    buttonNamed(part, 'Try again: Notes').click();
    await shows(part, 'Asked the subject');
  });

  it('says that there is no access, and drops what it showed', async () => {
    const {part, stage} = await see({[path]: oneAfterTheOther(listOf(aNote()), refusal(403, 'forbidden'))});
    await shows(part, 'Asked the subject');
    await stage.refresh();
    await shows(part, 'You have no access to Notes');
    expect(textOf(part)).not.to.contain('Asked the subject');
    await isAccessible(part);
  });

  it('leaves out what cannot be read, and says so', async () => {
    const {part} = await see({[path]: listOf(aNote(), {...aNote({id: 'bad'}), text: null})});
    await shows(part, '1 row could not be read');
    expect(texts(part)).to.have.length(1);
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const width of [360, 1280] as const) {
      for (const locale of ['en', 'ar'] as const) {
        it(`AX-01 is accessible ${theme} at ${width} in ${locale}`, async () => {
          const {part} = await see({[path]: listOf(aNote(), arabic)}, {theme, width, locale, noteLimit: 5});
          await shows(part, 'Asked the subject');
          type(part, 'too long a note');
          await shows(part, locale === 'en' ? 'too many' : 'زائدة');
          await isAccessible(part);
          expect(part.scrollWidth).to.be.at.most(part.clientWidth);
        });
      }
    }
  }
});
