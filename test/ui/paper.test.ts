import {expect} from '@open-wc/testing';
import {html} from 'lit';
import {asIf} from '../support/as-if.js';
import {lay, withPageStyles, type Board} from './board.js';

const styleOf = (board: Board, selector: string): CSSStyleDeclaration =>
  getComputedStyle(board.shadowRoot!.querySelector(selector)!);

describe('paper', () => {
  it('is black on white, also where a dark brand was given as plain colours', async () => {
    const dark = `:root { --review-surface: #101820; --review-surface-sunken: #000; --review-text: #fff; --review-text-muted: #ccc;
      --review-positive: #cfc; }`;
    await withPageStyles(dark, async () => {
      const board = await lay(
        () =>
          html`<div class="panel"><span class="muted">since</span></div>
            <div class="well"></div>
            <span class="mark is-positive">Agrees</span>`,
      );
      await asIf('print', board, () => {
        expect(styleOf(board, '.review').color).to.equal('rgb(0, 0, 0)');
        for (const white of ['.review', '.panel', '.well'])
          expect(styleOf(board, white).backgroundColor, white).to.equal('rgb(255, 255, 255)');
        expect(styleOf(board, '.muted').color).to.equal('rgb(81, 92, 102)');
        expect(styleOf(board, '.mark').color).to.equal('rgb(29, 107, 64)');
      });
    });
  });
});
