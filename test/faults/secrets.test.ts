import {expect} from '@open-wc/testing';
import {aCustomer} from '../../demo/server/world/builders.js';
import {aFolder} from '../../demo/server/world/small-world.js';
import {refusal} from '../../stories/support/answering.js';
import {buttonNamed, shows} from '../support/harness.js';
import {
  aPlace,
  eventNames,
  hour,
  loaded,
  nodesIn,
  openProfile,
  passes,
  sectionOf,
  until,
  type Place,
} from './support.js';

/** What must stay where it belongs: the token anywhere outside a header, the name anywhere outside the shadow roots. */
const token = 'a-token-of-this-page';
const name = 'Canary Zylophonia';

const aCanary = () =>
  aPlace({folders: [aFolder({customer: aCustomer({name, email: 'canary@zylophonia.example'})})]});

/** A whole visit: everything loads, live updates come, a section fails, a filter is typed, the page is refreshed. */
async function visit(place: Place) {
  const opened = await openProfile(place);
  const {profile} = opened;
  await shows(profile, 'Live');
  buttonNamed(sectionOf(profile, 'documents'), 'Archived').click();
  await loaded(place, profile);
  place.faults['customers/customer-1/video-calls'] = refusal(403, 'forbidden');
  place.faults['customers/customer-1/aml/records'] = refusal(500, 'server');
  place.faults['customers/customer-1/questionnaires'] = () =>
    new Response(`${name} ${token}`, {status: 200, headers: {'X-Request-Id': `${name} ${token}`}});
  place.faults['customers/customer-1/travel-rule-logs'] = () => {
    throw new TypeError(`Failed for ${name} with ${token}`, {cause: {token, name}});
  };
  await place.change();
  await profile.refresh();
  await loaded(place, profile);
  return opened;
}

/** All text that can be reached from a value: what a logger that walks everything would write. */
function deep(root: unknown): string {
  const seen = new Set<unknown>();
  const found: string[] = [];
  const walk = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null) {
      found.push(String(value));
      return;
    }
    // The nodes of the page and its window are no part of what an event carries.
    if (seen.has(value) || depth > 6 || value instanceof Node || value === window) return;
    seen.add(value);
    if (value instanceof Error) found.push(String(value), value.stack ?? '');
    for (const key of new Set([...Reflect.ownKeys(value), ...inherited(value)])) {
      try {
        walk(Reflect.get(value, key), depth + 1);
      } catch {
        // A getter that refuses gives nothing away.
      }
    }
  };
  walk(root, 0);
  return found.join('\n');
}

function inherited(value: object): readonly string[] {
  const keys: string[] = [];
  for (const key in value) keys.push(key);
  return keys;
}

describe('AU-07 the token', () => {
  it('AU-07 is in no address of a whole visit, and in no socket that is opened', async () => {
    const place = await aCanary();
    await visit(place);
    for (const {url, referrer} of place.requests) {
      expect(url).to.not.include(token);
      expect(referrer).to.not.include(token);
    }
    for (const {url, protocol} of place.sockets) expect(`${url} ${protocol}`).to.not.include(token);
    expect(location.href).to.not.include(token);
  });
});

describe('AU-08 what stays behind in the page', () => {
  it('AU-08 the token in no attribute, markup, storage, cookie, history or performance entry', async () => {
    const place = await aCanary();
    const channelled: unknown[] = [];
    const {profile} = await visit(place);
    const markup: string[] = [document.documentElement.outerHTML];
    for (const each of nodesIn(document.documentElement)) {
      if (each instanceof Element) {
        markup.push(each.outerHTML);
        if (each.shadowRoot) markup.push(each.shadowRoot.innerHTML);
        if (each instanceof HTMLElement) markup.push(JSON.stringify(each.dataset));
      } else if (each instanceof Comment || each instanceof Text) markup.push(each.data);
    }
    const databases = await indexedDB.databases();
    const caches = 'caches' in window ? await window.caches.keys() : [];
    const kept = [
      ...markup,
      JSON.stringify({...localStorage}),
      JSON.stringify({...sessionStorage}),
      JSON.stringify(databases),
      JSON.stringify(caches),
      document.cookie,
      JSON.stringify(history.state),
      JSON.stringify(performance.getEntries()),
      JSON.stringify(channelled),
    ].join('\n');
    expect(kept.includes(token), 'the token').to.equal(false);
    expect(kept.includes('Bearer'), 'a bearer token').to.equal(false);
    profile.remove();
  });

  it('PR-11 the name is in the shadow roots alone: not in the markup that a page cache or a clone takes', async () => {
    const place = await aCanary();
    const {profile} = await visit(place);
    expect(document.documentElement.outerHTML).to.not.include('Zylophonia');
    expect((profile.cloneNode(true) as Element).outerHTML).to.not.include('Zylophonia');
    const {getHTML} = profile as {getHTML?: (options: object) => string};
    if (getHTML) expect(getHTML.call(profile, {serializableShadowRoots: true})).to.not.include('Zylophonia');
    expect(JSON.stringify([{...localStorage}, {...sessionStorage}, history.state])).to.not.include('Zyloph');
    expect(document.title).to.not.include('Zylophonia');
  });
});

describe('AU-09 what is said about what went wrong', () => {
  const levels = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir'] as const;
  const before = levels.map((level) => console[level]);
  afterEach(() => levels.forEach((level, at) => (console[level] = before[at]!)));

  it('AU-09 neither token nor personal data in console, events, rejections or errors', async () => {
    const lines: unknown[] = [];
    const others: unknown[] = [];
    for (const level of levels) console[level] = (...line: unknown[]) => void lines.push(line);
    const onFault = (event: Event) => void others.push(event);
    window.addEventListener('error', onFault);
    window.addEventListener('unhandledrejection', onFault);
    const heard: Event[] = [];
    const onEvent = (event: Event) => void heard.push(event);
    for (const each of eventNames) document.addEventListener(each, onEvent);
    try {
      const place = await aCanary();
      const {profile} = await visit(place);
      place.faults['customers/customer-1'] = refusal(403, 'forbidden');
      await profile.refresh();
      place.faults['customers/customer-1'] = refusal(401, 'unauthorized');
      await profile.refresh();
      await until(() => heard.some(({type}) => type === 'review-auth-required'), 'the host was not told');
      await passes(hour);
    } finally {
      window.removeEventListener('error', onFault);
      window.removeEventListener('unhandledrejection', onFault);
      for (const each of eventNames) document.removeEventListener(each, onEvent);
    }
    expect(heard.some(({type}) => type === 'review-error')).to.equal(true);
    expect(others).to.deep.equal([]);
    for (const said of [deep(heard), deep(lines)]) {
      for (const secret of [token, 'Zylophonia', 'Bearer', '0845F1937']) {
        expect(said.includes(secret), secret).to.equal(false);
      }
    }
    expect(lines).to.deep.equal([]);
  });
});
