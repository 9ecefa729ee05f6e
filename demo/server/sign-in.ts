import {jwtVerify, SignJWT} from 'jose';
import {permissionsForRole} from '../../src/domain/permissions.js';
import type {Identity} from './backend.js';
import type {Clock} from './clock.js';
import type {Records, User} from './records/records.js';
import {tenants} from './world/world.js';

const issuer = 'kyc-review-demo';
const audience = 'kyc-review-api';
const algorithm = 'HS256';

/** Seconds. Short, so that the demo shows how the elements outlive it. */
export const tokenSeconds = 60;

interface Persona {
  readonly id: string;
  readonly tenant: (typeof tenants)[number]['id'];
  readonly name: string;
  readonly title: string;
  readonly role: string;
  readonly permissions: readonly string[];
}

const everyCustomer = [
  'view_document',
  'add_document',
  'change_document',
  'delete_document',
  'change_profileamlrecord',
  'approve_reject_video_call',
  'view_travel_rule_page',
  'change_profile',
] as const;

/** Who can sign in to the demo: the roles of the tenant, in two tenants. */
export const personas: readonly Persona[] = [
  {
    id: 'meridian-owner',
    tenant: 'meridian',
    name: 'Oriane Vasseur',
    title: 'Owner',
    role: 'owner',
    permissions: [...permissionsForRole('owner'), ...everyCustomer],
  },
  {
    id: 'meridian-admin',
    tenant: 'meridian',
    name: 'Tomasz Wójcik',
    title: 'Admin',
    role: 'admin',
    permissions: [...permissionsForRole('admin'), ...everyCustomer],
  },
  {
    id: 'meridian-reviewer',
    tenant: 'meridian',
    name: 'Hana Sato',
    title: 'Member, reviewer',
    role: 'member',
    permissions: [
      ...permissionsForRole('member'),
      'view_document',
      'change_document',
      'change_profileamlrecord',
      'approve_reject_video_call',
      'view_travel_rule_page',
    ],
  },
  {
    id: 'meridian-requester',
    tenant: 'meridian',
    name: 'Daniel Osei',
    title: 'Member, requester',
    role: 'member',
    permissions: [...permissionsForRole('member'), 'view_document', 'add_document'],
  },
  {
    id: 'meridian-viewer',
    tenant: 'meridian',
    name: 'Lucía Ferrer',
    title: 'Viewer, no documents, no travel rule',
    role: 'viewer',
    permissions: permissionsForRole('viewer'),
  },
  {
    id: 'kestrel-owner',
    tenant: 'kestrel',
    name: 'Nadia Rahman',
    title: 'Owner',
    role: 'owner',
    permissions: [...permissionsForRole('owner'), ...everyCustomer],
  },
  {
    id: 'kestrel-viewer',
    tenant: 'kestrel',
    name: 'Jonas Lind',
    title: 'Viewer, no documents, no travel rule',
    role: 'viewer',
    permissions: permissionsForRole('viewer'),
  },
];

export const userOf = ({tenant, id, name, role, permissions}: Persona): User => ({
  tenant,
  id,
  name,
  role,
  permissions,
  disabled: false,
});

export interface SignIn {
  /** A short-lived token for a user of the store; `undefined` when there is none, or none that may sign in. */
  issue(tenant: string, user: string): Promise<{token: string; expires_in: number; user: User} | undefined>;
  identify(token: string): Promise<Identity | undefined>;
}

/** Tokens are signed with a secret that lives in the store, so every process on it takes every other one's tokens. */
export async function createSignIn(records: Records, clock: Clock, seconds = tokenSeconds): Promise<SignIn> {
  const secret = await records.secret('sign-in', () => {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    return [...bytes].map((each) => each.toString(16).padStart(2, '0')).join('');
  });
  const key = new TextEncoder().encode(secret);
  return {
    async issue(tenant, id) {
      const user = await records.user(tenant, id);
      if (!user || user.disabled) return undefined;
      const now = Math.floor(clock.now() / 1000);
      const token = await new SignJWT({tenant})
        .setProtectedHeader({alg: algorithm, typ: 'JWT'})
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(id)
        // Whoever was refused a token and is given the very same one has to believe that nothing helps.
        .setJti(crypto.randomUUID())
        .setIssuedAt(now)
        .setExpirationTime(now + seconds)
        .sign(key);
      return {token, expires_in: seconds, user};
    },
    async identify(token) {
      try {
        const {payload} = await jwtVerify(token, key, {
          issuer,
          audience,
          algorithms: [algorithm],
          requiredClaims: ['exp', 'sub'],
          currentDate: new Date(clock.now()),
        });
        const {sub, tenant} = payload;
        return sub !== undefined && typeof tenant === 'string' ? {tenant, user: sub} : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
