import {html, nothing, type TemplateResult} from 'lit';
import {
  resendWait,
  type deadEnd,
  type Moment,
  type Offer,
  type VerificationAction,
} from '../../domain/verification-actions.js';
import type {Verification} from '../../domain/verification.js';
import {shortIdOf} from '../../domain/verification-facts.js';
import {icon, type IconName} from '../../ui/icons.js';
import type {Words} from '../../words/words.js';

interface Actions {
  readonly offered: readonly Offer[];
  readonly dead: ReturnType<typeof deadEnd>;
  readonly lock: 'sending' | 'unknown' | 'loading' | undefined;
  readonly record: Verification;
  readonly wait: Moment;
  /** Whether single keys press the buttons now. */
  readonly keyed: boolean;
  readonly words: Words;
  readonly press: (action: VerificationAction) => void;
}

interface Row {
  readonly icon?: IconName;
  readonly style: string;
  readonly key?: string;
}

const rows: {readonly [A in VerificationAction]: Row} = {
  approve: {icon: 'approved', style: 'approve', key: 'a'},
  reject: {icon: 'rejected', style: 'reject', key: 'r'},
  cancel: {style: 'quiet'},
  resend: {icon: 'send', style: ''},
  reopen: {icon: 'restore', style: ''},
  download: {icon: 'download', style: ''},
};

function renderButton(
  {action, because}: Offer,
  {lock, record, keyed, words, press}: Actions,
): TemplateResult {
  const {icon: sign, style, key} = rows[action];
  // The PDF of what was decided has nothing to do with what is being decided.
  const locked = action !== 'download' && lock !== undefined;
  const disabled = locked || because !== undefined;
  const act = words.of(`act.${action}`);
  return html`<button
    type="button"
    class="button ${style}"
    data-action=${action}
    aria-label=${words.of('act.named', {act, id: shortIdOf(record)})}
    aria-disabled=${disabled ? 'true' : 'false'}
    aria-describedby=${disabled ? (because === undefined ? 'lock' : 'because') : nothing}
    aria-keyshortcuts=${(keyed && key) || nothing}
    @click=${() => (disabled ? undefined : press(action))}
  >
    ${sign ? icon(sign) : nothing}<span>${act}</span>
  </button>`;
}

function renderReason({offered, lock, record, wait, words}: Actions): TemplateResult {
  const because = offered.find((each) => each.because !== undefined)?.because;
  const why =
    because === 'cooldown'
      ? words.of('act.cooldown', {n: resendWait(record, wait)})
      : because && words.of(`act.${because}`);
  return html`${why ? html`<p class="key" id="because">${why}</p>` : nothing}${
    lock ? html`<p class="key" id="lock">${words.of(`act.locked-${lock}`)}</p>` : nothing
  }`;
}

const isOfPair = ({action}: Offer): boolean => action === 'approve' || action === 'reject';

/** The buttons in their order, approving and rejecting side by side and of one size; or why there are none. */
export function renderActions(actions: Actions): TemplateResult {
  const {offered, dead, words} = actions;
  const pair = offered.filter(isOfPair);
  return html`${dead ? html`<p class="key">${words.of(`act.none-${dead}`)}</p>` : nothing}
  ${
    pair.length > 0
      ? html`<div class="pair">${pair.map((offer) => renderButton(offer, actions))}</div>`
      : nothing
  }
  ${offered.filter((offer) => !isOfPair(offer)).map((offer) => renderButton(offer, actions))}
  ${renderReason(actions)}`;
}
