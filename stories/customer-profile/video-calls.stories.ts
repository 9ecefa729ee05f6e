import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {aCustomer, aVideoCall} from '../../demo/server/world/builders.js';
import {callStatuses} from '../../src/domain/video-call.js';
import {listOf, oneAfterTheOther, refusal, silence} from '../support/answering.js';
import {inSession} from '../support/in-session.js';
import {inWorld} from '../support/world.js';

const meta: Meta = {
  title: 'Sections/Video Calls',
  component: 'kyc-video-calls-section',
};
export default meta;

const path = 'customers/customer-1/video-calls';
const customer = aCustomer();
const section = () => html`<kyc-video-calls-section .customer=${customer}></kyc-video-calls-section>`;

/** Two calls, one of them recorded. */
export const Ready: StoryObj = {
  render: inSession(
    () =>
      inWorld({
        videoCalls: [
          aVideoCall(),
          aVideoCall({
            id: 'call-2',
            status: 'MISSED',
            started_at: '2026-11-10T15:02:00Z',
            ended_at: '2026-11-10T15:02:40Z',
            agent: null,
            recording: null,
            checklist: [],
          }),
        ],
      }),
    section,
  ),
};

/** Every status that a call can have, and one that nobody knows. */
export const EveryStatus: StoryObj = {
  render: inSession(
    () =>
      inWorld({
        videoCalls: [...callStatuses, 'PARKED'].map((status, at) =>
          aVideoCall({id: `call-${at}`, status, checklist: [], recording: null}),
        ),
      }),
    section,
  ),
};

/** Nobody has called yet. */
export const Empty: StoryObj = {render: inSession(() => inWorld({videoCalls: []}), section)};

/** The calls are still on the way. */
export const Loading: StoryObj = {render: inSession({[path]: silence}, section)};

/** The server reported an error. */
export const Failed: StoryObj = {render: inSession({[path]: refusal(500)}, section)};

/** The viewer may not see the calls. */
export const NoAccess: StoryObj = {render: inSession({[path]: refusal(403, 'forbidden')}, section)};

/** A refresh failed; what was there stays, with its time. */
export const Stale: StoryObj = {
  render: (...story) =>
    inSession({[path]: oneAfterTheOther(listOf(aVideoCall()), refusal(500))}, section, {refreshed: true})(
      ...story,
    ),
};
