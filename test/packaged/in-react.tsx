// Compiled against the built package (`npm run check:package`), as a tenant's React 19 page would be.
import {useRef} from 'react';
import type {VerificationDetail} from 'kyc-review-elements/classes.js';
import type {CustomElements} from 'kyc-review-elements/integrations/jsx.js';

declare module 'react/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements extends CustomElements {}
  }
}

export const connected = (
  <review-provider
    api-base-url="/api"
    theme="dark"
    auth={async ({reason, signal}) => {
      const why: 'first' | 'expiring' | 'rejected' = reason;
      return {token: await fetch(`/token?why=${why}`, {signal}).then((each) => each.text()), expires_in: 60};
    }}
    onreview-connection={(event) => {
      const state: 'connecting' | 'live' | 'waiting' | 'degraded' | 'off' = event.state;
      console.log(state);
    }}
  />
);

export const decided = (
  <verification-detail
    verification-type="idv"
    verification-id="7f3a21c9"
    blind-face-match
    onreview-action-done={(event) => console.log(event.action, event.status)}
  />
);

export function Lockable() {
  const screen = useRef<VerificationDetail>(null);
  return (
    <div>
      <button type="button" onClick={() => screen.current?.lock()} />
      <verification-detail ref={screen} verification-type="idv" verification-id="7f3a21c9" />
      <customer-profile ref={(profile) => void profile?.refresh()} customer-id="customer-1" />
    </div>
  );
}

// @ts-expect-error -- There is no such theme.
export const pink = <review-provider theme="pink" />;
