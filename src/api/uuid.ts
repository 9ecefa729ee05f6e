// Taken while the page is still its own. Pages that are not served securely have no `randomUUID`.
const {crypto} = globalThis;
const fill = crypto.getRandomValues.bind(crypto);

/** A random UUID (version 4). */
export function newUuid(): string {
  const bytes = fill(new Uint8Array(16));
  const at = (place: number, keep: number, set: number): void => {
    bytes[place] = ((bytes[place] ?? 0) & keep) | set;
  };
  at(6, 0x0f, 0x40);
  at(8, 0x3f, 0x80);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
