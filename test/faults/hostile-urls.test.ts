import {expect, nextFrame} from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  aDocument,
  aFile,
  aFinding,
  anAmlRecord,
  aCustomer,
  aVideoCall,
} from '../../demo/server/world/builders.js';
import {json, listOf} from '../../stories/support/answering.js';
import {allOf, textOf} from '../support/harness.js';
import {aPlace, loaded, nodesIn, openProfile, sectionOf, type Place} from './support.js';

/** Addresses that must never be followed, and never be given a token. */
const evil: readonly string[] = [
  'javascript:window.__pwn=1',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript://%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml;base64,PHN2Zy8+',
  'vbscript:msgbox(1)',
  'blob:https://review.example/1',
  'file:///etc/passwd',
  'filesystem:https://review.example/x',
  'ftp://evil.example/x',
  'mailto:a@evil.example',
  'about:blank',
  'view-source:https://evil.example/',
  '//evil.example/x',
  '\\\\evil.example\\x',
  '/\\evil.example/x',
  'https:\\\\evil.example\\x',
  'https:evil.example',
  'https://evil\u3002example/x',
  'https://review.example.evil.example/api/x',
  'https://review.example@evil.example/api/x',
  'https://user:pass@review.example/api/x',
  'https://review.example:444/api/x',
  'http://review.example/api/x',
  'https://review.example/other/x',
  'https://review.example/api/../other/x',
  'https://review.example/api/%2e%2e/other/x',
  'https://review.example/api/..%2fother/x',
  'https://review.example/api/%252e%252e%252fother/x',
  '../other/x',
  '../../x',
  '..\\other\\x',
  '%2e%2e/%2e%2e/x',
  '/other/x',
  '/api/../x',
  'http://evil.example/',
  'https://[::1]/x',
  'wss://evil.example/',
];

const urls = fc.oneof(
  fc.constantFrom(...evil),
  fc.webUrl({withQueryParameters: true, withFragments: true}),
  fc
    .tuple(fc.constantFrom(...evil), fc.string({maxLength: 4}), fc.nat(40))
    .map(([url, piece, at]) => `${url.slice(0, at)}${piece}${url.slice(at)}`),
  fc
    .tuple(
      fc.constantFrom('javascript', 'data', 'vbscript', 'https', 'http', 'blob'),
      fc.string({maxLength: 12}),
    )
    .map(([scheme, rest]) => `${scheme}:${rest}`),
);

/** Below the API as a browser resolves it, without user info: the only place for a token. */
const isBelow = (url: string, base: string): boolean => {
  const {origin, pathname, username, password} = new URL(url);
  const api = new URL(base);
  return origin === api.origin && pathname.startsWith(api.pathname) && username + password === '';
};

const badAnchors = (root: Node): readonly string[] => {
  const found: string[] = [];
  for (const each of nodesIn(root)) {
    if (!(each instanceof HTMLAnchorElement) || !each.hasAttribute('href')) continue;
    const {protocol, origin} = each;
    if (protocol !== 'https:' && !(protocol === 'http:' && origin === location.origin)) found.push(each.href);
    if (each.target === '_blank' && !/noopener/u.test(each.rel)) found.push(`${each.href} with its opener`);
  }
  return found;
};

/** What the page itself loads: pictures, media, frames. Only blobs made here may stand there. */
const badSources = (root: Node): readonly string[] => {
  const found: string[] = [];
  for (const each of nodesIn(root)) {
    if (!(each instanceof Element)) continue;
    for (const name of ['src', 'srcset', 'data', 'poster', 'action', 'formaction', 'ping', 'xlink:href']) {
      const value = each.getAttribute(name);
      if (value !== null && !value.startsWith(`blob:${location.origin}/`)) found.push(`${name}=${value}`);
    }
  }
  return found;
};

/** One record of every kind that carries an address. */
function point(place: Place, url: string, count: number): void {
  place.faults['customers/customer-1'] = aCustomer({photo_url: url});
  place.faults['customers/customer-1/documents'] = {
    items: [
      aDocument({
        id: `document-${count}`,
        files: [
          aFile({id: `file-${count}`, url}),
          aFile({id: `svg-${count}`, url, media_type: 'image/svg+xml'}),
        ],
      }),
    ],
  };
  place.faults['customers/customer-1/video-calls'] = listOf(
    aVideoCall({id: `call-${count}`, recording: {url, media_type: 'video/webm'}}),
  );
  place.faults['customers/customer-1/aml/records'] = listOf(
    anAmlRecord({findings: [aFinding({url}), aFinding({id: 'finding-2', url: `${url}#2`})]}),
  );
}

describe('XS-03 addresses in records', () => {
  const sections = ['documents', 'aml', 'video-calls'];

  async function follow(corpus: fc.Arbitrary<string>, numRuns: number): Promise<void> {
    const place = await aPlace();
    point(place, 'nowhere', 0);
    const {profile} = await openProfile(place, {realtime: 'off', sections});
    let count = 0;
    await fc.assert(
      fc.asyncProperty(corpus, async (url) => {
        point(place, url, ++count);
        await profile.refresh();
        allOf<HTMLButtonElement>(sectionOf(profile, 'video-calls'), '.play')[0]?.click();
        await nextFrame();
        await nextFrame();
        expect(badAnchors(profile), url).to.deep.equal([]);
        expect(badSources(profile), url).to.deep.equal([]);
        const outside = place.requests.filter((each) => !isBelow(each.url, place.backend.apiBaseUrl));
        expect(
          outside.map((each) => each.url),
          url,
        ).to.deep.equal([]);
      }),
      {numRuns, seed: 303, endOnFailure: true},
    );
    await loaded(place, profile);
    expect(Reflect.has(window, '__pwn')).to.equal(false);
  }

  it('XS-03 a corpus of evil: no anchor with another scheme, and the token goes nowhere', async () => {
    const place = await aPlace();
    place.faults['customers/customer-1/aml/records'] = listOf(
      anAmlRecord({findings: evil.map((url, at) => aFinding({id: `finding-${at}`, url}))}),
    );
    const {profile} = await openProfile(place, {realtime: 'off', sections});
    const aml = sectionOf(profile, 'aml');
    for (let more = 0; allOf(aml, '.finding').length < evil.length && more < 9; more++) {
      allOf<HTMLButtonElement>(aml, 'button')
        .find((each) => textOf(each).startsWith('Show more'))
        ?.click();
      await nextFrame();
    }
    expect(allOf(aml, '.finding').length).to.equal(evil.length);
    expect(badAnchors(profile)).to.deep.equal([]);
    // An address that may not be followed can still be read.
    expect(
      aml.textContent !== null && allOf(aml, 'bdi').some((each) => each.textContent === evil[0]),
    ).to.equal(true);
    await follow(fc.constantFrom(...evil), 60);
  });

  it('XS-03 200 addresses made by chance in every field that holds one', async () => {
    await follow(urls, 200);
  });

  it('XS-03 a good link leads to where it says, in a window of its own', async () => {
    const place = await aPlace();
    place.faults['customers/customer-1/aml/records'] = () =>
      json(listOf(anAmlRecord({findings: [aFinding({url: 'https://lists.example/eu/4711'})]})));
    const {profile} = await openProfile(place, {realtime: 'off', sections});
    const [link] = allOf<HTMLAnchorElement>(sectionOf(profile, 'aml'), 'a[href]');
    expect(link?.href).to.equal('https://lists.example/eu/4711');
    expect(link?.rel).to.include('noopener');
    expect(link?.referrerPolicy === 'no-referrer' || link?.rel.includes('noreferrer')).to.equal(true);
  });
});
