/** What a webhook may be. Nothing here needs Node. */

export const secretPrefix = 'whsec_';

/** A new key for a webhook, as Standard Webhooks writes it. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return `${secretPrefix}${btoa(String.fromCharCode(...bytes))}`;
}

/** `URL` writes numeric hosts in one form, whatever they came in. */
const isNumber = (host: string): boolean => host.startsWith('[') || /^\d+(\.\d+){3}$/.test(host);
const isThisMachine = (host: string): boolean =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  host === '[::1]' ||
  (isNumber(host) && host.startsWith('127.'));

/**
 * Why a webhook cannot be at this address; `undefined`: it can. It is https to a name on the internet, or http to this
 * very machine, for trying things out. Where the name leads is looked at again on every delivery.
 */
export function refusedUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return 'This is no URL.';
  const {protocol, hostname, username, password, hash} = new URL(text);
  if (username !== '' || password !== '') return 'A URL without a name or a password in it.';
  if (hash !== '') return 'A URL without a fragment.';
  if (protocol === 'http:' && isThisMachine(hostname)) return undefined;
  if (protocol !== 'https:') return 'An https URL; http only to this machine.';
  return isThisMachine(hostname) || isNumber(hostname) ? 'The name of a host on the internet.' : undefined;
}
