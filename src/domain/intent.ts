/**
 * How one confirmed intent is told apart from another, and one version of a record from the next, in the headers of a
 * request. Both sides read and write them here.
 */

const quotedUuid = /^"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"$/i;
const quotedVersion = /^"(0|[1-9]\d{0,15})"$/;

/** The value of `Idempotency-Key` for an intent. */
export const idempotencyKey = (uuid: string): string => `"${uuid.toLowerCase()}"`;

/** The intent that an `Idempotency-Key` names: a UUID in quotes, and nothing else. */
export const readIdempotencyKey = (header: string | null | undefined): string | undefined =>
  quotedUuid.exec(header ?? '')?.[1]?.toLowerCase();

/** The value of `ETag`, and of `If-Match`, for a version. */
export const entityTag = (version: number): string => `"${version}"`;

/** The version that an `If-Match` names; weak tags, lists and `*` name none. */
export function readEntityTag(header: string | null | undefined): number | undefined {
  const [, digits] = quotedVersion.exec(header ?? '') ?? [];
  const version = Number(digits);
  return digits !== undefined && Number.isSafeInteger(version) ? version : undefined;
}
