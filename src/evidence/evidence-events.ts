import type {Look} from './look.js';

/** The reviewer turned to one row of a comparison, or to its place on the picture. Stays inside the screen. */
export class RowFocusEvent extends Event {
  static readonly type = 'row-focus';

  /** The key of the row. */
  readonly key: string;

  constructor(key: string) {
    super(RowFocusEvent.type);
    this.key = key;
  }
}

/** The reviewer looks closer at a picture, moves it or turns it. Stays inside the screen. */
export class LookChangeEvent extends Event {
  static readonly type = 'look-change';

  readonly look: Look;

  constructor(look: Look) {
    super(LookChangeEvent.type);
    this.look = look;
  }
}

declare global {
  interface HTMLElementEventMap {
    'look-change': LookChangeEvent;
    'row-focus': RowFocusEvent;
  }
}
