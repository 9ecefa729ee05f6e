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

  it('a link is found within 24 pixels, and its line is no higher for it', async () => {
    const board = await lay(
      () =>
        html`<p id="with">to <a href="https://list.example/">Verifications</a></p>
          <p id="without">to Verifications</p>
          <p class="small"><a href="https://list.example/">Verifications</a></p>`,
    );
    const heightOf = (selector: string): number =>
      board.shadowRoot!.querySelector(selector)!.getBoundingClientRect().height;
    expect(heightOf('#with a')).to.be.at.least(24);
    expect(heightOf('.small a')).to.be.at.least(24);
    expect(heightOf('#with')).to.equal(heightOf('#without'));
  });
});
