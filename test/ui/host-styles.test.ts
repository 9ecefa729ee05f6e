import {expect} from '@open-wc/testing';
import {html} from 'lit';
import {renderPill, statusOf} from '../../src/ui/status.js';
import {wordsFor} from '../../src/words/words.js';
import {isAccessible} from '../support/harness.js';
import {lay, withPageStyles} from './board.js';

const en = wordsFor('en');
const content = () =>
  html`<h2 class="heading">Documents</h2>
    <p id="text">Amira Haddad <a href="https://list.example/">link</a></p>
    <p><button type="button" class="button">Refresh</button> ${renderPill(statusOf('risk', 'HIGH'), en)}</p>
    <label class="control"><span>Search</span><input type="search" /></label>`;

const inherited = [
  'fontSize',
  'fontFamily',
  'fontWeight',
  'fontStyle',
  'fontVariantCaps',
  'lineHeight',
  'letterSpacing',
  'wordSpacing',
  'textTransform',
  'textIndent',
  'textAlign',
  'whiteSpace',
  'color',
  'cursor',
  'textShadow',
  'listStyleType',
  'hyphens',
  'tabSize',
  'borderCollapse',
  'quotes',
] as const;

const looksOf = (root: ShadowRoot): readonly string[] =>
  [...root.querySelectorAll('.review, .heading, #text, .button, .pill, input, label')].map((element) => {
    const style = getComputedStyle(element);
    const {height} = element.getBoundingClientRect();
    return [element.className, ...inherited.map((name) => style[name]), height.toFixed(1)].join(' | ');
  });

const hostile = `
  * { font-size: 40px !important; letter-spacing: 3px !important; word-spacing: 9px !important; }
  body { text-transform: uppercase; color: white; line-height: 0; white-space: pre; text-indent: 40px; font-style: italic;
    font-variant: small-caps; text-align: right; text-shadow: 0 0 9px red; cursor: help; list-style: square; hyphens: auto; font-weight: 900;
    font-family: cursive; visibility: visible; tab-size: 20; }
  kyc-board { display: grid; }`;

describe('styles of a public element', () => {
  it('HO-01 look the same under a hostile page', async () => {
    const calm = looksOf((await lay(content)).shadowRoot!);
    await withPageStyles(hostile, async () => {
      const board = await lay(content);
      expect(looksOf(board.shadowRoot!)).to.deep.equal(calm);
      expect(getComputedStyle(board).display, 'the host keeps the last word on its element').to.equal('grid');
    });
  });

  it('HO-01 let direction, theme and visibility pass', async () => {
    await withPageStyles('html { color-scheme: dark; } body { visibility: hidden; }', async () => {
      const board = await lay(content, {direction: 'rtl'});
      board.removeAttribute('theme');
      await board.updateComplete;
      const style = getComputedStyle(board.shadowRoot!.querySelector('.review')!);
      expect(style.direction).to.equal('rtl');
      expect(style.visibility).to.equal('hidden');
      expect(style.backgroundColor).to.equal('rgb(23, 27, 31)');
    });
  });

  it('are hidden by the host with one attribute', async () => {
    const board = await lay(content);
    board.hidden = true;
    expect(getComputedStyle(board).display).to.equal('none');
  });

  const themes = [
    {theme: 'light', surface: 'rgb(255, 255, 255)', text: 'rgb(26, 33, 39)'},
    {theme: 'dark', surface: 'rgb(23, 27, 31)', text: 'rgb(231, 234, 237)'},
  ] as const;
  for (const {theme, surface, text} of themes) {
    it(`wear the ${theme} theme when asked, whatever the page does`, async () => {
      const board = await lay(content, {theme});
      const style = getComputedStyle(board.shadowRoot!.querySelector('.review')!);
      expect([style.backgroundColor, style.color]).to.deep.equal([surface, text]);
      await isAccessible(board);
    });
  }

  it('take tokens from the page', async () => {
    await withPageStyles(
      ':root { --review-accent: rgb(1, 2, 3); --review-font-size: 20px; --review-radius: 0px; }',
      async () => {
        const board = await lay(content);
        const root = board.shadowRoot!;
        expect(getComputedStyle(root.querySelector('a')!).color).to.equal('rgb(1, 2, 3)');
        expect(getComputedStyle(root.querySelector('#text')!).fontSize).to.equal('20px');
        expect(getComputedStyle(root.querySelector('.button')!).borderTopLeftRadius).to.equal('0px');
      },
    );
  });

  it('XS-22 ask for nothing, whatever a token says', async () => {
    const tokens = [
      'surface',
      'surface-hover',
      'text',
      'border',
      'accent',
      'focus',
      'caution',
      'caution-soft',
      'font',
      'radius',
      'neutral-soft',
    ];
    const evil = tokens.map((name) => `--review-${name}: url(/canary-${name});`).join('');
    await withPageStyles(`:root { ${evil} }`, async () => {
      const board = await lay(content);
      board.getBoundingClientRect();
      const asked = performance.getEntriesByType('resource').filter(({name}) => name.includes('canary'));
      expect(asked).to.deep.equal([]);
    });
  });

  it('ask the width of the element, not of the window', async () => {
    const board = await lay(content);
    const padding = () => getComputedStyle(board.shadowRoot!.querySelector('.inner')!).paddingLeft;
    board.style.inlineSize = '360px';
    expect(padding()).to.equal('16px');
    board.style.inlineSize = '700px';
    expect(padding()).to.equal('24px');
    // In letters: what has room for twice the text is as good as half as wide.
    board.style.setProperty('--review-font-size', '28px');
    expect(padding()).to.equal('16px');
    board.style.inlineSize = '1280px';
    expect(padding()).to.equal('24px');
  });
});
