/** A small writer of PNG files. It needs nothing from Node and compresses nothing, so its bytes are the same everywhere. */

const crcTable = Uint32Array.from({length: 256}, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const big = (value: number): Uint8Array => new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value]);

function chunk(name: string, content: Uint8Array): Uint8Array {
  const body = joined([ascii(name), content]);
  return joined([big(content.length), body, big(crcOf(body))]);
}

/** A zlib stream of stored blocks. */
function stored(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [new Uint8Array([0x78, 0x01])];
  const most = 65535;
  for (let at = 0; at === 0 || at < bytes.length; at += most) {
    const block = bytes.subarray(at, at + most);
    const last = at + most >= bytes.length ? 1 : 0;
    const {length} = block;
    parts.push(
      new Uint8Array([last, length & 255, length >>> 8, ~length & 255, (~length >>> 8) & 255]),
      block,
    );
  }
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  parts.push(new Uint8Array([high >>> 8, high, low >>> 8, low]));
  return joined(parts);
}

const pngSignature = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]);

export interface PngRows {
  readonly width: number;
  readonly height: number;
  /** Bits of one sample. */
  readonly depth: 1 | 8;
  /** 0 grey, 2 red-green-blue, 3 numbers in `palette`. */
  readonly colour: 0 | 2 | 3;
  /** Red, green and blue of every colour in turn. */
  readonly palette?: Uint8Array;
  /** Every row behind its filter byte, as a zlib stream if it is compressed already. */
  readonly rows: Uint8Array;
  readonly compressed?: boolean;
}

/** The bytes of a PNG file. */
export function png({width, height, depth, colour, palette, rows, compressed}: PngRows): Uint8Array {
  return joined([
    pngSignature,
    chunk('IHDR', joined([big(width), big(height), new Uint8Array([depth, colour, 0, 0, 0])])),
    ...(palette ? [chunk('PLTE', palette)] : []),
    chunk('IDAT', compressed ? rows : stored(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** A picture in few colours, painted point by point: `paint` answers with the number of the colour. */
export function paintedPng(
  width: number,
  height: number,
  palette: readonly (readonly [number, number, number])[],
  paint: (x: number, y: number) => number,
): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = paint(x, y);
  }
  return png({width, height, depth: 8, colour: 3, palette: Uint8Array.from(palette.flat()), rows});
}

/** The width and height that a PNG file states, or nothing when it is none. */
export function pngSize(bytes: Uint8Array): {readonly width: number; readonly height: number} | undefined {
  if (bytes.length < 24 || pngSignature.some((byte, at) => bytes[at] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return {width: view.getUint32(16), height: view.getUint32(20)};
}
