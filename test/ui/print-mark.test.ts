import {expect} from '@open-wc/testing';
import {html} from 'lit';
import {formatsFor} from '../../src/ui/format.js';
import {headStyles} from '../../src/ui/head.styles.js';
import {PrintMark} from '../../src/ui/print-mark.js';
import {define} from '../../src/define/define.js';
import {leave, mount, textOf, type MountOptions} from '../support/harness.js';

define('kyc-print-mark', PrintMark);

const mark = async (options: MountOptions): Promise<PrintMark> =>
  (await mount<PrintMark>({}, () => html`<kyc-print-mark></kyc-print-mark>`, options)).part;

/** What it says on paper; the screen does not show it. */
const saidBy = ({renderRoot}: PrintMark): string =>
  renderRoot.querySelector('p')!.textContent.replaceAll(/\s+/gu, ' ').trim();

describe('the mark of a printed screen', () => {
  afterEach(leave);

  it('XS-20 is not on the screen, and says before each print that there is personal data, who prints, and when', async () => {
    const part = await mark({viewerId: 'meridian-owner'});
    expect(getComputedStyle(part).display).to.equal('none');
    for (const round of [1, 2]) {
      const before = Math.floor(Date.now() / 1000) * 1000;
      // Drawn when the event is over, because the browser waits for nothing more.
      dispatchEvent(new Event('beforeprint'));
      const printed = part.renderRoot.querySelector('time')!;
      const at = Date.parse(printed.dateTime);
      expect(at, `round ${round}`).to.be.within(before, Date.now());
      expect(textOf(printed)).to.equal(formatsFor('en').exact(at));
      expect(saidBy(part)).to.equal(
        `Contains personal data · Printed by meridian-owner, ${formatsFor('en').exact(at)}`,
      );
    }
  });

  it('XS-20 names nobody where the host has not said who looks', async () => {
    const part = await mark({viewerId: ' '});
    dispatchEvent(new Event('beforeprint'));
    expect(saidBy(part)).to.match(/^Contains personal data · Printed \w/u);
  });

  it('XS-20 speaks the language of the screen, and lets a name turn nothing around it', async () => {
    const part = await mark({viewerId: 'ana\u202Eym', locale: 'ar'});
    dispatchEvent(new Event('beforeprint'));
    expect(saidBy(part)).to.contain('يحتوي على بيانات شخصية').and.contain('طُبع بواسطة');
    expect(textOf(part.renderRoot.querySelector('bdi')!))
      .to.contain('ana')
      .and.not.contain('طُبع');
  });

  it('XS-20 hides on paper what it stands before for as long as it is not defined, and shows it on the screen', () => {
    // A page of its own, in which nobody has defined the mark yet.
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const page = frame.contentWindow as Window & typeof globalThis;
    const sheet = new page.CSSStyleSheet();
    sheet.replaceSync(headStyles.cssText);
    page.document.adoptedStyleSheets = [sheet];
    const first = page.document.createElement('kyc-print-mark');
    const content = page.document.createElement('p');
    page.document.body.append(first, content);
    const display = () => page.getComputedStyle(content).display;
    expect(display(), 'on the screen').to.equal('block');
    // The medium is what differs: every rule for paper holds from here on.
    for (const rule of sheet.cssRules) {
      if (rule instanceof page.CSSMediaRule && rule.media.mediaText === 'print') rule.media.mediaText = 'all';
    }
    expect(display(), 'on paper, not defined').to.equal('none');
    page.customElements.define('kyc-print-mark', class extends page.HTMLElement {});
    expect(display(), 'on paper, defined').to.equal('block');
    frame.remove();
  });
});
