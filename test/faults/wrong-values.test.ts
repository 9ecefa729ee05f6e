import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import '../../src/index.js';
import {createMemoryBackend} from '../../demo/server/memory-backend.js';
import {aFolder} from '../../demo/server/world/small-world.js';
import {aVerification} from '../../demo/server/world/verification-builders.js';
import {permissionsForRole} from '../../src/classes.js';
import {everyPermission} from '../../stories/support/world.js';
import {leave, oneOf, textOf} from '../support/harness.js';
import {takeCaught} from '../support/trap.js';
import {waitUntil} from '../support/until.js';
import {isBusy} from './support.js';

/** What a page without types may give for anything. */
const corpus = {
  undefined: undefined,
  null: null,
  '5': 5,
  NaN,
  true: true,
  '{}': {},
  '[]': [],
  '[1]': [1],
  'a bare object': Object.create(null) as unknown,
  'what is no text': {
    toString() {
      throw new Error('This is no text.');
    },
  },
  'a function': () => undefined,
  'a class': class {},
  'blank text': ' ',
  'very long text': 'x'.repeat(100_000),
} as const;
type Value = keyof typeof corpus;

/**
 * What becomes of an element: it is `shown` as if nothing had been given; its host hears that this cannot be (`refused`);
 * it `waits` in silence for what is missing; what was asked for is not there (`failed`); it is `closed` to this viewer.
 */
type Outcome = 'shown' | 'refused' | 'waits' | 'failed' | 'closed';
/** The outcomes that are not the usual one. */
type Table = Readonly<{usual: Outcome}> & Readonly<Partial<Record<Value, Outcome>>>;

const shown: Table = {usual: 'shown'};
const isMissing = {undefined: 'waits', null: 'waits'} as const;
// A number is an id as good as any other; nobody has this one.
const ofId: Table = {usual: 'refused', ...isMissing, '5': 'failed'};

const ofInputs = {
  // Long text is an address below the page's.
  apiBaseUrl: {usual: 'refused', ...isMissing, NaN: 'waits', 'very long text': 'failed'},
  auth: {usual: 'refused', ...isMissing, NaN: 'waits'},
  permissions: shown,
  viewerId: shown,
  locale: shown,
  theme: shown,
  realtime: shown,
  fetch: {usual: 'refused', 'a function': 'failed', 'a class': 'failed'},
  WebSocket: {usual: 'refused', 'a function': 'shown', 'a class': 'shown'},
  strings: shown,
  listHref: shown,
  noteLimit: shown,
  shortcuts: shown,
} satisfies Readonly<Record<string, Table>>;

/** Both screens read how they are connected, and in which language, in the same way: that is tried on one of them. */
const {apiBaseUrl, auth, locale, theme, realtime, fetch, WebSocket, ...ofScreens} = ofInputs;
/** What is more than handed down as it came. */
const ofProviders = {apiBaseUrl, auth, locale, fetch, WebSocket, permissions: shown, viewerId: shown};

interface Screen {
  readonly tag: string;
  readonly own: Readonly<Record<string, Table>>;
  readonly named: Readonly<Record<string, unknown>>;
  readonly says: string;
  readonly inside?: () => Element;
}

const profile = {named: {customerId: 'customer-1', sections: ['info']}, says: 'Amira Haddad'};
const screens: readonly Screen[] = [
  {tag: 'customer-profile', own: {...ofInputs, customerId: ofId, sections: shown}, ...profile},
  {
    tag: 'verification-detail',
    own: {
      ...ofScreens,
      permissions: {usual: 'closed'},
      verificationType: ofId,
      verificationId: ofId,
      blindFaceMatch: shown,
    },
    named: {verificationType: 'idv', verificationId: aVerification().id},
    says: 'Ioannis Papadopoulos',
  },
  {
    tag: 'review-provider',
    own: ofProviders,
    ...profile,
    named: {},
    inside: () => Object.assign(document.createElement('customer-profile'), profile.named),
  },
];

describe('values of another kind than they should be', () => {
  const permissions = [...everyPermission, ...permissionsForRole('owner')];
  let backend: Awaited<ReturnType<typeof createMemoryBackend>>;
  let pending = 0;

  before(async () => {
    backend = await createMemoryBackend({
      folders: [aFolder()],
      verifications: [{verification: aVerification()}],
      permissions,
      role: 'owner',
    });
  });
  afterEach(leave);

  const good = (name: string): Readonly<Record<string, unknown>> => ({
    apiBaseUrl: backend.apiBaseUrl,
    auth: () => backend.token,
    async fetch(input: RequestInfo, init?: RequestInit) {
      pending++;
      try {
        const request = new Request(input, init);
        const isOurs = request.url.startsWith(new URL(backend.apiBaseUrl, document.baseURI).href);
        return isOurs ? await backend.fetch(request) : new Response(null, {status: 404});
      } finally {
        pending--;
      }
    },
    WebSocket: backend.WebSocket,
    permissions,
    locale: 'en',
    realtime: name === 'WebSocket' || name === 'realtime' ? undefined : 'off',
    theme: undefined,
    viewerId: 'viewer',
    strings: undefined,
    listHref: undefined,
    noteLimit: undefined,
    shortcuts: undefined,
    blindFaceMatch: false,
  });

  interface Watched {
    readonly value: Value;
    readonly element: HTMLElement;
    /** The part that shows something. */
    readonly screen: Element;
    readonly kinds: readonly string[];
  }

  function watch(value: Value, {tag, inside}: Screen): Watched {
    const element = document.createElement(tag);
    const kinds: string[] = [];
    element.addEventListener('review-error', ({kind}) => kinds.push(kind));
    const screen = inside?.();
    if (screen) element.append(screen);
    return {value, element, screen: screen ?? element, kinds};
  }

  async function settles(all: readonly Watched[]): Promise<void> {
    const busy = () => all.filter(({screen}) => isBusy(screen) || textOf(screen) === '');
    let calm = 0;
    await waitUntil(async () => {
      await nextFrame();
      calm = pending === 0 && busy().length === 0 ? calm + 1 : 0;
      return calm > 2;
    }, 'all of them to show something');
  }

  function outcomeOf({screen, kinds}: Watched, says: string): Outcome {
    const text = textOf(screen);
    if (text.includes(says)) return 'shown';
    if (text.includes('Not connected')) return 'waits';
    if (text.includes('You have no access')) return 'closed';
    return kinds.at(-1) === 'configuration' ? 'refused' : 'failed';
  }

  for (const screen of screens) {
    for (const [name, {usual, ...others}] of Object.entries(screen.own)) {
      it(`<${screen.tag}> takes anything for ${name}, and shows all once it is right`, async () => {
        const stand = await fixture<HTMLElement>(html`<div></div>`);
        const replacesThePage = name === 'fetch' || name === 'WebSocket';
        const values = (Object.keys(corpus) as Value[]).filter(
          // Without a replacement the page's own would be asked, which a test page must not.
          (value) => !(replacesThePage && (value === 'undefined' || value === 'null')),
        );
        const right = {...good(name), ...screen.named};
        const all = values.map((value) => watch(value, screen));
        for (const {element, value} of all) Object.assign(element, right, {[name]: corpus[value]});
        stand.append(...all.map(({element}) => element));
        await settles(all);
        const is = Object.fromEntries(all.map((each) => [each.value, outcomeOf(each, screen.says)]));
        const expected: Partial<Record<Value, Outcome>> = others;
        expect(is).to.deep.equal(
          Object.fromEntries(values.map((value) => [value, expected[value] ?? usual])),
        );
        for (const {element} of all) Object.assign(element, right);
        await waitUntil(
          () => all.every((each) => outcomeOf(each, screen.says) === 'shown'),
          'all of them to be shown',
        );
        for (const {element, value} of all) Object.assign(element, {[name]: corpus[value]});
        await settles(all);
        expect(await takeCaught()).to.deep.equal([]);
      });
    }
  }

  const ofGauge = ['value', 'max', 'bands', 'label', 'deductions', 'documents', 'locale', 'theme', 'strings'];
  for (const name of ofGauge) {
    it(`<score-gauge> takes anything for ${name}`, async () => {
      const stand = await fixture<HTMLElement>(html`<div lang="en" dir="ltr"></div>`);
      const right = {value: 90, max: 100, label: 'Total', locale: 'en'};
      for (const [says, value] of Object.entries(corpus)) {
        const gauge = Object.assign(document.createElement('score-gauge'), right, {[name]: value});
        stand.replaceChildren(gauge);
        await gauge.updateComplete;
        const meter = oneOf(gauge, '[role=meter]');
        const max = name === 'max' && value === 5 ? 5 : 100;
        const points = {'5': '5 of 100, poor'}[says] ?? 'No score yet';
        expect(meter.getAttribute('aria-valuetext'), says).to.contain(
          name === 'value' ? points : max === 5 ? '5 of 5, good. Computed 90' : '90 of 100, good',
        );
        const own = {'5': '5', 'very long text': corpus['very long text']}[says] ?? 'Score';
        expect(meter.getAttribute('aria-label'), says).to.equal(name === 'label' ? own : 'Total');
        expect(meter.closest('.review')?.getAttribute('dir'), says).to.equal(
          name === 'locale' ? null : 'ltr',
        );
      }
      expect(await takeCaught()).to.deep.equal([]);
    });
  }

  it('a locale that is taken back gives the direction back to the page', async () => {
    const stand = await fixture<HTMLElement>(html`<div lang="ar" dir="rtl"></div>`);
    for (const tag of ['customer-profile', 'verification-detail', 'score-gauge'] as const) {
      const element = document.createElement(tag);
      element.setAttribute('locale', 'en');
      stand.append(element);
      await element.updateComplete;
      const wrapper = () => element.shadowRoot?.querySelector('.review');
      expect(wrapper()?.getAttribute('dir'), tag).to.equal('ltr');
      element.removeAttribute('locale');
      await waitUntil(() => wrapper()?.getAttribute('lang') === 'ar');
      expect(wrapper()?.hasAttribute('dir'), tag).to.equal(false);
    }
  });

  it("a provider's locale brings its direction along, as the element's own does", async () => {
    const stand = await fixture<HTMLElement>(html`<div lang="en" dir="ltr"></div>`);
    const provider = Object.assign(document.createElement('review-provider'), {locale: 'ar'});
    const inside = document.createElement('customer-profile');
    provider.append(inside);
    stand.append(provider);
    await waitUntil(() => inside.shadowRoot?.querySelector('.review')?.getAttribute('lang') === 'ar');
    expect(inside.shadowRoot?.querySelector('.review')?.getAttribute('dir')).to.equal('rtl');
  });
});
