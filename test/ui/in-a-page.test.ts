import {expect} from '@open-wc/testing';
import {html} from 'lit';
import {lay, withPageStyles, type Board} from './board.js';

const review = (board: Board): HTMLElement => board.shadowRoot!.querySelector<HTMLElement>('.review')!;
const words = () => html`<p id="text">Amira Haddad</p>`;

describe('a public element in the layout of a page', () => {
  const layouts = {
    'is a row itself': 'kyc-board { display: flex; }',
    'is a column itself': 'kyc-board { display: flex; flex-direction: column; align-items: center; }',
    'is a grid itself': 'kyc-board { display: grid; justify-items: start; }',
    'stands in a row': ':has(> kyc-board) { display: flex; }',
    'stands in a column of its own width':
      ':has(> kyc-board) { display: flex; flex-flow: column; align-items: center; }',
    floats: 'kyc-board { float: inline-start; }',
    'is as wide as what is in it': 'kyc-board { inline-size: fit-content; }',
  } as const;
  for (const [where, css] of Object.entries(layouts)) {
    it(`HO-01 can be read where it ${where}`, async () => {
      await withPageStyles(`body { inline-size: 700px; } ${css}`, async () => {
        const board = await lay(words);
        expect(review(board).getBoundingClientRect().width).to.be.within(600, 700);
      });
    });
  }

  it('HO-01 gives way in a narrow row, and takes the room that it is given', async () => {
    await withPageStyles(
      ':has(> kyc-board) { display: flex; inline-size: 300px; } kyc-board { display: flex; }',
      async () => {
        const board = await lay(words);
        expect(review(board).getBoundingClientRect().width).to.equal(300);
        board.style.flex = '0 0 220px';
        expect(review(board).getBoundingClientRect().width).to.equal(220);
      },
    );
  });

  it('HO-01 opens a dialog of its own width', async () => {
    const board = await lay(words);
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.append(board);
    dialog.showModal();
    expect(review(board).getBoundingClientRect().width).to.be.within(300, 640);
    dialog.remove();
  });

  it('HO-01 does not lengthen the page behind a frame that scrolls', async () => {
    const long = () =>
      html`<div class="tall"></div>
        <p>Sign<span class="hidden">, not given</span></p>`;
    await withPageStyles(':has(> kyc-board) { block-size: 100px; overflow: auto; }', async () => {
      const board = await lay(long);
      const before = document.documentElement.scrollHeight;
      board.shadowRoot!.querySelector<HTMLElement>('.tall')!.style.blockSize = '9000px';
      expect(document.documentElement.scrollHeight).to.equal(before);
    });
  });
});
