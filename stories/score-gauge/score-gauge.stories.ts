import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import {html} from 'lit';
import {expect} from 'storybook/test';
import '../../src/define/score-gauge.js';
import type {ScoreGauge} from '../../src/score-gauge/score-gauge.js';

const {argTypes} = getStorybookHelpers<ScoreGauge>('score-gauge');

const meta: Meta<ScoreGauge> = {
  title: 'Elements/Score gauge',
  component: 'score-gauge',
  argTypes,
  // Bound one by one: the helper's own template leaves out what is 0, and a score of 0 is no missing score.
  render: ({value, max, bands, label, locale, theme, strings, deductions, documents}) => html`
    <score-gauge
      .value=${value}
      .max=${max}
      .bands=${bands}
      .label=${label}
      .locale=${locale}
      .theme=${theme}
      .strings=${strings}
      .deductions=${deductions}
      .documents=${documents}
    ></score-gauge>
  `,
};
export default meta;

type Story = StoryObj<ScoreGauge>;

const deductions = (...rows: readonly (readonly [string, number])[]) =>
  rows.map(([kind, weight]) => ({document_id: 'document-1', kind, weight}));
const allSix = deductions(
  ['face', 50],
  ['name', 25],
  ['dob', 25],
  ['address', 10],
  ['gender', 5],
  ['nationality', 5],
);

/** At least 80 percent of the maximum. */
export const Good: Story = {args: {value: 90, documents: [{document_id: 'document-1', raw: 90}]}};

/** At least 50 percent. */
export const Fair: Story = {args: {value: 65, documents: [{document_id: 'document-1', raw: 65}]}};

/** Below 50 percent. */
export const Poor: Story = {args: {value: 25, documents: [{document_id: 'document-1', raw: 25}]}};

/** Nothing was deducted. */
export const Full: Story = {args: {value: 100}};

/** Nothing is left, which is a score. */
export const Zero: Story = {
  args: {value: 0},
  play: async ({canvasElement}) => {
    const meter = canvasElement.querySelector('score-gauge')?.shadowRoot?.querySelector('[role="meter"]');
    await expect(meter?.getAttribute('aria-valuetext')).toContain('0 of 100');
  },
};

/** Nothing was scored, which is not zero. */
export const NoScore: Story = {args: {}};

/** The mismatches cost more than a document is worth: shown as 0, with the computed score beside it. */
export const Clipped: Story = {args: {value: -20}};

/** More than can be reached. */
export const AboveMaximum: Story = {args: {value: 140}};

/** A segment for each document. */
export const TwoDocuments: Story = {
  args: {
    value: 195,
    max: 200,
    documents: [
      {document_id: 'document-1', label: 'Passport', raw: 100},
      {document_id: 'document-2', label: 'Driving licence', raw: 95},
    ],
  },
};

/** A document below zero takes from the other: what is filled is always the total that is shown. */
export const OneDocumentBelowZero: Story = {
  args: {
    value: 80,
    max: 200,
    documents: [
      {document_id: 'document-1', raw: -20},
      {document_id: 'document-2', raw: 100},
    ],
  },
};

/** What each mismatch cost, and what would be shown without it. */
export const Explained: Story = {args: {value: 65, deductions: deductions(['dob', 25], ['address', 10])}};

/** Every kind at once. */
export const EveryKind: Story = {args: {value: -20, deductions: allSix}};

/** An organisation with thresholds of its own. */
export const OwnBands: Story = {args: {value: 85, bands: '90 60'}};

/** Right to left; the dial does not mirror. */
export const Arabic: Story = {
  args: {value: 65, locale: 'ar', deductions: deductions(['dob', 25], ['address', 10])},
};

/** On a dark page. */
export const Dark: Story = {
  args: {value: 65, theme: 'dark', deductions: deductions(['dob', 25], ['address', 10])},
};
