import {html, nothing, type TemplateResult} from 'lit';
import type {WordKey} from '../words/words.js';

/** One section or card of a screen. What it shows is in its element; whether it is shown is in the domain's rules. */
export interface SectionRow<Id extends string, Subject> {
  readonly id: Id;
  readonly title: WordKey;
  readonly tag: `kyc-${string}`;
  readonly render: (subject: Subject) => TemplateResult;
}

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

// Tag names cannot be expressions, so each level is a template of its own.
const headings: {
  readonly [L in HeadingLevel]: (id: string, text: string, classes: string) => TemplateResult;
} = {
  1: (id, text, classes) => html`<h1 id=${id} class=${classes}>${text}</h1>`,
  2: (id, text, classes) => html`<h2 id=${id} class=${classes}>${text}</h2>`,
  3: (id, text, classes) => html`<h3 id=${id} class=${classes}>${text}</h3>`,
  4: (id, text, classes) => html`<h4 id=${id} class=${classes}>${text}</h4>`,
  5: (id, text, classes) => html`<h5 id=${id} class=${classes}>${text}</h5>`,
  6: (id, text, classes) => html`<h6 id=${id} class=${classes}>${text}</h6>`,
};

export interface SectionHead {
  readonly id: string;
  /** The whole text of the heading. */
  readonly title: string;
  /** Muted words behind the heading, such as a count. */
  readonly count?: unknown;
  /** A pill or a mark behind the heading. */
  readonly status?: unknown;
  /** Buttons at the end of the line. */
  readonly actions?: unknown;
  readonly headingLevel?: HeadingLevel;
  /** The first section stands without a line above it. */
  readonly first?: boolean;
}

/** A region named by its heading. */
export function renderSection(head: SectionHead, content: unknown): TemplateResult {
  const {id, title, count, status, actions, headingLevel = 2, first = false} = head;
  const headingId = `h-${id}`;
  return html`<section
    class=${first ? 'section first' : 'section'}
    part="section"
    aria-labelledby=${headingId}
  >
    <header>
      ${headings[headingLevel](headingId, title, 'heading')}${status ?? nothing}
      ${count === undefined ? nothing : html`<span class="key">${count}</span>`}
      ${actions === undefined ? nothing : html`<span class="row push">${actions}</span>`}
    </header>
    ${content}
  </section>`;
}
