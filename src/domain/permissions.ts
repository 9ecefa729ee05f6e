/**
 * What a viewer may do: one vocabulary for both screens, read by the elements and by the reference server.
 * A name may carry a scope: `decide_verification:assigned` holds where the viewer is one of the reviewers,
 * `resend_verification:own` where the viewer is the requester. A bare name holds everywhere. Scopes of one name add up.
 */
export const permissions = [
  'view_document',
  'add_document',
  'change_document',
  'delete_document',
  'change_profileamlrecord',
  'approve_reject_video_call',
  'view_travel_rule_page',
  'change_profile',
  'view_verification',
  'decide_verification',
  'resend_verification',
  'cancel_verification',
  'reopen_verification',
  'download_verification',
  'add_verification_note',
] as const;

export type Permission = (typeof permissions)[number];
export type Scope = 'assigned' | 'own';

/** Who is looking, as far as the rules care. */
export interface Viewer {
  readonly id?: string | undefined;
  /** Permission names, scopes included. Names that are not listed grant nothing. */
  readonly permissions: readonly string[];
}

/** Who looks as long as nobody has said who: somebody without any permission. */
export const nobody: Viewer = {permissions: []};

/** How the viewer stands to one record. */
export type Relations = Readonly<Partial<Record<Scope, boolean>>>;

/**
 * Names that a page without types may have given in another way: as one text, or with something else among them.
 *
 * @returns Nothing for what is no list of names.
 */
export const namesIn = (given: unknown): readonly unknown[] | undefined =>
  typeof given === 'string' ? given.split(/\s+/u) : Array.isArray(given) ? given : undefined;

/** Whether the viewer holds a permission, on a record to which the viewer stands in these relations. */
export function holds(viewer: Viewer, needed: Permission, relations: Relations = {}): boolean {
  return (namesIn(viewer.permissions) ?? []).some((granted) => {
    if (typeof granted !== 'string') return false;
    const [name, scope, ...rest] = granted.split(':');
    if (name !== needed || rest.length > 0) return false;
    if (scope === undefined) return true;
    return (scope === 'assigned' || scope === 'own') && relations[scope] === true;
  });
}

const everyVerification = [
  'view_verification',
  'decide_verification',
  'resend_verification',
  'cancel_verification',
  'reopen_verification',
  'download_verification',
  'add_verification_note',
] as const;

const member = [
  'view_verification',
  'decide_verification:assigned',
  'resend_verification:assigned',
  'resend_verification:own',
  'cancel_verification:assigned',
  'cancel_verification:own',
  'reopen_verification:assigned',
  'download_verification',
  'add_verification_note:assigned',
] as const;

/** The role table of the verification screen: owner and admin, member (assigned reviewer or requester), viewer. */
const presets = new Map<string, readonly string[]>([
  ['owner', everyVerification],
  ['admin', everyVerification],
  ['member', member],
  ['manager', member],
  ['general', member],
  ['viewer', ['view_verification', 'download_verification']],
]);

/**
 * The verification permissions that a role has, scopes included. Customer permissions are the host's to add.
 *
 * @param role `owner`, `admin`, `member` (Manager and General count as member) or `viewer`, in any case. Any other: none.
 */
export const permissionsForRole = (role: string): readonly string[] =>
  (typeof role === 'string' && presets.get(role.toLowerCase())) || [];
