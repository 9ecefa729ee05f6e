import {expect} from '@open-wc/testing';
import {html} from 'lit';
import * as z from 'zod/mini';
import {rowsOf} from '../../src/domain/reading.js';
import {renderEmpty} from '../../src/ui/empty.js';
import {renderNotice} from '../../src/ui/notice.js';
import {renderSection} from '../../src/ui/section.js';
import {renderUnreadable} from '../../src/ui/unreadable.js';
import {wordsFor} from '../../src/words/words.js';
import {buttonNamed, isAccessible, textOf} from '../support/harness.js';
import {lay} from './board.js';

const en = wordsFor('en');

describe('renderSection', () => {
  for (const level of [1, 2, 3, 4, 5, 6] as const) {
    it(`is a region named by a heading of level ${level} with nothing but the title`, async () => {
      const board = await lay(() =>
        renderSection(
          {
            id: 'documents',
            title: 'Documents',
            count: '4',
            actions: html`<button>Upload</button>`,
            headingLevel: level,
          },
          html`<p>content</p>`,
        ),
      );
      const section = board.shadowRoot!.querySelector('section')!;
      const heading = board.shadowRoot!.getElementById(section.getAttribute('aria-labelledby')!)!;
      expect(heading.tagName).to.equal(`H${level}`);
      expect(heading.textContent).to.equal('Documents');
      await isAccessible(board);
    });
  }

  it('looks the same on every level', async () => {
    const sizes = new Set<string>();
    for (const headingLevel of [1, 2, 3, 4, 5, 6] as const) {
      const board = await lay(() => renderSection({id: 'x', title: 'Title', headingLevel}, ''));
      const {fontSize, fontWeight, marginBlockStart, letterSpacing} = getComputedStyle(
        board.shadowRoot!.querySelector('.heading')!,
      );
      sizes.add([fontSize, fontWeight, marginBlockStart, letterSpacing].join(' '));
    }
    expect([...sizes]).to.have.lengthOf(1);
  });
});

describe('small pieces', () => {
  it('say what is empty, and what may come', async () => {
    let pressed = 0;
    const board = await lay(() =>
      renderEmpty('document', en.of('documents.none'), en.of('documents.none-why'), {
        label: 'Clear filters',
        press: () => (pressed += 1),
      }),
    );
    expect(textOf(board)).to.contain('No documents yet The customer has not sent anything.');
    buttonNamed(board, 'Clear filters').click();
    expect(pressed).to.equal(1);
    await isAccessible(board);
  });

  it('say how many rows could not be read, and nothing when all could', async () => {
    const rows = z.parse(rowsOf(z.object({id: z.string()})), [{id: 'a'}, {id: 1}, null]);
    expect(textOf(await lay(() => renderUnreadable(en, rows)))).to.equal(
      '2 rows could not be read and are left out.',
    );
    expect(textOf(await lay(() => renderUnreadable(en, [1, 2])))).to.equal('');
  });

  for (const tone of ['neutral', 'info', 'caution', 'negative', 'positive'] as const) {
    it(`tell what is the matter in the tone ${tone}`, async () => {
      for (const theme of ['light', 'dark'] as const) {
        const board = await lay(
          () => renderNotice({tone, icon: 'refresh', what: '2 changes:', why: 'selfie.'}),
          {theme},
        );
        expect(textOf(board)).to.equal('2 changes: selfie.');
        await isAccessible(board);
      }
    });
  }
});
