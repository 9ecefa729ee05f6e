/** Headers of images, as long as they need to be to say their size. */

export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A buffer of exactly these bytes. */
export const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));
const big = (value: number, bytes: number): readonly number[] =>
  Array.from({length: bytes}, (_, at) => Math.floor(value / 256 ** (bytes - 1 - at)) % 256);
const little = (value: number, bytes: number): readonly number[] => [...big(value, bytes)].reverse();

export const pngHeader = (width: number, height: number): Uint8Array =>
  new Uint8Array([
    ...ascii('\x89PNG\r\n\x1a\n'),
    ...big(13, 4),
    ...ascii('IHDR'),
    ...big(width, 4),
    ...big(height, 4),
    8,
    2,
    0,
    0,
    0,
  ]);

export const jpegHeader = (width: number, height: number, metadata: number, frame = 0xc0): Uint8Array => {
  const app =
    metadata > 0 ? [0xff, 0xe1, ...big(metadata + 2, 2), ...new Array<number>(metadata).fill(0xff)] : [];
  const table = [0xff, 0xc4, ...big(4, 2), 0, 0];
  return new Uint8Array([
    0xff,
    0xd8,
    ...app,
    ...table,
    0xff,
    0xff,
    frame,
    ...big(11, 2),
    8,
    ...big(height, 2),
    ...big(width, 2),
    1,
    1,
    17,
    0,
  ]);
};

const riff = (chunk: string, body: readonly number[]): Uint8Array =>
  new Uint8Array([
    ...ascii('RIFF'),
    ...little(body.length + 12, 4),
    ...ascii('WEBP'),
    ...ascii(chunk),
    ...little(body.length, 4),
    ...body,
  ]);

export const webpLossy = (width: number, height: number): Uint8Array =>
  riff('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, ...little(width, 2), ...little(height, 2)]);

export const webpLossless = (width: number, height: number): Uint8Array =>
  riff('VP8L', [0x2f, ...little(width - 1 + (height - 1) * 2 ** 14, 4)]);

export const webpExtended = (width: number, height: number): Uint8Array =>
  riff('VP8X', [0, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3)]);

export const bmpHeader = (width: number, height: number): Uint8Array =>
  new Uint8Array([
    ...ascii('BM'),
    ...little(0, 12),
    ...little(40, 4),
    ...little(width, 4),
    ...little(height < 0 ? 2 ** 32 + height : height, 4),
  ]);
