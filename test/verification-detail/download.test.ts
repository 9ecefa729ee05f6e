import {expect} from '@open-wc/testing';
import {ReviewSession} from '../../src/session/review-session.js';
import type {ReviewScope} from '../../src/session/review-scope.js';
import {PdfDownload, pdfName} from '../../src/verification-detail/download.js';
import {aVerification} from '../support/a-verification.js';
import {FakeClock} from '../support/fake-clock.js';
import {FakePage} from '../support/fake-page.js';
import {problem, type Handler} from '../support/fake-server.js';
import {fromHere, quiet} from '../support/traffic.js';

const decision = {outcome: 'approved', by: {id: 'user-2'}, at: '2026-11-12T10:45:00Z'};
const approved = aVerification({status: 'approved', decision});
const pattern = /^[a-z0-9-]{1,80}\.pdf$/;

const odd = [
  'audit\u202efdp.exe',
  '../../x',
  '.htaccess',
  'con.pdf',
  'a'.repeat(400),
  '=cmd.csv',
  'a\r\nb',
  'nul\0',
  '...',
  '',
  'é'.repeat(90),
  '田中さん',
  '<script>alert(1)</script>',
];

const pdf = (text = '%PDF-1.7 the rest', type = 'application/pdf', name = ''): Response =>
  new Response(text, {
    headers: {'Content-Type': type, ...(name && {'Content-Disposition': `attachment; filename="${name}"`})},
  });

/** A click on the button, with an API that answers like this, and what the browser is given to save. */
function click(...answers: readonly Handler[]) {
  const clock = new FakeClock();
  const asked: {readonly at: number; readonly id: string | null}[] = [];
  const begin = clock.now();
  const session = new ReviewSession({
    apiBaseUrl: 'https://review.example/api/',
    auth: () => 'token',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      asked.push({at: (clock.now() - begin) / 1000, id: request.headers.get('X-Download-Id')});
      return fromHere((await answers[Math.min(asked.length, answers.length) - 1]?.(request)) ?? problem(404));
    },
    clock,
    random: () => 0,
    page: new FakePage(),
  });
  const host = new EventTarget();
  const heard: string[] = [];
  for (const type of ['request', 'done', 'failed']) {
    host.addEventListener(`review-action-${type}`, (event) => {
      const {kind, status} = event as Event & {kind?: string; status?: string};
      heard.push([type, kind ?? status].filter(Boolean).join(' '));
    });
  }
  const scope = {
    session,
    viewer: {id: 'viewer', permissions: ['download_verification']},
    raise: (event: Event) => host.dispatchEvent(event),
  } as unknown as ReviewScope;
  const download = new PdfDownload({
    scope,
    partId: 'actions',
    addController() {},
    removeController() {},
    requestUpdate() {},
    updateComplete: Promise.resolve(true),
  });
  const pass = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second++) {
      await clock.advance(1000);
      await quiet();
    }
  };
  return {download, asked, heard, host, pass, start: () => download.start(approved)};
}

/** What the browser is told to save, instead of it being saved. */
interface Saved {
  readonly name: string;
  readonly href: string;
  readonly blob: Blob | undefined;
}
let saved: Saved[] = [];
const made = new Map<string, Blob>();
const undo: (() => void)[] = [];

function replace<K extends keyof typeof URL>(name: K, value: (typeof URL)[K]): void {
  const before = URL[name];
  URL[name] = value;
  undo.push(() => (URL[name] = before));
}

describe('the audit PDF', () => {
  let windows = 0;
  beforeEach(() => {
    saved = [];
    made.clear();
    windows = 0;
    const create = URL.createObjectURL.bind(URL);
    const revoke = URL.revokeObjectURL.bind(URL);
    replace('createObjectURL', (blob) => {
      const url = create(blob);
      made.set(url, blob as Blob);
      return url;
    });
    replace('revokeObjectURL', (url) => {
      revoke(url);
      made.delete(url);
    });
    const {open} = window;
    window.open = () => {
      windows++;
      return null;
    };
    undo.push(() => (window.open = open));
    const press = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function save() {
      saved.push({name: this.download, href: this.href, blob: made.get(this.href)});
    };
    undo.push(() => (HTMLAnchorElement.prototype.click = press));
  });
  afterEach(() => {
    for (const each of undo.splice(0)) each();
  });

  it('is saved under a name made of its id and the day of the decision', async () => {
    const {start, download, heard, asked} = click(() => pdf());
    await start();
    expect(download.state).to.deep.equal({status: 'saved'});
    expect(saved.map(({name}) => name)).to.deep.equal(['verification-ver-1-2026-11-12.pdf']);
    expect(heard).to.deep.equal(['request', 'done approved']);
    expect(asked[0]?.id).to.match(/^[0-9a-f-]{36}$/);
  });

  it('XS-06 never takes a name from the server', async () => {
    for (const name of odd) {
      const {start} = click(() => pdf(undefined, undefined, encodeURIComponent(name)));
      await start();
    }
    expect(saved).to.have.length(odd.length);
    for (const {name} of saved) expect(name).to.equal('verification-ver-1-2026-11-12.pdf');
  });

  it('XS-06 has a name of the same pattern for every id and time', () => {
    for (const text of odd) {
      expect(pdfName({id: text, decision: {...decision, at: text}})).to.match(pattern);
    }
    expect(pdfName({id: 'x'.repeat(200), decision})).to.match(/-2026-11-12\.pdf$/);
    expect(pdfName({id: 'ver-1', decision: null})).to.equal('verification-ver-1.pdf');
  });

  for (const [says, response] of [
    ['HTML under the name of a PDF', () => pdf('<script>alert(1)</script>')],
    ['a PDF that says it is HTML', () => pdf('%PDF-1.7', 'text/html')],
    ['HTML', () => pdf('<html>', 'text/html')],
    ['nothing', () => pdf('')],
    ['a PDF with something before it', () => pdf('MZ%PDF-1.7')],
  ] as const) {
    it(`XS-07 does not save ${says}, and opens no window`, async () => {
      const {start, download, heard} = click(response);
      await start();
      expect(download.state).to.deep.equal({status: 'not-pdf'});
      expect(saved).to.deep.equal([]);
      expect(windows).to.equal(0);
      expect(heard).to.deep.equal(['request', 'failed contract']);
    });
  }

  it('XS-07 is given to the browser as a PDF and nothing else', async () => {
    const {start} = click(() => pdf('%PDF-1.7', 'application/pdf; charset=utf-8'));
    await start();
    expect(saved[0]?.blob?.type).to.equal('application/pdf');
    expect(windows).to.equal(0);
  });

  it('MU-30 is asked for again while it is being prepared, as one download', async () => {
    const {start, download, asked, pass} = click(
      () => problem(404, {code: 'not_found'}),
      () => problem(409, {code: 'being_prepared'}, {'Retry-After': '5'}),
      () => pdf(),
    );
    const ended = start();
    await quiet();
    expect(download.state).to.deep.equal({status: 'preparing'});
    await pass(8);
    await ended;
    expect(download.state).to.deep.equal({status: 'saved'});
    expect(asked.map(({at}) => at)).to.deep.equal([0, 1, 6]);
    expect(new Set(asked.map(({id}) => id)).size).to.equal(1);
  });

  it('MU-30 gives up after 30 seconds and says that it is not ready yet', async () => {
    const {start, download, asked, pass, heard} = click(() => problem(409, {code: 'being_prepared'}));
    const ended = start();
    await pass(40);
    await ended;
    expect(download.state).to.deep.equal({status: 'late'});
    expect(asked.at(-1)?.at).to.be.at.most(30);
    expect(asked.length).to.be.within(4, 8);
    expect(heard).to.deep.equal(['request', 'failed not-found']);
    expect(saved).to.deep.equal([]);
  });

  it('MU-22 does not wait for an hour', async () => {
    const {start, download} = click(() => problem(409, {code: 'being_prepared'}, {'Retry-After': '3600'}));
    await start();
    expect(download.state).to.deep.equal({status: 'late'});
  });

  it('is one download however often it is pressed, and another one with the next press', async () => {
    const {start, asked} = click(() => pdf());
    await Promise.all([start(), start(), start()]);
    expect(asked).to.have.length(1);
    await start();
    expect(asked).to.have.length(2);
    expect(asked[0]?.id).not.to.equal(asked[1]?.id);
  });

  it('MU-32 is not fetched when the host prevents it', async () => {
    const {start, host, asked, download} = click(() => pdf());
    host.addEventListener('review-action-request', (event) => event.preventDefault());
    await start();
    expect(asked).to.deep.equal([]);
    expect(download.state).to.deep.equal({status: 'idle'});
  });

  it('tells a refusal', async () => {
    const {start, download, heard} = click(() => problem(403));
    await start();
    expect(download.state.status).to.equal('failed');
    expect(heard).to.deep.equal(['request', 'failed forbidden']);
  });

  it('XS-08 leaves no address behind a minute later', async () => {
    const timers: {readonly run: () => void; readonly ms: number}[] = [];
    const {setTimeout} = globalThis;
    globalThis.setTimeout = ((run: () => void, ms = 0) => {
      timers.push({run, ms});
      return 0;
    }) as unknown as typeof setTimeout;
    undo.push(() => (globalThis.setTimeout = setTimeout));
    const {start} = click(() => pdf());
    await start();
    globalThis.setTimeout = setTimeout;
    expect(made.size).to.equal(1);
    for (const {run, ms} of timers) if (ms <= 60_000) run();
    expect(made.size).to.equal(0);
  });
});
