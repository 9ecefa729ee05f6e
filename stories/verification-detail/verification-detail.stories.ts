import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import {html, type TemplateResult} from 'lit';
import {
  aBiometric,
  aCheckedCard,
  aMismatch,
  aScreening,
  aSubject,
  aVerification,
  scored,
} from '../../demo/server/world/verification-builders.js';
import '../../src/define/verification-detail.js';
import {permissionsForRole} from '../../src/domain/permissions.js';
import type {Verification} from '../../src/domain/verification.js';
import type {VerificationDetail} from '../../src/verification-detail/verification-detail.js';
import {oneAfterTheOther, pretendedBase, refusal, silence} from '../support/answering.js';
import {casePath, caseViewer, inCase} from '../support/case.js';
import {pageToken} from '../support/world.js';

const {events, argTypes} = getStorybookHelpers<VerificationDetail>('verification-detail');

interface Args {
  readonly locale?: string;
  readonly theme?: 'light' | 'dark';
}

interface Shown {
  readonly over?: Partial<Verification>;
  readonly fetch?: typeof fetch;
  readonly role?: string;
  readonly permissions?: readonly string[];
  readonly blind?: boolean;
  readonly whenReady?: (detail: VerificationDetail) => void;
}

/** The verification as a host embeds it, over an API that answers within the page. */
const detail =
  ({over = {}, fetch, role = 'owner', permissions, blind = false, whenReady}: Shown) =>
  ({locale, theme}: Args): TemplateResult => {
    const {type, id} = aVerification(over);
    return html`
      <verification-detail
        api-base-url=${pretendedBase}
        verification-type=${type}
        verification-id=${id}
        viewer-id=${caseViewer}
        list-href="#verifications"
        realtime="off"
        ?blind-face-match=${blind}
        .locale=${locale}
        .theme=${theme}
        .permissions=${permissions ?? permissionsForRole(role)}
        .auth=${() => pageToken}
        .fetch=${fetch ?? inCase(over, {}, role)}
        @review-ready=${({target}: Event) => whenReady?.(target as VerificationDetail)}
      ></verification-detail>
    `;
  };

const story = (shown: Shown): Story => ({render: (args) => detail(shown)(args)});

const meta: Meta<Args> = {
  title: 'Elements/Verification detail',
  component: 'verification-detail',
  argTypes,
  parameters: {actions: {handles: events}},
};
export default meta;
type Story = StoryObj<Args>;

/** It waits for review, with something in every part, before somebody who may decide. */
export const Ready: Story = story({});

/** In Arabic, from right to left. */
export const Arabic: Story = {args: {locale: 'ar'}, render: (args) => detail({})(args)};

export const Dark: Story = {args: {theme: 'dark'}, render: (args) => detail({})(args)};

/** Whoever looks may read, and do nothing. */
export const ReadOnly: Story = story({role: 'viewer'});

const decided = {by: {id: 'user-4', name: 'Дмитрий Орлов'}, at: '2026-11-12T11:40:00Z'};

export const Draft: Story = story({over: {status: 'initiated', invite: null}});
export const InProgress: Story = story({over: {status: 'in_progress'}});
export const Approved: Story = story({
  over: {
    status: 'approved',
    decision: {outcome: 'approved', note: 'The bank confirmed the address.', ...decided},
  },
});
export const Rejected: Story = story({
  over: {status: 'rejected', decision: {outcome: 'rejected', note: null, ...decided}},
});
export const Canceled: Story = story({over: {status: 'canceled'}});
export const Expired: Story = story({over: {status: 'expired'}});

/** It was rejected, and reopened since. */
export const Reopened: Story = story({
  over: {decision: {outcome: 'rejected', note: 'The back side could not be read.', ...decided}},
});

/** A status, type and channel that this version does not know: shown as they came, and nothing is offered. */
export const UnknownValues: Story = story({
  fetch: inCase({}, {[casePath()]: {...aVerification(), status: 'on_hold', type: 'audio', channel: 'fax'}}),
});

/** Nothing has come but the subject. */
export const Empty: Story = story({
  over: {
    documents: [],
    biometric: null,
    screening: null,
    matter: null,
    score_total: null,
    score_breakdown: null,
    subject: aSubject({name: null, email: null, phone: null}),
  },
});

/** All six values differ on one document: the score lies below zero, and the screening failed. */
export const EverythingDiffers: Story = story({
  over: (() => {
    const kinds = ['face', 'name', 'dob', 'address', 'gender', 'nationality'] as const;
    const documents = [aCheckedCard({mismatches: kinds.map((kind) => aMismatch(kind))})];
    return {
      documents,
      ...scored(documents),
      biometric: aBiometric({liveness: 'fail'}),
      screening: aScreening({state: 'failed', findings: []}),
    };
  })(),
});

/** The reviewer compares the faces before seeing what a machine thinks of them. */
export const FacesFirst: Story = story({blind: true});

/** Nothing has been answered yet. */
export const Loading: Story = story({fetch: inCase({}, {[casePath()]: silence})});

/** The server reports an error. */
export const Failed: Story = story({fetch: inCase({}, {[casePath()]: refusal(500, 'server')})});

/** The verification does not exist, or belongs to another tenant. */
export const NotFound: Story = story({fetch: inCase({}, {[casePath()]: refusal(404, 'not_found')})});

/** The server refuses the whole verification. */
export const NoAccess: Story = story({fetch: inCase({}, {[casePath()]: refusal(403, 'forbidden')})});

/** The host grants nothing, so nothing is asked. */
export const NoPermission: Story = story({permissions: []});

/** A refresh failed after the first content: it stays, and says of when it is. */
export const Stale: Story = story({
  fetch: inCase({}, {[casePath()]: oneAfterTheOther(aVerification(), refusal(500, 'server'))}),
  whenReady: (element) => void element.refresh(),
});

/** The host has locked the screen. */
export const Locked: Story = story({whenReady: (element) => element.lock()});

/** The token was refused twice. */
export const SignedOut: Story = story({
  fetch: inCase({}, {[casePath()]: refusal(401, 'unauthorized')}),
});

/** The host has not said yet whose verification to show. */
export const NotConnected: Story = {
  render: () => html`<verification-detail></verification-detail>`,
};
