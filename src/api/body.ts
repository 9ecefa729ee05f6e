import {ApiProblem} from './api-problem.js';
import {abortable} from './deadline.js';

type Piece = Uint8Array<ArrayBuffer>;

/**
 * An answer whose body is in memory. The platform's own would take a turn of the event loop to give out again what has
 * already been read, and the screen would be drawn without it once more.
 */
export class ReadResponse extends Response {
  private readonly pieces: readonly Piece[];

  constructor(pieces: readonly Piece[], {status, headers}: Response) {
    super(null, {status, headers});
    this.pieces = pieces;
  }

  override text(): Promise<string> {
    const decoder = new TextDecoder();
    const texts = this.pieces.map((piece) => decoder.decode(piece, {stream: true}));
    return Promise.resolve(texts.join('') + decoder.decode());
  }

  override async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  override blob(): Promise<FetchedFile> {
    const type = this.headers.get('Content-Type') ?? '';
    return Promise.resolve(new FetchedFile(this.pieces, type));
  }
}

/** So many bytes of a file say what it is, as a rule. */
const startSize = 64 * 1024;

/** A file, of which the first bytes can be looked at without waiting. */
export class FetchedFile extends Blob {
  /** The first 64 KB, or all where it is less. */
  readonly start: Piece;

  constructor(pieces: readonly Piece[], type: string) {
    super([...pieces], {type});
    this.start = new Uint8Array(Math.min(this.size, startSize));
    let at = 0;
    for (const piece of pieces) {
      if (at === this.start.length) break;
      const part = piece.subarray(0, this.start.length - at);
      this.start.set(part, at);
      at += part.length;
    }
  }
}

/**
 * The same answer with its whole body in memory. It is read piece by piece, so that a small compressed answer that unfolds
 * into a huge one is left as soon as it passes `limit` bytes.
 */
export async function buffered(
  response: Response,
  limit: number,
  signal: AbortSignal,
  onPiece: () => void = () => {},
): Promise<ReadResponse> {
  const pieces = response.body ? await piecesOf(response.body, limit, signal, onPiece) : [];
  return new ReadResponse(pieces, response);
}

const longestRefusal = 64 * 1024;

/** A refusal in memory. Its status says enough: a body that is endless, broken or late is left behind. */
export async function refusal(response: Response, signal: AbortSignal): Promise<ReadResponse> {
  try {
    return await buffered(response, longestRefusal, signal);
  } catch {
    return new ReadResponse([], response);
  }
}

async function piecesOf(
  body: ReadableStream<Piece>,
  limit: number,
  signal: AbortSignal,
  onPiece: () => void,
): Promise<readonly Piece[]> {
  const reader = body.getReader();
  const pieces: Piece[] = [];
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
