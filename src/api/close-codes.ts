/**
 * What an uninvited close asks of the client: never again (`forbidden`, `gone`, `stop`), a new token at once (`token`),
 * later (`retry`), or much later (`slow`).
 */
export type CloseReaction = 'forbidden' | 'gone' | 'stop' | 'token' | 'retry' | 'slow';

const reactions: Readonly<Record<number, CloseReaction>> = {
  1013: 'slow',
  4401: 'token',
  4403: 'forbidden',
  4404: 'gone',
  4408: 'retry',
  4429: 'slow',
};

/** A code less 4000 reads as an HTTP status: the other 44xx say that we are wrong, and asking again would not help. */
export const reactionTo = (code: number): CloseReaction =>
  reactions[code] ?? (code >= 4400 && code < 4500 ? 'stop' : 'retry');

/** The server is in trouble by its own account. */
export const isServerTrouble = (code: number): boolean => code >= 4500 && code < 4600;
