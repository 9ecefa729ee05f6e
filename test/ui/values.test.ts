import {expect} from '@open-wc/testing';
import {html} from 'lit';
import {linkUrl} from '../../src/api/api-url.js';
import {
  renderAmount,
  renderCountry,
  renderDate,
  renderLink,
  renderTime,
  renderValue,
} from '../../src/ui/values.js';
import {wordsFor} from '../../src/words/words.js';
import '../support/arabic.js';
import {isAccessible, textOf} from '../support/harness.js';
import {lay} from './board.js';

const en = wordsFor('en-GB');
const textFor = async (content: unknown): Promise<string> => textOf(await lay(() => content));

describe('values', () => {
  const missing = [
    renderValue(null, en),
    renderValue(undefined, en),
    renderValue('', en),
    renderValue('  ', en),
    renderTime(null, en),
    renderDate('', en),
    renderAmount(null, 'EUR', en),
    renderCountry(undefined, en),
  ];
  missing.forEach((value, at) => {
    it(`are a dash with words where they are missing (${at + 1})`, async () => {
      expect(await textFor(value)).to.equal('– not given');
    });
  });

  it('keep zero apart from missing', async () => expect(await textFor(renderValue(0, en))).to.equal('0'));

  it('say a moment to machines and its offset to whoever asks', async () => {
    const board = await lay(() => renderTime('2025-11-12T10:40:00+03:00', en));
    const time = board.shadowRoot!.querySelector('time')!;
    expect(time.dateTime).to.equal('2025-11-12T07:40:00.000Z');
    expect(time.title).to.match(/GMT|UTC/);
  });

  for (const value of ['soon', '2016-12-31T23:59:60Z', '2025-99-99', 'Invalid Date<b>']) {
    it(`XS-18 show "${value}" as it came where a time should stand`, async () => {
      expect(await textFor(renderTime(value, en))).to.equal(value);
      expect(await textFor(renderDate(value, en))).to.equal(value);
    });
  }

  const amounts = [
    ['48200.00', 'EUR', 'out', '−48,200.00 EUR'],
    ['12640.5', 'EUR', 'in', '+12,640.50 EUR'],
    ['0.4180', 'BTC', 'unknown', '0.4180 BTC'],
    ['lots', 'EUR', 'in', 'lots EUR'],
    ['-5', 'EUR', 'in', '−5.00 EUR'],
  ] as const;
  for (const [amount, currency, direction, shown] of amounts) {
    it(`write ${amount} ${currency} ${direction} as ${shown}`, async () => {
      expect(await textFor(renderAmount(amount, currency, en, direction))).to.equal(shown);
    });
  }

  it('keep the sign of an amount on its left from right to left', async () => {
    const board = await lay(() => renderAmount('48200.00', 'EUR', wordsFor('ar-AE'), 'out'), {
      direction: 'rtl',
    });
    const digits = board.shadowRoot!.querySelector('.amount > bdi')!.firstChild!;
    const text = board.shadowRoot!.querySelector('.amount > bdi')!;
    const range = document.createRange();
    range.setStart(digits.nodeType === Node.TEXT_NODE ? digits : text, 0);
    range.selectNodeContents(text);
    const currency = board.shadowRoot!.querySelector('.currency')!.getBoundingClientRect();
    expect(range.getBoundingClientRect().right).to.be.at.most(currency.left + 0.5);
  });

  const page = 'https://host.example/back-office/';
  const refused = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://host.example/1',
    'http://evil.example/',
    'https://user:pass@evil.example/',
    'ftp://evil.example/',
    'file:///etc/passwd',
    '\u0000javascript:alert(1)',
  ];
  for (const url of refused) {
    it(`XS-03 write ${JSON.stringify(url)} as text, without an anchor`, async () => {
      const board = await lay(
        () => html`<p>${renderLink(url, 'Source', en, (each) => linkUrl(each, page))}</p>`,
      );
      expect(board.shadowRoot!.querySelectorAll('a')).to.have.lengthOf(0);
      expect(textOf(board)).to.equal('Source');
    });
  }

  it('XS-03 follow https, without telling the other side where from', async () => {
    const board = await lay(() =>
      renderLink('https://list.example/1', 'Source', en, (each) => linkUrl(each, page)),
    );
    const anchor = board.shadowRoot!.querySelector('a')!;
    expect(anchor.href).to.equal('https://list.example/1');
    expect(anchor.rel).to.equal('noopener noreferrer');
    expect(textOf(anchor)).to.equal('Source (opens in a new window)');
    await isAccessible(board);
  });
});
