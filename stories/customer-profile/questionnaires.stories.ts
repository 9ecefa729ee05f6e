import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {aCustomer, aQuestionnaire} from '../../demo/server/world/builders.js';
import {listOf, oneAfterTheOther, refusal, silence} from '../support/answering.js';
import {inSession} from '../support/in-session.js';
import {inWorld} from '../support/world.js';

const meta: Meta = {
  title: 'Sections/Questionnaires',
  component: 'kyc-questionnaires-section',
};
export default meta;

const path = 'customers/customer-1/questionnaires';
const customer = aCustomer();
const section = () => html`<kyc-questionnaires-section .customer=${customer}></kyc-questionnaires-section>`;

/** Two questionnaires: one with an answer of every kind, one that was left in part. */
export const Ready: StoryObj = {
  render: inSession(
    () =>
      inWorld({
        questionnaires: [
          aQuestionnaire(),
          aQuestionnaire({
            id: 'questionnaire-2',
            title: 'Politically exposed persons',
            submitted_at: null,
            status: 'Pending',
            score: null,
            answers: [
              {
                question_id: 'q1',
                question: 'Do you hold a public office?',
                type: 'single_choice',
                values: ['No'],
              },
              {question_id: 'q2', question: 'Does a relative?', type: 'single_choice', values: []},
            ],
          }),
        ],
      }),
    section,
  ),
};

/** Nothing was answered yet. */
export const Empty: StoryObj = {render: inSession(() => inWorld({questionnaires: []}), section)};

/** The questionnaires are still on the way. */
export const Loading: StoryObj = {render: inSession({[path]: silence}, section)};

/** The server reported an error. */
export const Failed: StoryObj = {render: inSession({[path]: refusal(500)}, section)};

/** The viewer may not see the questionnaires. */
export const NoAccess: StoryObj = {render: inSession({[path]: refusal(403, 'forbidden')}, section)};

/** A refresh failed; what was there stays, with its time. */
export const Stale: StoryObj = {
  render: (...story) =>
    inSession({[path]: oneAfterTheOther(listOf(aQuestionnaire()), refusal(500))}, section, {refreshed: true})(
      ...story,
    ),
};
