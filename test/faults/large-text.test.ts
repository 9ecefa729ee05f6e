import {expect} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit';
import {aCustomer} from '../../demo/server/world/builders.js';
import {visibleSections} from '../../src/customer-profile/sections.js';
import {everyPermission} from '../../stories/support/world.js';
import {actButton, dialogOf} from '../verification-detail/a-desk.js';
import {screen} from '../verification-detail/a-screen.js';
import {allOf, inWorld, leave, mount, oneOf} from '../support/harness.js';
import {misplacedText} from '../support/text-places.js';
import {waitUntil} from '../support/until.js';

/** Twice the usual size; the text of a profile follows this, and a browser's zoom of text alone. */
const large = '28px';
const widths = [320, 360, 768, 1280] as const;
const languages = ['en', 'ar'] as const;

/** Text follows a `ResizeObserver` here and there. */
const atRest = async (root: Element): Promise<void> => {
  await waitUntil(() => allOf(root, '[aria-busy=true]').length === 0);
  await document.fonts.ready;
  for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
};

const makeLarge = (element: HTMLElement, width: number): void => {
  element.style.setProperty('--review-font-size', large);
  element.style.setProperty('inline-size', `${width}px`);
};

const sideways = (element: Element): number => {
  const review = element.shadowRoot?.querySelector('.review');
  return (review?.scrollWidth ?? Number.NaN) - (review?.clientWidth ?? 0);
};

describe('AX-08 text of twice the size', () => {
  afterEach(leave);

  const customer = aCustomer();
  const everybody = {permissions: everyPermission};

  for (const locale of languages) {
    it(`stands where it can be read in every section of a profile: ${locale}`, async () => {
      const sections = visibleSections(customer, everybody, undefined);
      expect(sections).to.have.lengthOf(8);
      const content = (): TemplateResult => html`<div>${sections.map(({render}) => render(customer))}</div>`;
      const {stage} = await mount(inWorld(), content, {locale});
      for (const width of widths) {
        makeLarge(stage, width);
        await atRest(stage);
        expect(misplacedText(stage), `${width} px`).to.deep.equal([]);
        expect(sideways(stage), `${width} px`).to.equal(0);
      }
    });

    it(`stands where it can be read in every tab and card of a verification: ${locale}`, async () => {
      const {detail} = await screen({locale});
      await waitUntil(() => allOf(detail, '[role=tab]').length === 5);
      for (const width of widths) {
        makeLarge(detail, width);
        for (const tab of allOf(detail, '[role=tab]')) {
          tab.click();
          await atRest(detail);
          expect(misplacedText(detail), `${tab.textContent} at ${width} px`).to.deep.equal([]);
          expect(sideways(detail), `${tab.textContent} at ${width} px`).to.equal(0);
        }
        const card = oneOf(detail, 'kyc-actions-card');
        actButton(card, 'reject').click();
        await waitUntil(() => oneOf<HTMLDialogElement>(card, 'dialog').open);
        await atRest(detail);
        expect(misplacedText(dialogOf(card)), `the question at ${width} px`).to.deep.equal([]);
        dialogOf(card).close();
      }
    });
  }
});
