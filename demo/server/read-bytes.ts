import {Problem} from './problem.js';

/**
 * The body of a request. One that is larger than this is refused as soon as that is known, whether its length was named
 * or not, so that nobody fills the memory of the server.
 */
export async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  if (Number(request.headers.get('Content-Length') ?? 0) > most) throw new Problem('too_large');
  // Not every browser gives the body of a request piece by piece; there, it is in the memory already.
  const stream = request.body as Request['body'] | undefined;
  if (stream === undefined) return checked(new Uint8Array(await request.arrayBuffer()), most);
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (length > most) throw new Problem('too_large');
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function checked(bytes: Uint8Array, most: number): Uint8Array {
  if (bytes.length > most) throw new Problem('too_large');
  return bytes;
}
