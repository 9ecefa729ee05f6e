// Compiled against the built package (`npm run check:package`), as a tenant's React 19 page would be.
import {useRef, type CSSProperties, type KeyboardEvent} from 'react';
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

const asGiven: CSSProperties = {maxInlineSize: '60rem'};

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

/** What every element takes in JSX, and lists as the text of an attribute. */
export const asAnyOther = (
  <review-provider
    key="session"
    className="wide"
    style={{'--review-accent': '#1c5a78', maxWidth: 900}}
    permissions="view_document view_verification"
    hidden
    aria-label="Review"
    data-tenant="meridian"
    onClick={(event) => event.preventDefault()}
    onKeyDown={(event: KeyboardEvent<HTMLElement>) => console.log(event.key)}
    onMouseEnterCapture={() => undefined}
  >
    <customer-profile slot="main" customer-id="customer-1" sections="info aml" onFocus={() => undefined} />
    <customer-profile sections={['info', 'aml']} permissions={['view_document']} style={asGiven} />
    <verification-detail note-limit="500" blind-face-match="" />
    <score-gauge value="82" max={100} bands="80 50" onclick={(event) => console.log(event.clientX)} />
  </review-provider>
);

// @ts-expect-error -- There is no such theme.
export const pink = <review-provider theme="pink" />;

// @ts-expect-error -- What a click gives is no text.
export const unheard = <score-gauge onClick="alert" />;

// @ts-expect-error -- A list of numbers is no list of names.
export const counted = <customer-profile sections={[1, 2]} />;
