/** What a file is by its own bytes. What the server calls it is not asked. */
export type Sniffed =
  | {readonly kind: 'image'; readonly type: ImageType; readonly width: number; readonly height: number}
  | {readonly kind: 'pdf'}
  /** It begins like an image and then does not say how large it is. */
  | {readonly kind: 'damaged'; readonly type: ImageType}
  /** SVG, HTML, anything else: never rendered. */
  | {readonly kind: 'unsupported'};

export const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/bmp'] as const;
export type ImageType = (typeof imageTypes)[number];

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Format {
  readonly type: ImageType;
  readonly begins: (view: DataView) => boolean;
  readonly size: (view: DataView) => Size | undefined;
}

const holds = (view: DataView, at: number, text: string): boolean =>
  view.byteLength >= at + text.length &&
  [...text].every((letter, index) => view.getUint8(at + index) === letter.charCodeAt(0));

const formats: readonly Format[] = [
  {
    type: 'image/png',
    begins: (view) => holds(view, 0, '\x89PNG\r\n\x1a\n'),
    size: (view) =>
      holds(view, 12, 'IHDR') ? {width: view.getUint32(16), height: view.getUint32(20)} : undefined,
  },
  {
    type: 'image/jpeg',
    begins: (view) => holds(view, 0, '\xff\xd8\xff'),
    size: jpegSize,
  },
  {
    type: 'image/webp',
    begins: (view) => holds(view, 0, 'RIFF') && holds(view, 8, 'WEBP'),
    size: webpSize,
  },
  {
    type: 'image/bmp',
    begins: (view) => holds(view, 0, 'BM') && view.byteLength >= 18 && isBmpHeader(view.getUint32(14, true)),
    size: (view) =>
      view.getUint32(14, true) === 12
        ? {width: view.getUint16(18, true), height: view.getUint16(20, true)}
        : // A negative height means that the rows run from the top.
          {width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true))},
  },
];

/** Two letters begin many things; a bitmap also says how long its header is. */
const isBmpHeader = (length: number): boolean => [12, 40, 52, 56, 64, 108, 124].includes(length);

const framesThatAreNone = new Set([0xc4, 0xc8, 0xcc]);

/** The first frame header says the size; whatever stands before it is skipped by its length. */
function jpegSize(view: DataView): Size | undefined {
  let at = 2;
  while (at + 4 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    // A marker may be led by any number of fill bytes; some markers stand alone.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    if (marker === 0xd9 || marker === 0xda) return undefined;
    if (marker >= 0xc0 && marker <= 0xcf && !framesThatAreNone.has(marker)) {
      return {height: view.getUint16(at + 5), width: view.getUint16(at + 7)};
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function webpSize(view: DataView): Size | undefined {
  const threeBytes = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (holds(view, 12, 'VP8X')) return {width: threeBytes(24) + 1, height: threeBytes(27) + 1};
  if (holds(view, 12, 'VP8L') && view.getUint8(20) === 0x2f) {
    const bits = view.getUint32(21, true);
    return {width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1};
  }
  if (holds(view, 12, 'VP8 ') && holds(view, 23, '\x9d\x01\x2a')) {
    return {width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff};
  }
  return undefined;
}

/** Reads from a file's bytes what it is and, for an image, how large it would be, without decoding it. */
export function sniff(bytes: ArrayBuffer): Sniffed {
  const view = new DataView(bytes);
  const format = formats.find(({begins}) => begins(view));
  if (format) {
    const size = sizeOf(format, view);
    return size ? {kind: 'image', type: format.type, ...size} : {kind: 'damaged', type: format.type};
  }
  return {kind: holds(view, 0, '%PDF-') ? 'pdf' : 'unsupported'};
}

/**
 * The same for a file that was fetched: its first bytes nearly always say it, and all of them only where something large
 * stands before the size.
 */
export async function sniffFile(file: Blob & {readonly start: Uint8Array<ArrayBuffer>}): Promise<Sniffed> {
  const first = sniff(file.start.buffer);
  return first.kind === 'damaged' && file.size > file.start.length ? sniff(await file.arrayBuffer()) : first;
}

function sizeOf(format: Format, view: DataView): Size | undefined {
  try {
    const size = format.size(view);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    // The file ends inside its header.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What is still shown. An image beyond any of these could take the page down while it is decoded. */
export const imageLimits = {pixels: 40_000_000, side: 16_384, bytes: 20 * 1024 * 1024} as const;

/** Whether an image of this size may be decoded. */
export const isShowable = ({width, height, bytes}: Size & {readonly bytes: number}): boolean =>
  width * height <= imageLimits.pixels &&
  Math.max(width, height) <= imageLimits.side &&
  bytes <= imageLimits.bytes;
