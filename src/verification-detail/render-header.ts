import {html, nothing, type TemplateResult} from 'lit';
import type {FeedState} from '../api/live-feed.js';
import {nameInScripts} from '../domain/name-scripts.js';
import type {Verification} from '../domain/verification.js';
import {shortIdOf} from '../domain/verification-facts.js';
import {renderText} from '../ui/bidi.js';
import {icon} from '../ui/icons.js';
import {renderPhrase} from '../ui/phrase.js';
import {renderConnection} from '../ui/screen.js';
import {bone, lineBones, panelBones} from '../ui/skeleton.js';
import {renderTime} from '../ui/values.js';
import {renderWay} from '../ui/way.js';
import {isWordKey, type Words} from '../words/words.js';

/** The word for a value of an open enumeration, else the value itself. */
function renderKnown(prefix: 'type' | 'channel', value: string, words: Words): unknown {
  const key = `${prefix}.${value}`;
  return isWordKey(key) ? words.of(key) : renderText(value, words);
}

function renderTitle(name: string | null | undefined, words: Words): TemplateResult {
  if (!name?.trim()) return html`<h1>${words.of('detail.unnamed')}</h1>`;
  const scripts = nameInScripts(name);
  return html`<h1>${renderText(scripts?.latin ?? name, words)}</h1>
    ${scripts ? html`<span class="muted">${renderText(scripts.original, words)}</span>` : nothing}`;
}

/** What is known of where it comes from, one thing behind the other. */
function renderOrigin(verification: Verification, words: Words): readonly unknown[] {
  const {type, channel, requester, last_activity_at: last} = verification;
  const who = requester && (requester.name?.trim() ? requester.name : requester.id);
  return [
    renderKnown('type', type, words),
    channel && renderKnown('channel', channel, words),
    who && renderPhrase(words, 'detail.requested', {name: renderText(who, words)}),
    last && renderPhrase(words, 'detail.last-activity', {time: renderTime(last, words)}),
  ].filter(Boolean);
}

function renderCrumbs(shortId: string, listHref: string | undefined, words: Words): TemplateResult {
  return html`<nav aria-label=${words.of('profile.breadcrumb')} class="crumbs" part="breadcrumb">
    ${renderWay({to: 'verification-list', href: listHref}, words.of('detail.list'))}${icon('onward')}<span
      aria-current="page"
      >${renderText(shortId, words)}</span
    >
  </nav>`;
}

export interface VerificationHeader {
  readonly verification: Verification;
  /** When the server answered. */
  readonly at: number;
  readonly connection: FeedState;
  readonly listHref: string | undefined;
}

/** Whom it is about, what it is called, where it comes from, and how fresh all of it is. */
export function renderHeader(
  {verification, at, connection, listHref}: VerificationHeader,
  words: Words,
): TemplateResult {
  const shortId = shortIdOf(verification);
  return html`<kyc-print-mark></kyc-print-mark>
    <div class="head" part="header">
      ${renderCrumbs(shortId, listHref, words)}
      <div class="titles">
        ${renderTitle(verification.subject.name, words)} ${renderConnection(connection, at, words)}
      </div>
      <p class="muted small">
        <span class="mono">${renderText(shortId, words)}</span
        ><kyc-copy-button .value=${shortId} label=${words.of('detail.short-id')}></kyc-copy-button>
        ${renderOrigin(verification, words).map((each) => html` · <span>${each}</span>`)}
      </p>
    </div>`;
}

/** The shape of the column beside the tabs. */
export const columnBones = (): TemplateResult =>
  html`<div class="decide" aria-hidden="true">
    ${[bone('w6', 'block'), bone('w4', 'tall'), lineBones(3)].map((each) => html`<div>${each}</div>`)}
  </div>`;

/** The shape of a verification that is still to come. */
export const renderVerificationSkeleton = (): TemplateResult =>
  html`<div class="stack wide">
    <div class="stack tight">${bone('w2')}${bone('w4', 'tall')}${bone('w6')}</div>
    <div class="split">
      <div class="stack wide">${bone('full', 'tall')}${bone('full', 'block')}${panelBones(2)}</div>
      <div class="aside">${columnBones()}</div>
    </div>
  </div>`;
