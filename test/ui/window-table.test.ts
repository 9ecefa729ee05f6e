import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import {property} from 'lit/decorators.js';
import type {TemplateResult} from 'lit';
import {define} from '../../src/define/define.js';
import {renderColumnHeader, renderSortHeader} from '../../src/ui/sort-header.js';
import {WindowTable} from '../../src/ui/window-table.js';
import {wordsFor} from '../../src/words/words.js';
import {isAccessible, textOf} from '../support/harness.js';
import {Board} from './board.js';
import {waitUntil} from '../support/until.js';

interface Row {
  readonly name: string;
}

class LongList extends Board {
  @property({attribute: false}) count = 100_000;
  @property({attribute: false}) row: (index: number) => Row | null | undefined = (index) => ({
    name: `Row ${index}`,
  });
  readonly ranges: [number, number][] = [];
  readonly table = new WindowTable<Row>(this);
  sorted = 0;

  override content = (): TemplateResult =>
    this.table.render({
      count: this.count,
      label: 'Transactions',
      words: wordsFor('en'),
      head: [
        renderSortHeader({label: 'Time', order: 'descending', press: () => (this.sorted += 1)}),
        renderSortHeader({label: 'Amount', press: () => (this.sorted += 1)}),
        renderColumnHeader('Counterparty', {end: true}),
      ],
      row: (index) => this.row(index),
      renderRow: ({name}, index) =>
        html`<td role="cell">${name}</td>
          <td role="cell">${index % 7 === 0 ? html`tall<br />tall<br />tall` : '1'}</td>
          <td role="cell"><button type="button">Open</button></td>`,
      onRange: (first, last) => this.ranges.push([first, last]),
    });
}
define('kyc-long-list', LongList);

const rowsOf = (list: LongList): HTMLElement[] => [
  ...list.shadowRoot!.querySelectorAll<HTMLElement>('tr[data-index]'),
];
const scrollerOf = (list: LongList): HTMLElement =>
  list.shadowRoot!.querySelector<HTMLElement>('.scroll.window')!;
const isShown = (list: LongList, index: number): boolean => {
  const frame = scrollerOf(list).getBoundingClientRect();
  const box = list.shadowRoot!.querySelector(`tr[data-index="${index}"]`)?.getBoundingClientRect();
  return box !== undefined && box.bottom > frame.top && box.top < frame.bottom;
};

async function layList(properties: Partial<LongList> = {}, width: 360 | 900 = 900): Promise<LongList> {
  const list = document.createElement('kyc-long-list') as LongList;
  Object.assign(list, properties);
  const frame = await fixture<HTMLElement>(html`<div></div>`);
  frame.style.inlineSize = `${width}px`;
  frame.append(list);
  await waitUntil(() => rowsOf(list).length > 0 || list.count === 0);
  await settled(list);
  return list;
}

/** Waits until two frames in a row have drawn the same rows at the same heights. */
async function settled(list: LongList): Promise<void> {
  let before = '';
  await waitUntil(
    async () => {
      await nextFrame();
      await list.updateComplete;
      const now = `${rowsOf(list)
        .map((row) => row.dataset['index'])
        .join()} ${scrollerOf(list).scrollHeight}`;
      const same = now === before;
      before = now;
      return same;
    },
    'the table does not come to rest',
    {interval: 5},
  );
}

async function scrollTo(list: LongList, top: number): Promise<void> {
  scrollerOf(list).scrollTop = top;
  await settled(list);
}

describe('WindowTable', () => {
  it('draws a real table that says how long it is', async () => {
    const list = await layList();
    const table = list.shadowRoot!.querySelector('table')!;
    expect(table.getAttribute('aria-rowcount')).to.equal('100001');
    expect(rowsOf(list)[0]!.getAttribute('aria-rowindex')).to.equal('2');
    expect(table.querySelector('thead tr')!.getAttribute('aria-rowindex')).to.equal('1');
    await isAccessible(list);
  });

  it('keeps few rows, wherever it is scrolled to', async () => {
    const list = await layList();
    for (const share of [0, 0.1, 0.5, 0.9, 1]) {
      const scroller = scrollerOf(list);
      await scrollTo(list, (scroller.scrollHeight - scroller.clientHeight) * share);
      expect(rowsOf(list).length, `at ${share}`).to.be.within(10, 30);
      expect(list.shadowRoot!.querySelectorAll('*').length).to.be.lessThan(2000);
    }
    // The last rows are measured when they are first seen, so the end may move once.
    await scrollTo(list, scrollerOf(list).scrollHeight);
    expect(isShown(list, 99_999), 'the last row is shown').to.equal(true);
  });

  it('shows at every place a frame full of rows, without a hole', async () => {
    const list = await layList();
    for (const top of [1000, 5000, 36_000, 1_000_000]) {
      await scrollTo(list, top);
      const frame = scrollerOf(list).getBoundingClientRect();
      const boxes = rowsOf(list).map((row) => row.getBoundingClientRect());
      expect(boxes[0]!.top, `top at ${top}`).to.be.at.most(frame.top + 40);
      expect(boxes.at(-1)!.bottom, `bottom at ${top}`).to.be.at.least(frame.bottom - 2);
      boxes.slice(1).forEach((box, at) => expect(Math.abs(box.top - boxes[at]!.bottom)).to.be.lessThan(1));
    }
  });

  it('says which rows are about to be seen', async () => {
    const list = await layList();
    expect(list.ranges[0]![0]).to.equal(0);
    await scrollTo(list, 500_000);
    const [first, last] = list.ranges.at(-1)!;
    expect(first).to.be.greaterThan(1000);
    expect(last - first).to.be.lessThan(40);
    expect(isShown(list, Math.round((first + last) / 2))).to.equal(true);
  });

  it('stays where it is when the rows are read anew', async () => {
    const list = await layList();
    await scrollTo(list, 20_000);
    const top = scrollerOf(list).scrollTop;
    const shown = rowsOf(list).map((row) => row.dataset['index']);
    list.row = (index) => ({name: `Fresh ${index}`});
    await list.updateComplete;
    await settled(list);
    expect(textOf(list)).to.contain('Fresh').and.not.to.contain('Row');
    expect(scrollerOf(list).scrollTop).to.equal(top);
    expect(rowsOf(list).map((row) => row.dataset['index'])).to.deep.equal(shown);
  });

  it('shows rows that are still to come, and rows that cannot be read, in words', async () => {
    const list = await layList({row: (index) => (index === 1 ? null : undefined)});
    expect(textOf(list)).to.contain('Loading this row').and.to.contain('This row could not be read');
    await isAccessible(list);
  });

  it('keeps the row that has the focus, and the focus, however far it is scrolled', async () => {
    const list = await layList();
    const button = rowsOf(list)[3]!.querySelector('button')!;
    button.focus();
    await scrollTo(list, 1_000_000);
    expect(list.shadowRoot!.activeElement).to.equal(button);
    expect(rowsOf(list).length).to.be.lessThan(30);
  });

  it('is scrolled by the keyboard', async () => {
    const list = await layList();
    const scroller = scrollerOf(list);
    expect(scroller.tabIndex).to.equal(0);
    expect(scroller.getAttribute('role')).to.equal('group');
    expect(scroller.getAttribute('aria-label')).to.equal('Transactions');
  });

  it('goes back to the start when asked', async () => {
    const list = await layList();
    await scrollTo(list, 20_000);
    list.table.toStart();
    await settled(list);
    expect(isShown(list, 0)).to.equal(true);
  });

  it('is as short as its rows', async () => {
    const list = await layList({count: 3});
    expect(rowsOf(list)).to.have.lengthOf(3);
    expect(scrollerOf(list).scrollHeight - scrollerOf(list).clientHeight).to.be.lessThan(2);
    list.count = 0;
    await list.updateComplete;
    await settled(list);
    expect(rowsOf(list)).to.have.lengthOf(0);
    expect(scrollerOf(list).getBoundingClientRect().height).to.be.lessThan(60);
  });

  it('takes fewer rows than before without showing what is gone', async () => {
    const list = await layList();
    await scrollTo(list, 1_000_000);
    list.count = 5;
    await list.updateComplete;
    await settled(list);
    expect(rowsOf(list).map((row) => row.dataset['index'])).to.deep.equal(['0', '1', '2', '3', '4']);
  });

  it('stacks its rows where it is narrow, and still shows the last one', async () => {
    const list = await layList({}, 360);
    const scroller = scrollerOf(list);
    expect(getComputedStyle(list.shadowRoot!.querySelector('thead')!).display).to.equal('none');
    await scrollTo(list, scroller.scrollHeight);
    await scrollTo(list, scroller.scrollHeight);
    expect(isShown(list, 99_999)).to.equal(true);
    expect(list.scrollWidth).to.be.at.most(360);
    await isAccessible(list);
  });

  for (const [how, hide] of [
    ['no width', (frame: HTMLElement) => (frame.style.inlineSize = '0')],
    ['next to no width', (frame: HTMLElement) => (frame.style.inlineSize = '12px')],
  ] as const) {
    it(`stays where it is while its place has ${how}, as in a panel that is closed`, async () => {
      const list = await layList();
      await scrollTo(list, 3000);
      const before = rowsOf(list).filter((row) => isShown(list, Number(row.dataset['index'])));
      const frame = list.parentElement!;
      const {inlineSize} = frame.style;
      hide(frame);
      await settled(list);
      frame.style.inlineSize = inlineSize;
      await settled(list);
      const after = rowsOf(list).filter((row) => isShown(list, Number(row.dataset['index'])));
      expect(after.map(textOf)).to.deep.equal(before.map(textOf));
      expect(scrollerOf(list).scrollTop).to.equal(3000);
    });
  }

  it('works from right to left', async () => {
    const list = await layList({direction: 'rtl'});
    await scrollTo(list, 30_000);
    expect(rowsOf(list).length).to.be.greaterThan(8);
    expect(isShown(list, Number(rowsOf(list)[6]!.dataset['index']))).to.equal(true);
  });

  it('orders by a press on a head, and says the order', async () => {
    const list = await layList();
    const [time, amount] = list.shadowRoot!.querySelectorAll('th');
    expect(time!.getAttribute('aria-sort')).to.equal('descending');
    expect(amount!.getAttribute('aria-sort')).to.equal('none');
    amount!.querySelector('button')!.click();
    expect(list.sorted).to.equal(1);
  });

  it('writes no style attribute into its templates, which the page policy would refuse', async () => {
    const list = await layList();
    const rows = rowsOf(list);
    expect(rows.every((row) => !row.hasAttribute('style'))).to.equal(true);
  });

  it('draws for paper all rows that were read around those in view, says which, and only those in view again after', async () => {
    const list = await layList({row: (index) => (index < 250 ? {name: `Row ${index}`} : undefined)});
    const onScreen = rowsOf(list).length;
    // Drawn when the event is over, because the browser waits for nothing more.
    dispatchEvent(new Event('beforeprint'));
    expect(rowsOf(list).length).to.equal(250);
    expect(list.table.inView).to.deep.equal({first: 0, last: 249});
    dispatchEvent(new Event('afterprint'));
    await settled(list);
    expect(rowsOf(list).length).to.equal(onScreen);
  });

  it('draws no more rows for paper than a page can bear', async () => {
    const list = await layList();
    dispatchEvent(new Event('beforeprint'));
    expect(rowsOf(list).length).to.equal(1200);
    dispatchEvent(new Event('afterprint'));
  });

  it('keeps the focus through a print on a row that is far away, which is not on paper', async () => {
    const list = await layList({
      row: (index) => (index < 100 || index > 400 ? {name: `Row ${index}`} : undefined),
    });
    const button = rowsOf(list)[2]!.querySelector('button')!;
    button.focus();
    await scrollTo(list, 30_000);
    dispatchEvent(new Event('beforeprint'));
    expect(list.shadowRoot!.activeElement).to.equal(button);
    const off = rowsOf(list).filter((row) => row.classList.contains('off-paper'));
    expect(off.map((row) => row.dataset['index'])).to.deep.equal(['2']);
    dispatchEvent(new Event('afterprint'));
    await settled(list);
    expect(list.shadowRoot!.activeElement).to.equal(button);
  });

  it('starts again after it was taken off the page', async () => {
    const list = await layList();
    const frame = list.parentElement!;
    await scrollTo(list, 10_000);
    list.remove();
    frame.append(list);
    await settled(list);
    await scrollTo(list, 50_000);
    expect(rowsOf(list).length).to.be.greaterThan(8);
    expect(Number(rowsOf(list)[0]!.dataset['index'])).to.be.greaterThan(500);
  });
});
