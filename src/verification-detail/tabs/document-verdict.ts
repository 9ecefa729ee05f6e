import {html, type TemplateResult} from 'lit';
import {deductionsOf} from '../../domain/deductions.js';
import {agreement, type Agreement, type Document} from '../../domain/document.js';
import {icon, type IconName} from '../../ui/icons.js';
import {statusOf, statusWords, type Tone} from '../../ui/status.js';
import type {Words} from '../../words/words.js';

/** How many fields of a document stand how to what was declared; a mismatch without a field differs too. */
export function countsOf(document: Document): Readonly<Record<Agreement, number>> {
  const counts = {agrees: 0, nearly: 0, differs: 0, 'not-declared': 0, 'not-on-document': 0};
  for (const field of document.fields) counts[agreement(field)]++;
  return {...counts, differs: counts.differs + deductionsOf(document).others.length};
}

interface Verdict {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly says: string;
}

/** One sign for a whole document: the worst that stands in it. */
export function verdictOf(document: Document, words: Words): Verdict {
  const {differs, nearly, agrees} = countsOf(document);
  if (differs > 0)
    return {tone: 'negative', icon: 'differs', says: words.of('documents.differ', {n: differs})};
  if (nearly > 0) return {tone: 'caution', icon: 'close', says: words.of('papers.nearly', {n: nearly})};
  if (agrees > 0) return {tone: 'neutral', icon: 'agrees', says: words.of('agreement.agrees')};
  if (document.approved !== null || document.fields.length > 0) {
    return {tone: 'neutral', icon: 'absent', says: words.of('papers.nothing-compared')};
  }
  const processing = statusOf('document', 'null');
  return {tone: processing.tone, icon: processing.icon, says: statusWords(processing, words)};
}

export const renderVerdict = ({tone, icon: sign, says}: Verdict): TemplateResult =>
  html`<span class="mark is-${tone}">${icon(sign)}<span>${says}</span></span>`;
