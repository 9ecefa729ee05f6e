import {expect} from '@open-wc/testing';
import {html} from 'lit';
import {systemClock} from '../../../src/api/clock.js';
import {permissionsForRole} from '../../../src/domain/permissions.js';
import {aVerification} from '../../support/a-verification.js';
import {CaseServer} from '../../support/case-server.js';
import {FakeClock, settled} from '../../support/fake-clock.js';
import {leave, mount} from '../../support/harness.js';
import {seeded} from '../../support/seeded.js';
import {waitUntil} from '../../support/until.js';
import {actButton, confirming, isAsking} from '../a-desk.js';

const runs = 500;

/** What lies at this point, inside all shadow roots. */
function at(x: number, y: number, root: DocumentOrShadowRoot = document): Element | null {
  const found = root.elementFromPoint(x, y);
  const inside = found?.shadowRoot;
  return inside && inside !== root ? at(x, y, inside) : found;
}

describe('MU-01 a confirming button that is pressed twice', () => {
  const real = {...systemClock};
  afterEach(() => {
    Object.assign(systemClock, real);
    leave();
  });

  it(`MU-01 records one decision each of ${runs} times, whatever time lies between the presses`, async () => {
    const clock = new FakeClock();
    Object.assign(systemClock, {
      now: () => clock.now(),
      after: (ms: number, run: () => void) => clock.after(ms, run),
    });
    const server = new CaseServer();
    let latency = 0;
    const slow: typeof fetch = async (input, init) => {
      const answer = await server.fetch(input, init);
      if (init?.method === 'POST' || (input instanceof Request && input.method === 'POST')) {
        await new Promise<void>((resolve) => clock.after(latency, resolve));
      }
      return answer;
    };
    const {stage, part: card} = await mount(
      slow,
      () =>
        html`<kyc-actions-card
          .verification=${aVerification({reviewers: [{id: 'viewer'}]})}
        ></kyc-actions-card>`,
      {verification: 'idv/ver-1', viewerId: 'viewer', permissions: permissionsForRole('owner')},
    );
    const heard: string[] = [];
    for (const type of ['request', 'done', 'failed', 'unknown']) {
      stage.addEventListener(`review-action-${type}`, () => heard.push(type));
    }
    const becomes = (what: string, look: () => boolean): Promise<void> =>
      waitUntil(look, what, {pause: settled});
    const random = seeded(1);
    for (let run = 0; run < runs; run++) {
      const action = run % 2 === 0 ? 'reject' : 'reopen';
      const pause = [0, 5, 50, 300][run] ?? Math.floor(random() * 500);
      // Once there is an answer, there is nothing left to be pressed.
      latency = pause + 1 + Math.floor(random() * 200);
      await becomes(`there is a button to ${action}`, () => offers(card, action));
      actButton(card, action).click();
      await becomes('it asks', () => isAsking(card));
      await clock.advance(500);
      await becomes('a press counts', () => confirming(card).getAttribute('aria-disabled') === 'false');
      const {x, y, width, height} = confirming(card).getBoundingClientRect();
      const press = () => (at(x + width / 2, y + height / 2) as HTMLElement | null)?.click();
      press();
      await becomes('it is sent', () => server.sent.length > run);
      await clock.advance(pause);
      expect(isAsking(card), `after ${pause} of ${latency} ms`).to.equal(true);
      press();
      await clock.advance(latency - pause + 1);
      await becomes('it is done', () => heard.includes('done'));
      expect(heard.splice(0), `${pause} ms`).to.deep.equal(['request', 'done']);
      expect(server.sent, `${pause} ms`).to.have.length(run + 1);
    }
    expect(server.count).to.equal(runs);
  }).timeout(120_000);
});

const offers = (card: Element, action: string): boolean =>
  card.shadowRoot?.querySelector(`[data-action=${action}]`)?.getAttribute('aria-disabled') === 'false';
