import {ApiProblem} from './api-problem.js';
import {abortable} from './deadline.js';

/** Statuses that never carry a body. */
const bodiless: ReadonlySet<number> = new Set([101, 103, 204, 205, 304]);

/**
 * The same answer with its whole body in memory. It is read piece by piece, so that a small compressed answer that unfolds
 * into a huge one is left as soon as it passes `limit` bytes.
 */
export async function buffered(
  response: Response,
  limit: number,
  signal: AbortSignal,
  onPiece: () => void = () => {},
): Promise<Response> {
  const {status, headers} = response;
  const pieces = response.body ? await piecesOf(response.body, limit, signal, onPiece) : [];
  const body = bodiless.has(status) ? null : joined(pieces);
  return new Response(body, {status, headers});
}

/** Bytes up to which an answer is kept in one piece. */
const small = 1024 * 1024;

/** A blob may be kept outside of the page's process: little is sooner read again from the page's own memory. */
function joined(pieces: readonly Uint8Array<ArrayBuffer>[]): Blob | Uint8Array<ArrayBuffer> {
  const size = pieces.reduce((sum, {byteLength}) => sum + byteLength, 0);
  const [first] = pieces;
  if (size > small) return new Blob([...pieces]);
  if (first && pieces.length === 1) return first;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

const longestRefusal = 64 * 1024;

/** A refusal in memory. Its status says enough: a body that is endless, broken or late is left behind. */
export async function refusal(response: Response, signal: AbortSignal): Promise<Response> {
  const {status, headers} = response;
  try {
    return await buffered(response, longestRefusal, signal);
  } catch {
    return new Response(null, {status, headers});
  }
}

async function piecesOf(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  limit: number,
  signal: AbortSignal,
  onPiece: () => void,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const reader = body.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (;;) {
      const {done, value} = await abortable(reader.read(), signal);
      if (done) return pieces;
      onPiece();
      size += value.byteLength;
      if (size > limit) throw new ApiProblem('contract', {code: 'too_large'});
      pieces.push(value);
    }
  } catch (error) {
    void reader.cancel().catch(() => {});
    throw error;
  }
}
