import {html, nothing, type TemplateResult} from 'lit';
import type {Finding} from '../../domain/aml.js';
import type {Draft} from '../../session/drafts.js';
import {renderText} from '../../ui/bidi.js';
import {renderNotice} from '../../ui/notice.js';
import {renderPhrase} from '../../ui/phrase.js';
import {caseWords} from '../../words/case-words.js';
import {addWords, isWordKey, type Words} from '../../words/words.js';

addWords(caseWords);

const worded = (key: string, otherwise: string, words: Words): string =>
  isWordKey(key) ? words.of(key) : otherwise;

function whatWasChosen({outcome = '', reason_code: code = ''}: Draft, words: Words): string {
  if (outcome === '') return words.of('judge.gone-note');
  const chosen = worded(`finding.${outcome}`, outcome, words);
  if (code === '') return words.of('judge.gone-outcome', {outcome: chosen});
  return words.of('judge.gone-reason', {
    outcome: chosen,
    reason: worded(`aml-reason.${code}`, code, words),
  });
}

/** A finding that went while its judgement was being written, with what was written. */
export function renderGoneFinding(
  finding: Finding,
  draft: Draft,
  {words, discard}: {readonly words: Words; readonly discard: () => void},
): TemplateResult {
  const name = finding.matched_name?.trim() || words.of('aml.unnamed-finding');
  const {note = ''} = draft;
  return html`<div class="stack tight">
    ${renderNotice({
      tone: 'caution',
      icon: 'unknown',
      what: html`${renderPhrase(words, 'judge.gone', {name: renderText(name, words)})}`,
      why: whatWasChosen(draft, words),
      button: {label: words.of('judge.discard'), name: words.of('judge.discard-of', {name}), press: discard},
    })}
    ${note.trim() ? html`<kyc-kept-note .note=${note}></kyc-kept-note>` : nothing}
  </div>`;
}
