import {execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {inflateSync} from 'node:zlib';

const run = promisify(execFile);

/** Whether a missing `pdftotext` is an error and not a reason to skip. */
export const isPdftotextRequired = process.env.REQUIRE_PDFTOTEXT === '1';

export async function hasPdftotext(): Promise<boolean> {
  return run('pdftotext', ['-v']).then(
    () => true,
    () => false,
  );
}

/** The text of a PDF as a program that knows nothing of ours reads it, pages divided by form feeds. */
export async function textOf(pdf: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'review-pdf-'));
  try {
    const path = join(folder, 'paper.pdf');
    await writeFile(path, pdf);
    return (await run('pdftotext', ['-enc', 'UTF-8', path, '-'], {maxBuffer: 64 * 1024 * 1024})).stdout;
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/**
 * The objects of a PDF and its streams, all of them unpacked, one character a byte. It is a reader for what our own
 * paper is made of, and throws where a stream is packed in another way.
 */
export function unpackPdf(pdf: Uint8Array): {readonly objects: string; readonly streams: readonly string[]} {
  const text = latin1(pdf);
  const streams: string[] = [];
  const objects = text.replaceAll(
    /<<((?:(?!<<\s*\/Type|stream\r?\n)[\s\S])*?)>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g,
    (_whole, dictionary: string, body: string) => {
      const [, filter] = /\/Filter\s*\[?\s*\/(\w+)/.exec(dictionary) ?? [];
      if (filter !== undefined && filter !== 'FlateDecode') throw new Error(`Packed as ${filter}.`);
      const bytes = Buffer.from(body, 'latin1');
      streams.push(latin1(filter === undefined ? bytes : inflateSync(bytes)));
      return `<<${dictionary}>> `;
    },
  );
  return {objects, streams};
}

/** Every string in a PDF's source, `(…)` with brackets in it or `<…>`, with what stands before it. */
function* stringsIn(
  source: string,
): Generator<{readonly from: number; readonly to: number; readonly bytes: string}> {
  for (let at = 0; at < source.length; at++) {
    if (source.startsWith('<<', at) || source.startsWith('>>', at)) at++;
    else if (source[at] === '<') {
      const end = source.indexOf('>', at);
      const hex = source.slice(at + 1, end).replaceAll(/\s/g, '');
      yield {from: at, to: end + 1, bytes: latin1(Buffer.from(hex, 'hex'))};
      at = end;
    } else if (source[at] === '(') {
      const from = at;
      let bytes = '';
      let depth = 1;
      while (depth > 0 && ++at < source.length) {
        const letter = source.charAt(at);
        if (letter === '\\') {
          const [code = ''] = /^(?:\r\n|[0-7]{1,3}|[\s\S])/.exec(source.slice(at + 1, at + 4)) ?? [];
          bytes += unescaped(code);
          at += code.length;
          continue;
        }
        if (letter === '(') depth++;
        if (letter === ')') depth--;
        if (depth > 0) bytes += letter;
      }
      yield {from, to: at + 1, bytes};
    }
  }
}

function unescaped(code: string): string {
  if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 0xff);
  if (/^[\r\n]/.test(code)) return '';
  return {n: '\n', r: '\r', t: '\t', b: '\b', f: '\f'}[code] ?? code;
}

function textOfString(bytes: string): string {
  const raw = Buffer.from(bytes, 'latin1');
  return raw[0] === 0xfe && raw[1] === 0xff
    ? Buffer.from(raw.subarray(2)).swap16().toString('utf16le')
    : bytes;
}

/** Every text that stands in for something in a PDF. */
export const alternativesIn = (objects: string): readonly string[] =>
  [...stringsIn(objects)]
    .filter(({from}) => /\/Alt\s*$/.test(objects.slice(Math.max(0, from - 8), from)))
    .map(({bytes}) => textOfString(bytes));

/** The names in a PDF's objects, without what stands in texts: `/JavaScript` in a note is a text and no name. */
export function namesIn(objects: string): ReadonlySet<string> {
  let bare = '';
  let end = 0;
  for (const {from, to} of stringsIn(objects)) {
    bare += `${objects.slice(end, from)} `;
    end = to;
  }
  bare += objects.slice(end);
  // A name may be spelled with codes: /J#53 is /JS.
  const plain = (name: string): string =>
    name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  return new Set([...bare.matchAll(/\/([^\s/<>[\](){}%]+)/g)].map(([, name = '']) => plain(name)));
}

/** How many glyphs are drawn on the pages, and how many of them are the box that stands for a missing one. */
export function glyphsIn(streams: readonly string[]): {readonly all: number; readonly missing: number} {
  let all = 0;
  let missing = 0;
  for (const page of streams.filter((each) => /\bBT\b/.test(each) && /\bT[jJ]\b/.test(each))) {
    for (const {from, bytes} of stringsIn(page)) {
      if (/\/(ActualText|Lang)\s*$/.test(page.slice(Math.max(0, from - 14), from))) continue;
      const codes = Buffer.from(bytes, 'latin1');
      for (let at = 0; at + 1 < codes.length; at += 2) {
        all++;
        if (codes.readUInt16BE(at) === 0) missing++;
      }
    }
  }
  return {all, missing};
}
