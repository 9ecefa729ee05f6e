import {expect, fixture, html} from '@open-wc/testing';
import type {CopyButton} from '../../src/ui/copy-button.js';
import {isAccessible, shows, textOf} from '../support/harness.js';
import './board.js';

/** Puts a clipboard of the test's own into the place of the browser's. */
function withClipboard(writeText: ((text: string) => Promise<void>) | undefined): void {
  Object.defineProperty(navigator, 'clipboard', {configurable: true, value: writeText && {writeText}});
}

const layButton = (value: string): Promise<CopyButton> =>
  fixture<CopyButton>(html`<kyc-copy-button .value=${value} label="ID number"></kyc-copy-button>`);
const press = (button: CopyButton): void => button.shadowRoot!.querySelector('button')!.click();

describe('kyc-copy-button', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
    Reflect.deleteProperty(document, 'execCommand');
  });

  it('copies the value exactly as it came, and says so politely', async () => {
    const copied: string[] = [];
    withClipboard(async (text) => void copied.push(text));
    const raw = ' 08\u202e45F1937\u200b ';
    const button = await layButton(raw);
    press(button);
    await shows(button, 'Copied');
    expect(copied).to.deep.equal([raw]);
    expect(button.shadowRoot!.querySelector('[role="status"]')!.textContent).to.equal('Copied');
  });

  it('is named after what it copies', async () => {
    const button = await layButton('x');
    expect(button.shadowRoot!.querySelector('button')!.getAttribute('aria-label')).to.equal('Copy ID number');
    await isAccessible(button);
  });

  it('takes the older way where the clipboard is denied, and keeps the focus', async () => {
    withClipboard(() => Promise.reject(new DOMException('denied', 'NotAllowedError')));
    let selected = '';
    document.execCommand = () => {
      selected = button.shadowRoot!.querySelector('textarea')?.value ?? '';
      return true;
    };
    const button = await layButton('0845F1937');
    press(button);
    await shows(button, 'Copied');
    expect(selected).to.equal('0845F1937');
    expect(button.shadowRoot!.querySelector('textarea')).to.equal(null);
    expect(button.shadowRoot!.activeElement?.localName).to.equal('button');
  });

  it('says when neither way works', async () => {
    withClipboard(undefined);
    document.execCommand = () => false;
    const button = await layButton('x');
    press(button);
    await shows(button, 'Copying was not possible. Select the text instead.');
  });

  it('says it again when it is pressed again', async () => {
    let written = (): void => {};
    withClipboard(() => new Promise((resolve) => (written = resolve)));
    const button = await layButton('x');
    for (const time of ['first', 'second']) {
      press(button);
      await button.updateComplete;
      expect(textOf(button), time).to.equal('');
      written();
      await shows(button, 'Copied');
    }
  });

  it('forgets that it copied when the value changes', async () => {
    withClipboard(() => Promise.resolve());
    const button = await layButton('x');
    press(button);
    await shows(button, 'Copied');
    button.value = 'y';
    await button.updateComplete;
    expect(textOf(button)).to.equal('');
  });
});
