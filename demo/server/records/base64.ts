// Base64 on the way: the embedded PostgreSQL takes ten times as long for the same bytes in its own spelling.
export const toBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
export const fromBase64 = (text: string): Uint8Array => Buffer.from(text, 'base64');
