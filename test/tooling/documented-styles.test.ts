import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import '../../src/index.js';
import {createMemoryBackend} from '../../demo/server/memory-backend.js';
import {aCase, aFolder, someTransactions} from '../../demo/server/world/small-world.js';
import {
  aCheckedCard,
  aFinding,
  aMismatch,
  aScreening,
  aVerification,
} from '../../demo/server/world/verification-builders.js';
import {permissionsForRole} from '../../src/classes.js';
import {answering, listOf, refusal, silence, type Reply} from '../../stories/support/answering.js';
import {everyPermission} from '../../stories/support/world.js';
import {allOf, leave, shows} from '../support/harness.js';
import {waitUntil} from '../support/until.js';

// What the manifest tells a host that it may style, held against what the page really draws.

interface Documented {
  readonly tagName?: string;
  readonly cssParts?: readonly {readonly name: string}[];
  readonly cssProperties?: readonly {readonly name: string}[];
}

const permissions = [...everyPermission, ...permissionsForRole('owner')];
const screened = aVerification({
  documents: [aCheckedCard({mismatches: [aMismatch('address')]})],
  screening: aScreening({state: 'findings', findings: [aFinding()]}),
});
const casePath = `verifications/${screened.type}/${screened.id}`;

/** The reference server in this page, with other answers for some paths. */
async function anApi(faults: Readonly<Record<string, Reply>> = {}) {
  const backend = await createMemoryBackend({
    folders: [aFolder({transactions: someTransactions(30)})],
    verifications: [aCase({verification: screened})],
    permissions,
    role: 'owner',
  });
  return {
    apiBaseUrl: backend.apiBaseUrl,
    auth: () => backend.token,
    fetch: answering(faults, backend.fetch),
    permissions,
    realtime: 'off',
    locale: 'en',
    theme: 'light',
  };
}

async function put(element: Element, ...words: readonly string[]): Promise<Element> {
  const stand = await fixture<HTMLElement>(html`<div></div>`);
  stand.append(element);
  for (const each of words) await shows(element, each);
  return element;
}

const aProfile = async (faults?: Readonly<Record<string, Reply>>, ...words: readonly string[]) =>
  put(
    Object.assign(document.createElement('customer-profile'), await anApi(faults), {
      customerId: 'customer-1',
    }),
    ...words,
  );

/** With every tab opened once, so that all of them are drawn. */
async function aDetail(faults?: Readonly<Record<string, Reply>>, ...words: readonly string[]) {
  const detail = Object.assign(document.createElement('verification-detail'), await anApi(faults), {
    verificationType: screened.type,
    verificationId: screened.id,
    listHref: '/verifications',
  });
  await put(detail, ...words);
  for (const tab of [...allOf(detail, '[role=tab]')].reverse()) {
    tab.click();
    await detail.updateComplete;
  }
  return detail;
}

const inCustomer = (rest: string): string => `customers/customer-1/${rest}`;
const unreadable = listOf({nonsense: true});

/** Each element in the states that together show all of it. */
const states: Readonly<Record<string, readonly (() => Promise<Element>)[]>> = {
  'customer-profile': [
    () => aProfile({}, 'Identity card', 'Carthage Digital', 'Source of funds'),
    () =>
      aProfile(
        {
          [inCustomer('documents')]: unreadable,
          [inCustomer('aml/records')]: listOf(),
          [inCustomer('video-calls')]: refusal(500, 'server'),
          [inCustomer('transactions')]: silence,
          [inCustomer('transactions/summary')]: refusal(500, 'server'),
        },
        'could not be loaded',
        'could not be read',
      ),
  ],
  'verification-detail': [
    () => aDetail({}, 'Ioannis Papadopoulos', 'Approve'),
    () =>
      aDetail(
        {
          [casePath]: () => Response.json({...screened, documents: [{nonsense: true}]}),
          [`${casePath}/audit`]: refusal(500, 'server'),
          [`${casePath}/notes`]: silence,
        },
        'Ioannis Papadopoulos',
        'Approve',
      ),
  ],
  'score-gauge': [90, 50, 20].map(
    (value) => async () =>
      put(
        Object.assign(document.createElement('score-gauge'), {
          value,
          locale: 'en',
          documents: [
            {document_id: 'd1', label: 'Passport', raw: 50},
            {document_id: 'd2', label: 'Bill', raw: -20},
          ],
          deductions: [{document_id: 'd1', kind: 'face', weight: 50}],
        }),
        'Face differs',
      ),
  ),
};

/**
 * The private names that the rules of an element draw with. Read from the styles as they were written: a style sheet gives a
 * shorthand with a variable in it back as nothing.
 */
function namesReadBy({constructor}: Element): ReadonlySet<string> {
  const {elementStyles, styles = []} = constructor as unknown as {
    elementStyles?: readonly {readonly cssText: string}[];
    styles?: readonly string[];
  };
  const text = (elementStyles?.map(({cssText}) => cssText) ?? styles).join('\n');
  // A name that only another one is made of draws nothing by itself; what it is made for does.
  const drawn = text.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/--_[\w-]+:[^;]*;/gu, '');
  return new Set(Array.from(drawn.matchAll(/var\((--_[\w-]+)/gu), ([, name = '']) => name));
}

interface Use {
  readonly element: Element;
  readonly name: string;
}

/** What is drawn with which private name, by each element with a shadow root. */
const usesIn = (root: Element): readonly Use[] =>
  allOf(root, '*')
    .concat(root as HTMLElement)
    .filter(({shadowRoot}) => shadowRoot)
    .flatMap((element) => [...namesReadBy(element)].map((name) => ({element, name})));

/** Those of the properties that reach nothing that is drawn below, when they are set on an element. */
function idle(on: HTMLElement, properties: readonly string[], uses: readonly Use[]): readonly string[] {
  return properties.filter((property, at) => {
    const value = `probe-${at}`;
    on.style.setProperty(property, value);
    const isSeen = uses.some(({element, name}) =>
      new RegExp(`\\b${value}\\b`).test(getComputedStyle(element).getPropertyValue(name)),
    );
    on.style.removeProperty(property);
    return !isSeen;
  });
}

describe('what is documented to be styled', () => {
  let documented: ReadonlyMap<string, Documented>;

  before(async () => {
    const answer = await fetch('/custom-elements.json');
    const {modules} = (await answer.json()) as {modules: {declarations: Documented[]}[]};
    const all = modules.flatMap(({declarations}) => declarations);
    documented = new Map(all.flatMap((each) => (each.tagName ? [[each.tagName, each]] : [])));
  });
  afterEach(() => {
    document.adoptedStyleSheets = [];
    leave();
  });

  const namesOf = (tag: string, of: 'cssParts' | 'cssProperties'): readonly string[] =>
    (documented.get(tag)?.[of] ?? []).map(({name}) => name);

  /** Waits until nothing more comes. */
  async function still(all: readonly Element[]): Promise<void> {
    let calm = 0;
    let before = '';
    await waitUntil(async () => {
      await nextFrame();
      const now = all.map((each) => allOf(each, '*').length).join();
      calm = now === before ? calm + 1 : 0;
      before = now;
      return calm > 20;
    }, 'nothing more to come');
  }

  /** All states of an element, drawn to their end. */
  async function drawn(tag: string): Promise<readonly Element[]> {
    const all: Element[] = [];
    for (const state of states[tag] ?? []) all.push(await state());
    await still(all);
    return all;
  }

  it('is documented of these elements, and of no others', () => {
    const tags = [...documented].filter(([, {cssParts, cssProperties}]) => cssParts ?? cssProperties);
    expect(tags.map(([tag]) => tag).sort()).to.deep.equal([...Object.keys(states), 'review-provider'].sort());
    expect(namesOf('review-provider', 'cssParts')).to.deep.equal([]);
  });

  for (const tag of Object.keys(states)) {
    it(`<${tag}>: a rule for a part meets every place that is one`, async () => {
      const parts = namesOf(tag, 'cssParts');
      const all = await drawn(tag);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        parts.map((part, at) => `${tag}::part(${part}) { outline-offset: ${at + 31}px; }`).join('\n'),
      );
      document.adoptedStyleSheets = [sheet];
      const isStyled = (element: Element, part: string): boolean =>
        getComputedStyle(element).outlineOffset === `${parts.indexOf(part) + 31}px`;
      for (const part of parts) {
        const places = all.flatMap((each) => allOf(each, `[part~=${part}]`));
        expect(places.length, part).to.be.greaterThan(0);
        const missed = places.filter((each) => !isStyled(each, part));
        const where = missed.map((each) => (each.getRootNode() as ShadowRoot).host.localName);
        expect(where, part).to.deep.equal([]);
      }
      if (!parts.includes('table')) return;
      const tables = all.flatMap((each) => allOf(each, 'table'));
      const bare = tables.filter((each) => !each.closest('[part~=table]'));
      expect(bare.map((each) => each.className)).to.deep.equal([]);
      expect(tables.length).to.be.greaterThan(1);
    });
  }

  for (const tag of Object.keys(states)) {
    it(`<${tag}>: each property reaches something that is drawn`, async () => {
      const all = await drawn(tag);
      const properties = namesOf(tag, 'cssProperties');
      expect(properties.length).to.be.greaterThan(15);
      const left = all.reduce<readonly string[]>(
        (rest, each) => idle(each as HTMLElement, rest, usesIn(each)),
        properties,
      );
      expect(left.join(' ')).to.equal('');
    });
  }

  it('<review-provider>: each property reaches something that is drawn below it', async () => {
    const provider = document.createElement('review-provider');
    const all = [...(await drawn('customer-profile')), ...(await drawn('verification-detail'))];
    document.body.append(provider);
    provider.append(...all);
    await still(all);
    const left = idle(provider, namesOf('review-provider', 'cssProperties'), all.flatMap(usesIn));
    expect(left.join(' ')).to.equal('');
    provider.remove();
  });
});
