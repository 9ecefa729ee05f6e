/** When an answer was made and when it came, each by the clock of whoever knows. */
export interface AnswerTimes {
  /** By the server's clock, in milliseconds since 1970; absent where it does not say. */
  readonly answeredAt: number | undefined;
  /** By the client's clock: good for counting what has passed since. */
  readonly receivedAt: number;
}

const times = new WeakMap<object, AnswerTimes>();

/** Remembers when a value came, as long as somebody holds it. */
export function rememberTimes(value: unknown, headers: Headers, receivedAt: number): void {
  if (typeof value !== 'object' || value === null) return;
  const said = Date.parse(headers.get('Date') ?? '');
  times.set(value, {answeredAt: Number.isNaN(said) ? undefined : said, receivedAt});
}

/** When a value came; `undefined` for one that did not come over the wire. */
export const answerTimes = (value: object): AnswerTimes | undefined => times.get(value);
