import type {CustomerProfile, VerificationDetail} from 'kyc-review-elements';
import {createMemoryBackend, type MemoryBackend} from '../demo/server/memory-backend.js';
import {
  aCase,
  aFolder,
  smallCaseName,
  smallCustomerId,
  someTransactions,
} from '../demo/server/world/small-world.js';
import {aVerification} from '../demo/server/world/verification-builders.js';
import {permissionsForRole} from '../src/domain/permissions.js';
import {everyPermission} from '../stories/support/world.js';

export interface Mounting {
  readonly backend: Pick<MemoryBackend, 'apiBaseUrl' | 'token' | 'fetch' | 'WebSocket'>;
  readonly fetch?: typeof globalThis.fetch;
  readonly realtime?: 'on' | 'off';
}

export function mount({backend, fetch = backend.fetch, realtime = 'off'}: Mounting): CustomerProfile {
  const profile = document.createElement('customer-profile');
  profile.apiBaseUrl = backend.apiBaseUrl;
  profile.auth = () => backend.token;
  profile.fetch = fetch;
  profile.WebSocket = backend.WebSocket;
  profile.permissions = everyPermission;
  profile.realtime = realtime;
  profile.customerId = smallCustomerId;
  document.body.append(profile);
  return profile;
}

const ownersPermissions = permissionsForRole('owner');

export function mountDetail({
  backend,
  fetch = backend.fetch,
  realtime = 'off',
}: Mounting): VerificationDetail {
  const detail = document.createElement('verification-detail');
  detail.apiBaseUrl = backend.apiBaseUrl;
  detail.auth = () => backend.token;
  detail.fetch = fetch;
  detail.WebSocket = backend.WebSocket;
  detail.permissions = ownersPermissions;
  detail.realtime = realtime;
  detail.verificationType = smallCaseName.type;
  detail.verificationId = smallCaseName.id;
  document.body.append(detail);
  return detail;
}

export const smallBackend = (): Promise<MemoryBackend> =>
  createMemoryBackend({
    folders: [aFolder({transactions: someTransactions(40)})],
    permissions: everyPermission,
  });

/** One verification with something in every tab. */
export const caseBackend = (verification = aVerification()): Promise<MemoryBackend> =>
  createMemoryBackend({
    folders: [],
    verifications: [aCase({verification})],
    permissions: ownersPermissions,
    role: 'owner',
  });
