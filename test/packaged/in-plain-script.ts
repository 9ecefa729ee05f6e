// Compiled against the built package (`npm run check:package`): what a host without a framework relies on.
import 'kyc-review-elements/review-provider.js';
import 'kyc-review-elements/verification-detail.js';
import {permissionsForRole, ReviewConnectionEvent, type Auth, type ReviewProvider} from 'kyc-review-elements';

const provider = document.createElement('review-provider');
const same: ReviewProvider = provider;
const auth: Auth = () => 'token';
same.auth = auth;
same.permissions = [...permissionsForRole('member'), 'view_document'];
provider.addEventListener('review-connection', (event) => {
  const state: ReviewConnectionEvent['state'] = event.state;
  console.log(state);
});
export const refreshed: Promise<void> = provider.refresh();

const detail = document.createElement('verification-detail');
detail.verificationType = 'idv';
detail.verificationId = '7f3a21c9';
detail.viewerId = 'user-17';
detail.addEventListener('review-action-done', ({action, id, status}) => {
  const done: readonly (string | undefined)[] = [action, id, status];
  console.log(done);
});
detail.addEventListener('review-action-request', (event) => event.preventDefault());
