import {html, nothing, type TemplateResult} from 'lit';
import type {FeedState} from '../api/live-feed.js';
import type {Words} from '../words/words.js';
import {formatsFor} from './format.js';
import {icon} from './icons.js';
import {renderNotice} from './notice.js';
import {headStatuses} from './pill.js';

/** How fresh a screen is: live, or when it was last updated. */
export function renderConnection(state: FeedState, at: number, words: Words): TemplateResult {
  const {icon: sign, tone} = headStatuses.connection[state];
  const text = words.of(`connection.${state}`, {time: formatsFor(words.locale).time(at)});
  return html`<span class="connection push is-${tone}" part="connection">
    ${icon(sign)}<span class="hidden">${words.of('connection.label')}: </span><span>${text}</span>
  </span>`;
}

/** Changes that wait for the reviewer to ask for them. */
export interface WaitingChanges {
  readonly count: number;
  readonly names: readonly string[];
  readonly show: () => void;
}

/** What concerns a whole screen: that it is not live, and that changes wait. */
export function renderScreenNotices(
  connection: FeedState,
  waiting: WaitingChanges,
  words: Words,
): TemplateResult {
  const interrupted = connection === 'degraded';
  return html`${
    interrupted
      ? renderNotice({
          tone: 'caution',
          icon: 'offline',
          what: words.of('state.degraded'),
          why: words.of('state.degraded-why'),
        })
      : nothing
  }${
    waiting.count > 0
      ? html`<div class="waiting-line">
          ${renderNotice({
            tone: 'info',
            icon: 'refresh',
            what: words.of('state.changes', {n: waiting.count}),
            why: html`${formatsFor(words.locale).list(waiting.names)}. ${words.of('state.changes-wait')}`,
            button: {label: words.of('action.show-changes'), press: waiting.show},
          })}
        </div>`
      : nothing
  }`;
}

/** Personal data is hidden until the host unlocks it. */
export const renderLocked = (words: Words): TemplateResult =>
  html`<div role="status">
    ${renderNotice({tone: 'neutral', icon: 'locked', what: words.of('state.locked'), why: words.of('state.locked-why')})}
  </div>`;

/** The host has not said yet who shall be shown, from where, or on whose behalf. */
export const renderUnconnected = (words: Words): TemplateResult =>
  html`<div class="inner unconnected">
    <div class="void">
      ${icon('offline')}
      <p>${words.of('state.unconnected')}</p>
    </div>
  </div>`;
