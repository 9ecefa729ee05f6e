/** Every address of the back-office. The server answers each with the same page, and the page looks at which it is. */
export const addresses = {
  customers: /^\/$/u,
  profile: /^\/profile\/([^/]+)$/u,
  verifications: /^\/verifications$/u,
  verification: /^\/verifications\/([^/]+)\/([^/]+)$/u,
  sideBySide: /^\/side-by-side\/([^/]+)\/([^/]+)$/u,
  matter: /^\/matters\/([^/]+)$/u,
  auditLog: /^\/audit-log$/u,
  settings: /^\/settings$/u,
  subscriber: /^\/subscriber$/u,
} as const satisfies Record<string, RegExp>;

export type PageName = keyof typeof addresses;

export interface Addressed {
  readonly page: PageName;
  /** What stands in the address, such as ids. */
  readonly parts: readonly string[];
}

/** What an address leads to. One that cannot be decoded leads nowhere. */
export function addressed(pathname: string): Addressed | undefined {
  for (const [page, pattern] of Object.entries(addresses)) {
    const found = pattern.exec(pathname);
    if (!found) continue;
    try {
      return {page: page as PageName, parts: found.slice(1).map((part) => decodeURIComponent(part))};
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** The address of a page about something, from the names that it is made of. */
export const pathTo = (...parts: readonly string[]): string =>
  `/${parts.map((part) => encodeURIComponent(part)).join('/')}`;
