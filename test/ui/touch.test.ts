import {expect} from '@open-wc/testing';
import {html} from 'lit';
import {asIf} from '../support/as-if.js';
import {lay} from './board.js';

describe('under a finger', () => {
  it('everything that is pressed or filled in is 44 pixels high, and its letters let the page stay where it is', async () => {
    const board = await lay(
      () =>
        html`<button type="button" class="button">Approve</button>
          <button type="button" class="button small quiet">Archived</button>
          <button type="button" class="button only" aria-label="Zoom in"></button>
          <label>Search <input type="search" /></label>
          <label>From <input type="date" /></label>
          <label
            >Status
            <select>
              <option>All</option>
            </select></label
          >
          <label>Note <textarea></textarea></label>
          <label class="near"><input type="radio" />Match</label>`,
    );
    await asIf('(pointer: coarse)', board, () => {
      const large = board.shadowRoot!.querySelectorAll<HTMLElement>(
        'button, input:not([type=radio]), select, textarea',
      );
      for (const each of large) {
        expect(each.getBoundingClientRect().height, each.outerHTML).to.be.at.least(44);
        if (each.localName !== 'button')
          expect(getComputedStyle(each).fontSize, each.outerHTML).to.equal('16px');
      }
      expect(
        getComputedStyle(board.shadowRoot!.querySelector('[type=radio]')!).blockSize,
        'its label is what is pressed',
      ).to.equal('16px');
    });
  });
});
