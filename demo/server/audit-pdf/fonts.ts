import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {inflateSync} from 'node:zlib';

const {resolve} = createRequire(import.meta.url);

/**
 * The fonts that papers are set in, and no font of the machine's, so that a paper looks the same wherever it is made.
 * The last one has a glyph for every character of the basic plane: no name and no note may come out as empty boxes.
 */
const files = [
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
  '@expo-google-fonts/kosugi/Kosugi_400Regular.ttf',
  '@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
  '@expo-google-fonts/noto-sans-lao/400Regular/NotoSansLao_400Regular.ttf',
  '@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  '@expo-google-fonts/hind-siliguri/400Regular/HindSiliguri_400Regular.ttf',
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  '@fontsource/unifontex/files/unifontex-latin-400-normal.woff',
] as const;

/** Every font as the bytes of a plain TrueType file. */
export const readFonts = (): readonly Uint8Array[] =>
  files.map((path) => {
    const bytes = readFileSync(resolve(path));
    return path.endsWith('.woff') ? unpacked(bytes) : bytes;
  });

const headerBytes = 12;
const entryBytes = 16;
const packedHeaderBytes = 44;
const packedEntryBytes = 20;

/** A font for the web (WOFF 1.0) with its tables inflated and put one after the other, as TrueType has them. */
function unpacked(woff: Buffer): Uint8Array {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(headerBytes + entryBytes * count);
  const power = Math.floor(Math.log2(count));
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(entryBytes * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(entryBytes * (count - 2 ** power), 10);
  const parts: Uint8Array[] = [head];
  let at = head.length;
  for (let n = 0; n < count; n++) {
    const from = packedHeaderBytes + packedEntryBytes * n;
    const [offset, packedLength, length, checksum] = [4, 8, 12, 16].map((each) =>
      woff.readUInt32BE(from + each),
    ) as [number, number, number, number];
    const packed = woff.subarray(offset, offset + packedLength);
    const table = packedLength < length ? inflateSync(packed) : packed;
    const to = headerBytes + entryBytes * n;
    woff.copy(head, to, from, from + 4);
    head.writeUInt32BE(checksum, to + 4);
    head.writeUInt32BE(at, to + 8);
    head.writeUInt32BE(length, to + 12);
    const filler = Buffer.alloc((4 - (length % 4)) % 4);
    parts.push(table, filler);
    at += length + filler.length;
  }
  return Buffer.concat(parts);
}
