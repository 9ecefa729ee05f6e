/** The reviewer turned to one row of a comparison. Stays inside the screen. */
export class RowFocusEvent extends Event {
  static readonly type = 'row-focus';

  /** The key of the row. */
  readonly key: string;

  constructor(key: string) {
    super(RowFocusEvent.type);
    this.key = key;
  }
}
