import {html, nothing, type TemplateResult} from 'lit';
import {linkUrl} from '../api/api-url.js';
import type {Finding, Judgement} from '../domain/aml.js';
import type {Compared} from '../domain/finding-comparison.js';
import type {Person} from '../domain/person.js';
import {ReviewNavigateEvent} from '../session/review-events.js';
import {renderText} from '../ui/bidi.js';
import {formatsFor} from '../ui/format.js';
import {icon} from '../ui/icons.js';
import {renderPlainTag, renderTag, statusOf} from '../ui/status.js';
import {renderDate, renderLink, renderTime} from '../ui/values.js';
import {isWordKey, type WordKey, type Words} from '../words/words.js';
import {findingRows} from './finding-rows.js';

export interface FindingPlace {
  /** Whoever may be the one on the list. */
  readonly person: Compared;
  /** What the comparison and its two sides are called. Default: as on a customer's profile. */
  readonly titles?: {readonly caption: WordKey; readonly person: WordKey};
  readonly words: Words;
  /** From 1. */
  readonly position: number;
  readonly total: number;
  /** What the reviewer can make of it, below everything else. */
  readonly judging?: unknown;
}

const ofCustomer = {caption: 'aml.compare', person: 'aml.customer'} as const;

/** An entry on a list that may be this person: how alike they are, and what a reviewer made of it. */
export function renderFinding(finding: Finding, place: FindingPlace): TemplateResult {
  const {words, position, total, titles = ofCustomer} = place;
  const {judgement, matched_name: name, match_score: score} = finding;
  const number = formatsFor(words.locale).number;
  return html`<article class="panel stack finding">
    <header class="row">
      <h3 class="subheading">${name?.trim() ? renderText(name, words) : words.of('aml.unnamed-finding')}</h3>
      ${renderPlainTag('family', finding.family, words)}
      ${renderTag(statusOf('judgement', judgement?.outcome ?? 'none'), words)}
      <span class="key push"
        >${words.of('aml.position', {n: position, total})}${
          typeof score === 'number' ? html` · ${words.of('aml.match', {n: number(score, 1)})}` : nothing
        }</span
      >
    </header>
    ${judgement ? renderJudgement(judgement, words) : nothing}
    ${
      judgement
        ? // What is settled steps back; it is one press away.
          html`<details>
            <summary>${icon('unfold')}<span>${words.of(titles.caption)}</span></summary>
            <div class="stack">${renderComparison(finding, place)}</div>
          </details>`
        : renderComparison(finding, place)
    }
    ${place.judging ?? nothing}
  </article>`;
}

function renderJudgement({by, at, reason_code: reason, note}: Judgement, words: Words): TemplateResult {
  const key = `aml-reason.${reason ?? ''}`;
  return html`<div class="small">
    <p class="key">
      ${renderBy('aml.judged-by', by, at, words)}${
        reason?.trim()
          ? html` · ${isWordKey(key) ? words.of(key) : html`<bdi class="raw">${reason}</bdi>`}`
          : nothing
      }
    </p>
    ${note?.trim() ? html`<p>${renderText(note, words)}</p>` : nothing}
  </div>`;
}

/** Who did it and when, in the order and with the comma of the reviewer's language. */
export function renderBy(
  key: 'aml.judged-by' | 'aml.overridden-by',
  by: Person | null | undefined,
  at: string | null | undefined,
  words: Words,
): unknown {
  const time = renderTime(at, words);
  if (!by) return time;
  const name = by.name?.trim() ? renderText(by.name, words) : html`<bdi class="mono">${by.id}</bdi>`;
  return words.parts(key).map((part) => {
    if (typeof part === 'string') return part;
    return part.placeholder === 'name' ? name : time;
  });
}

function renderComparison(
  finding: Finding,
  {person, words, titles = ofCustomer}: FindingPlace,
): TemplateResult {
  const {source, listed_on: listedOn, details, url} = finding;
  const isLink = url?.trim() && linkUrl(url, document.baseURI) !== undefined;
  return html`<kyc-compare-table
      exportparts="table"
      .rows=${findingRows(person, finding, words)}
      .caption=${`${words.of(titles.caption)}: ${finding.matched_name?.trim() || words.of('aml.unnamed-finding')}`}
      .leftTitle=${words.of(titles.person)}
      .rightTitle=${words.of('aml.on-list')}
    ></kyc-compare-table>
    <dl class="facts lines">
      ${source?.trim() ? renderFact(words.of('aml.source'), renderText(source, words)) : nothing}
      ${listedOn?.trim() ? renderFact(words.of('aml.listed-on'), renderDate(listedOn, words)) : nothing}
      ${details?.trim() ? renderFact(words.of('aml.details'), renderText(details, words)) : nothing}
      ${
        url?.trim()
          ? renderFact(
              words.of('aml.link'),
              // An address that may not be followed can still be read.
              renderLink(
                url,
                isLink ? new URL(url, document.baseURI).host : url,
                words,
                (address) => linkUrl(address, document.baseURI),
                (event, href) => onFollow(event, finding.id, href),
              ),
            )
          : nothing
      }
    </dl>`;
}

/** The host may show the entry in its own way. */
function onFollow(event: Event, id: string, href: string): void {
  const wanted = event.target?.dispatchEvent(new ReviewNavigateEvent('finding', id, href));
  if (!wanted) event.preventDefault();
}

const renderFact = (label: string, value: unknown): TemplateResult =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
