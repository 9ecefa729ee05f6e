import {elementScroll, observeElementOffset, Virtualizer, type VirtualItem} from '@tanstack/virtual-core';
import {html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Words} from '../words/words.js';
import {PaperRows, type Rows} from './paper-rows.js';
import type {Drawing} from './stamp.js';

const rowSize = 36;
const stackedRowSize = 96;
/** Pixels: in a panel that is being closed, rows become taller and taller until nobody sees them. */
const narrowest = 64;
const heightOf = (row: HTMLElement): number => row.getBoundingClientRect().height;
/** Rows kept ready at each side of what can be seen. */
const overscan = 3;

export interface WindowTableView<T> {
  /** Rows in all, whether read or not. */
  readonly count: number;
  /** What the table shows; names the frame that scrolls. */
  readonly label: string;
  readonly words: Words;
  /** `<th role="columnheader">` for each column. */
  readonly head: readonly Drawing[];
  /** The row at this place: `undefined` until it is read, `null` where it could not be read. */
  readonly row: (index: number) => T | null | undefined;
  /** The cells of a row, `<td role="cell">` for each column. Made anew only for another value or other words. */
  readonly renderRow: (value: T, index: number) => TemplateResult;
  /** Says which rows are about to be seen, so that they can be read. */
  readonly onRange: (first: number, last: number) => void;
  /** Further classes of the table. */
  readonly classes?: string;
}

type Piece = VirtualItem | {readonly gap: number; readonly before: number};

/**
 * A real table of any length, of which only the rows in view exist. It belongs to the element that draws it, so that
 * the rows take that element's styles. A refresh changes the rows in place; only `toStart` moves the scroll position.
 */
export class WindowTable<T> implements ReactiveController {
  private readonly host: LitElement;
  private readonly virtualizer: Virtualizer<HTMLElement, HTMLTableRowElement>;
  private view: WindowTableView<T> | undefined;
  private told = '';
  private stacked = false;
  private headSize = 0;
  /** The sizes of all rows are unknown again. */
  private forgotten = false;
  private moved = false;
  private kept: number | undefined;
  private readonly paper: PaperRows;
  private unmount: (() => void) | undefined;

  constructor(host: LitElement) {
    this.host = host;
    this.virtualizer = new Virtualizer(this.options(0));
    // A correction in the middle of a scroll ends it where it is: one press of End would stop halfway. What is measured
    // meanwhile moves rows that are moving anyway.
    this.virtualizer.shouldAdjustScrollPositionOnItemSizeChange = (
      {end},
      _delta,
      {isScrolling, scrollOffset},
    ) => !isScrolling && end <= (scrollOffset ?? 0);
    host.addController(this);
    this.paper = new PaperRows(host, () => {
      const {inView, view} = this;
      if (!view || !this.scroller) return undefined;
      return {inView, count: view.count, isRead: (index) => view.row(index) !== undefined};
    });
  }

  hostConnected(): void {
    this.unmount = this.virtualizer._didMount();
    // Coming back to the page, the scroller is the same but nobody watches it any more.
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.unmount?.();
    this.told = '';
  }

  hostUpdated(): void {
    const scroller = this.scroller;
    // Heights are set as properties: a strict policy forbids style attributes, not this. They come first, because a table
    // that is looked at while it is short loses its place.
    for (const gap of scroller?.querySelectorAll<HTMLElement>('tr.gap') ?? []) {
      gap.style.blockSize = `${gap.dataset['size'] ?? 0}px`;
    }
    this.virtualizer._willUpdate();
    for (const row of scroller?.querySelectorAll<HTMLTableRowElement>('tr[data-index]') ?? []) {
      this.virtualizer.measureElement(row);
      if (this.forgotten) this.virtualizer.resizeItem(Number(row.dataset['index']), heightOf(row));
    }
    this.forgotten = false;
    if (scroller && this.view) this.tell(this.view);
  }

  /** Shows the first rows: for another list, another filter, another order. */
  toStart(): void {
    if (this.scroller) this.scroller.scrollTop = 0;
    // The frame may be gone before its scroll event is; the next one would be scrolled to where this one was.
    this.virtualizer.scrollOffset = 0;
    this.forget();
  }

  /** The first and the last row that can be seen, on the screen or on paper, counted from 0, as they were drawn last. */
  get inView(): Rows {
    if (this.paper.now) return this.paper.now;
    const {range} = this.virtualizer;
    const count = this.view?.count ?? 0;
    if (!range || count === 0) return {first: 0, last: 0};
    // The head covers what stands at the upper edge.
    const below = (this.virtualizer.scrollOffset ?? 0) + this.headSize + 1;
    const first = this.virtualizer.getVirtualItemForOffset(below)?.index ?? range.startIndex;
    return {first, last: Math.min(count - 1, range.endIndex)};
  }

  render(view: WindowTableView<T>): TemplateResult {
    this.view = view;
    this.virtualizer.setOptions(this.options(view.count));
    const {label, head, words, classes = ''} = view;
    return html`<div
      class="scroll window"
      part="table"
      tabindex="0"
      role="group"
      aria-label=${label}
      @focusin=${this.onFocusIn}
      @focusout=${this.onFocusOut}
    >
      <table class="stackable ${classes}" role="table" aria-rowcount=${view.count + 1} aria-label=${label}>
        <thead role="rowgroup">
          <tr role="row" aria-rowindex="1">
            ${head}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${repeat(
            this.pieces(),
            (piece) => ('gap' in piece ? `before ${piece.before}` : piece.index),
            (piece) =>
              'gap' in piece ? this.renderGap(piece.gap) : this.renderRow(piece.index, view, words),
          )}
        </tbody>
      </table>
    </div>`;
  }

  private renderGap(size: number): TemplateResult {
    return html`<tr class="gap" role="presentation" aria-hidden="true" data-size=${size}>
      <td colspan=${this.view?.head.length ?? 1}></td>
    </tr>`;
  }

  private renderRow(index: number, view: WindowTableView<T>, words: Words): TemplateResult {
    const value = view.row(index);
    const known = value !== undefined && value !== null;
    const classes =
      `${known ? '' : 'waiting'} ${this.paper.leavesOut(index) ? 'off-paper' : ''}`.trim() || nothing;
    return html`<tr role="row" class=${classes} aria-rowindex=${index + 2} data-index=${index}>
      ${
        known
          ? guard([value, words], () => view.renderRow(value, index))
          : html`<td role="cell" class="span" colspan=${view.head.length}>
              ${
                value === null
                  ? html`<span class="muted">${words.of('table.row-unreadable')}</span>`
                  : html`<span class="bone w6"></span
                      ><span class="hidden">${words.of('table.row-loading')}</span>`
              }
            </td>`
      }
    </tr>`;
  }

  private get scroller(): HTMLElement | null {
    return this.host.renderRoot?.querySelector<HTMLElement>('.scroll.window') ?? null;
  }

  /** The rows to draw, and the empty stretches between and around them. */
  private pieces(): readonly Piece[] {
    const pieces: Piece[] = [];
    const end = this.virtualizer.getTotalSize() + this.headSize;
    let at = this.headSize;
    for (const item of this.virtualizer.getVirtualItems()) {
      if (item.start > at) pieces.push({gap: item.start - at, before: item.index});
      pieces.push(item);
      at = item.end;
    }
    if (end > at) pieces.push({gap: end - at, before: this.virtualizer.options.count});
    return pieces;
  }

  private options(
    count: number,
  ): ConstructorParameters<typeof Virtualizer<HTMLElement, HTMLTableRowElement>>[0] {
    return {
      count,
      overscan,
      scrollMargin: this.headSize,
      getScrollElement: () => this.scroller,
      estimateSize: () => (this.stacked ? stackedRowSize : rowSize),
      initialRect: {width: 0, height: rowSize * 12},
      observeElementRect: (instance, tell) => this.watchSize(instance.scrollElement, tell),
      observeElementOffset: (instance, tell) =>
        observeElementOffset(instance, (offset, isScrolling) => {
          this.moved ||= offset !== 0;
          tell(offset, isScrolling);
        }),
      // A correction moves the rows by so much from where they are: the reviewer may have scrolled on meanwhile.
      scrollToFn: (offset, options, instance) => {
        const {scrollElement} = instance;
        if (scrollElement && options.adjustments !== undefined)
          scrollElement.scrollTop += options.adjustments;
        // A new frame stands at its start already; scrolling there would make the browser lay it out at once.
        else if (offset !== 0 || this.moved) elementScroll(offset, options, instance);
      },
      // Rows are drawn anew when one grows; within the observer's own turn that would be a loop, which browsers report.
      useAnimationFrameWithResizeObserver: true,
      // Asking a row would make the browser lay the page out at once; the observer tells a moment later, for nothing.
      measureElement: (row, entry, instance) => {
        const size = entry?.borderBoxSize[0];
        const counts = size !== undefined && size.inlineSize >= narrowest;
        return counts ? size.blockSize : this.sizeOf(instance.indexFromElement(row));
      },
      // A row that holds the focus stays, however far it is scrolled away.
      rangeExtractor: ({startIndex, endIndex}) => {
        const first = this.paper.now?.first ?? Math.max(0, startIndex - overscan);
        const last = Math.min(count - 1, this.paper.now?.last ?? endIndex + overscan);
        const indexes = Array.from({length: Math.max(0, last - first + 1)}, (_, at) => first + at);
        const {kept} = this;
        if (kept === undefined || kept >= count || (kept >= first && kept <= last)) return indexes;
        return kept < first ? [kept, ...indexes] : [...indexes, kept];
      },
      onChange: () => this.host.requestUpdate(),
    };
  }

  /** Hears of sizes from the browser's own layout instead of asking for one. */
  private watchSize(
    scroller: HTMLElement | null,
    tell: (size: {width: number; height: number}) => void,
  ): () => void {
    this.moved = false;
    let frame = 0;
    let size = {width: 0, height: 0};
    let {headSize} = this;
    const observer = new ResizeObserver((entries) => {
      for (const {target, contentRect, borderBoxSize} of entries) {
        if (target === scroller) size = {width: contentRect.width, height: contentRect.height};
        else headSize = borderBoxSize[0]?.blockSize ?? 0;
      }
      cancelAnimationFrame(frame);
      // Drawing changes the size of the frame, which within the observer's own turn would be a loop.
      frame = requestAnimationFrame(() => {
        this.take(size.width, headSize);
        tell(size);
      });
    });
    const head = scroller?.querySelector('thead');
    if (scroller) observer.observe(scroller);
    if (head) observer.observe(head);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }

  /** The head takes room above the first row, and none where each row is a small block: then the styles hide it. */
  private take(width: number, headSize: number): void {
    if (width < narrowest) return;
    const stacked = headSize === 0;
    const turned = stacked !== this.stacked;
    if (!turned && Math.abs(headSize - this.headSize) < 1) return;
    this.stacked = stacked;
    this.headSize = headSize;
    this.virtualizer.setOptions(this.options(this.virtualizer.options.count));
    if (turned) this.forget();
    this.host.requestUpdate();
  }

  /** Rows that stay as high as they are tell nobody, so they are asked. */
  private forget(): void {
    this.forgotten = true;
    this.virtualizer.measure();
  }

  private sizeOf(index: number): number {
    return this.virtualizer.itemSizeCache.get(index) ?? this.virtualizer.options.estimateSize(index);
  }

  private tell(view: WindowTableView<T>): void {
    const {range} = this.virtualizer;
    if (!range || view.count === 0) return;
    const first = Math.max(0, range.startIndex - overscan);
    const last = Math.min(view.count - 1, range.endIndex + overscan);
    const said = `${first} ${last} ${view.count}`;
    if (said === this.told) return;
    this.told = said;
    view.onRange(first, last);
  }

  private readonly onFocusIn = (event: FocusEvent): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-index]') : null;
    this.kept = row?.dataset['index'] === undefined ? undefined : Number(row.dataset['index']);
  };

  private readonly onFocusOut = (): void => {
    this.kept = undefined;
  };
}
