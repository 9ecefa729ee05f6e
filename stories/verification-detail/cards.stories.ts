import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {
  aCheckedBill,
  aCheckedCard,
  aGeolocation,
  aMatter,
  aMismatch,
  anInvite,
  aSubject,
  aVerification,
  scored,
} from '../../demo/server/world/verification-builders.js';
import {permissionsForRole} from '../../src/domain/permissions.js';
import type {Verification} from '../../src/domain/verification.js';
import {caseViewer, inCase} from '../support/case.js';
import {inSession} from '../support/in-session.js';

const meta: Meta = {title: 'Verification detail/Cards'};
export default meta;
type Story = StoryObj;

type Draw = (verification: Verification) => TemplateResult;

const story = (draw: Draw, over: Partial<Verification> = {}, role = 'owner'): Story => {
  const verification = aVerification(over);
  return {
    render: inSession(
      () => inCase(over, {}, role),
      () => draw(verification),
      {
        verification: `${verification.type}/${verification.id}`,
        viewerId: caseViewer,
        permissions: permissionsForRole(role),
      },
    ),
  };
};

const score: Draw = (verification) => html`<kyc-score-card .verification=${verification}></kyc-score-card>`;
const status: Draw = (verification) =>
  html`<kyc-status-card .verification=${verification}></kyc-status-card>`;
const proximity: Draw = (verification) =>
  html`<kyc-proximity-card .verification=${verification}></kyc-proximity-card>`;
const subject: Draw = (verification) =>
  html`<kyc-subject-card .verification=${verification}></kyc-subject-card>`;
const matter: Draw = (verification) =>
  html`<kyc-matter-card .verification=${verification}></kyc-matter-card>`;

const clean = [aCheckedBill()];
const bad = [
  aCheckedCard({
    mismatches: (['face', 'name', 'dob', 'address', 'gender', 'nationality'] as const).map((kind) =>
      aMismatch(kind),
    ),
  }),
];
const placed = (over: Parameters<typeof aGeolocation>[0]) => scored(clean, aGeolocation(over));

export const Score: Story = story(score);
export const ScoreWithoutDeductions: Story = story(score, {documents: clean, ...scored(clean)});
export const ScoreBelowZero: Story = story(score, {documents: bad, ...scored(bad)});
export const NoScore: Story = story(score, {documents: [], score_total: null, score_breakdown: null});
export const ScoreCovered: Story = story(
  (verification) => html`<kyc-score-card .verification=${verification} covered></kyc-score-card>`,
);

const by = {id: 'user-2', name: 'Chiara Rossi'};
const at = '2026-11-12T11:40:00Z';

export const StatusWaiting: Story = story(status);
export const StatusForAnOnlooker: Story = story(status, {}, 'viewer');
export const StatusInvited: Story = story(status, {status: 'in_progress', invite: anInvite({resends: 2})});
export const StatusApproved: Story = story(status, {
  status: 'approved',
  decision: {outcome: 'approved', by, at, note: 'The bank confirmed the address.'},
});
export const StatusReopened: Story = story(status, {decision: {outcome: 'rejected', by, at, note: null}});
export const StatusUnknown: Story = story(status, {status: 'on_hold'});

export const DeviceDiverged: Story = story(proximity);
export const DeviceNear: Story = story(proximity, placed({state: 'near', distance_km: 4.2}));
export const DeviceWithoutLimit: Story = story(proximity, placed({state: 'unknown', threshold_km: null}));
export const DeviceNotShared: Story = story(
  proximity,
  placed({state: 'unavailable', distance_km: null, device: null}),
);
export const DeviceDistanceUnknown: Story = story(
  proximity,
  placed({state: 'unknown', distance_km: null, device: null}),
);

export const Subject: Story = story(subject);
export const SubjectWithNothingGiven: Story = story(subject, {
  subject: aSubject({name: null, email: null, phone: null, kind: 'team_member'}),
});

export const Matter: Story = story(matter);
export const MatterLocked: Story = story(matter, {matter: aMatter({accessible: false})});
export const MatterWithoutAddress: Story = story(matter, {matter: aMatter({href: null, reference: null})});
