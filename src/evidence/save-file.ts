import {sniff, type Sniffed} from './image-header.js';

const extensions = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
} as const;

/** The type under which a file is saved: its own when it is one that we know, else bytes that nothing opens by itself. */
export function savedType(sniffed: Sniffed): {readonly type: string; readonly extension: string} {
  if (sniffed.kind === 'pdf') return {type: 'application/pdf', extension: 'pdf'};
  if (sniffed.kind === 'unsupported') return {type: 'application/octet-stream', extension: 'bin'};
  return {type: sniffed.type, extension: extensions[sniffed.type]};
}

/** A file name made from ids and words of ours, never from a name that came with the record. */
export function fileName(parts: readonly string[], extension: string): string {
  const plain = parts
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 72);
  return `${plain || 'file'}.${extension}`;
}

/** Saves a file as what its first bytes say that it is, under a name made of these parts. */
export async function saveAs(parts: readonly string[], blob: Blob): Promise<void> {
  const {type, extension} = savedType(sniff(await blob.slice(0, 64).arrayBuffer()));
  saveFile(blob, fileName(parts, extension), type);
}

/** Milliseconds: the browser has taken the bytes long before. */
const kept = 40_000;

/** Hands a file to the browser to be saved. It is never opened in a window of this page's origin. */
export function saveFile(blob: Blob, name: string, type: string): void {
  const url = URL.createObjectURL(blob.slice(0, blob.size, type));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), kept);
}
