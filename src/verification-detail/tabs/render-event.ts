import {html, nothing, type TemplateResult} from 'lit';
import type {AuditEvent} from '../../domain/audit-event.js';
import {eventFacts, isHarmlessFact, type EventFact} from '../../domain/event-facts.js';
import {renderText} from '../../ui/bidi.js';
import {momentOf} from '../../ui/format.js';
import {icon} from '../../ui/icons.js';
import {renderTime, renderValue} from '../../ui/values.js';
import type {Words} from '../../words/words.js';
import {eventRow, factLabel, factWords} from './event-rows.js';
import {renderNoteText} from './render-note-text.js';

export interface EventPlace {
  readonly words: Words;
  /** Blind mode: what speaks of the face match is not to be seen. */
  readonly covered: boolean;
  /** What ids in events stand for. */
  readonly names: ReadonlyMap<string, string>;
  /** A decision that was undone later. */
  readonly isEarlier: boolean;
}

/** One event of a timeline: what happened, who did it and when, what they said, and what it carries. */
export function renderEvent(
  event: AuditEvent,
  {words, covered, names, isEarlier}: EventPlace,
): TemplateResult {
  const {type, data, at, note} = event;
  const {icon: sign, tone, to, word} = eventRow(type, data);
  const what = word
    ? html`<span class="strong">${words.of(word)}</span>`
    : html`<span class="strong mono">${renderText(type, words)}</span>`;
  const facts = eventFacts(data).filter(({key, value}) => key !== 'status' || value !== to);
  const shown = covered ? facts.filter((fact) => isHarmlessFact(event, fact)) : facts;
  const hasMore = Boolean(note?.trim()) || facts.length > 0 || isEarlier;
  return html`<span class=${tone ? `sign is-${tone}` : 'sign'}>${icon(sign)}</span>
    <span class="what">${renderBy(event, what, words)}</span>
    <span class="key when">${renderTime(at, words)}</span>
    ${
      hasMore
        ? html`<div class="detail stack tight">
            ${note?.trim() ? html`<p class="quote small pre">${renderNoteText(note, words)}</p>` : nothing}
            ${shown.length > 0 ? renderFacts(shown, names, words) : nothing}
            ${shown.length < facts.length ? html`<p class="key">${words.of('event.covered')}</p>` : nothing}
            ${isEarlier ? html`<p class="key">${words.of('event.earlier')}</p>` : nothing}
          </div>`
        : nothing
    }`;
}

function renderBy({actor}: AuditEvent, what: TemplateResult, words: Words): unknown {
  const {kind, id, name} = actor;
  const named = name?.trim()
    ? renderText(name, words)
    : id
      ? html`<span class="mono">${renderText(id, words)}</span>`
      : undefined;
  const word =
    kind === 'system'
      ? name?.trim()
        ? 'event.by-system-named'
        : 'event.by-system'
      : kind === 'subject'
        ? named
          ? 'event.by-subject'
          : 'event.by-unnamed-subject'
        : named
          ? 'event.by'
          : 'event.by-nobody';
  return words.parts(word).map((part) => {
    if (typeof part === 'string') return html`<span class="muted">${part}</span>`;
    return part.placeholder === 'what' ? what : named;
  });
}

const renderFacts = (
  facts: readonly EventFact[],
  names: ReadonlyMap<string, string>,
  words: Words,
): TemplateResult =>
  html`<dl class="facts lines small">
    ${facts.map((fact) => {
      const label = factLabel(fact, words);
      return html`<div>
        <dt>${label ?? html`<bdi class="mono">${fact.key}</bdi>`}</dt>
        <dd>${renderFact(fact, names, words)}</dd>
      </div>`;
    })}
  </dl>`;

function renderFact(fact: EventFact, names: ReadonlyMap<string, string>, words: Words): unknown {
  const said = factWords(fact, words);
  if (said !== undefined) return said;
  const {value} = fact;
  const named = typeof value === 'string' ? names.get(value) : undefined;
  if (named !== undefined) return renderText(named, words);
  if (typeof value === 'string' && momentOf(value)) return renderTime(value, words);
  return typeof value === 'boolean' ? nothing : renderValue(value, words);
}
