import type {Context} from 'hono';
import {Problem} from './problem.js';
import type {FileOnRecord} from './records/records.js';

const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
  'application/pdf': 'pdf',
  'video/webm': 'webm',
  'video/mp4': 'mp4',
  'audio/wav': 'wav',
};

/**
 * Bytes that somebody uploaded. They are never to be taken for a page of this origin: they come as an attachment, unsniffed
 * and in a sandbox.
 */
export function answerFile(
  context: Context,
  path: string,
  {media_type, bytes}: Pick<FileOnRecord, 'media_type' | 'bytes'>,
): Response {
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(media_type) ? media_type : 'application/octet-stream';
  const headers = {
    'Content-Type': type,
    'Content-Disposition': dispositionOf(path, endings[type] ?? 'bin'),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Accept-Ranges': 'bytes',
  };
  const range = isRangeMeant(context) ? readRange(context.req.header('Range'), bytes.length) : undefined;
  if (!range) return context.body(bytesOf(bytes), 200, {...headers, 'Content-Length': String(bytes.length)});
  const [first, last] = range;
  return context.body(bytesOf(bytes.subarray(first, last + 1)), 206, {
    ...headers,
    'Content-Length': String(last + 1 - first),
    'Content-Range': `bytes ${first}-${last}/${bytes.length}`,
  });
}

/** A view on memory that may be shared is not a body; files never are. */
const bytesOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;

/** The name is made of the ids alone, in both spellings of RFC 6266. */
function dispositionOf(path: string, ending: string): string {
  const plain = path.replaceAll(/[^\w-]+/g, '-').slice(0, 120);
  return `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${plain}.${ending}`;
}

/** Ranges are of GET alone. These files have no validator, so whoever wants a part of what they know gets the whole. */
const isRangeMeant = ({req}: Context): boolean =>
  req.method === 'GET' && req.header('If-Range') === undefined;

/** The one range that is asked for; several, or an unreadable one, are answered with the whole. */
function readRange(header: string | undefined, length: number): readonly [number, number] | undefined {
  const [matched, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (matched === undefined || (from === '' && to === '')) return undefined;
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
  if (first > last)
    throw new Problem('range_not_satisfiable', {headers: {'Content-Range': `bytes */${length}`}});
  return [first, last];
}
