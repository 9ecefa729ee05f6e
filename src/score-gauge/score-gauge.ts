import {html, nothing, type TemplateResult} from 'lit/html.js';
import {languageTag, NearestLanguage} from '../session/nearest-language.js';
import {coreTokens} from '../ui/core-tokens.styles.js';
import {wrapperStyles} from '../ui/wrapper.styles.js';
import {gaugeWordsFor, isGaugeWord, loadGaugeWords, type GaugeWords} from '../words/gauge-words.js';
import {
  readGauge,
  type GaugeReading,
  type ReadDeduction,
  type ReadDocument,
  type ScoreDeduction,
  type ScoreDocument,
} from './gauge-reading.js';
import {renderDial} from './render-dial.js';
import {styles} from './score-gauge.styles.js';
import {SmallElement, type Given} from './small-element.js';

/**
 * A score as an accessible meter. It stands alone: without an API, a session or a provider. It informs and decides
 * nothing, and says so.
 *
 * @tag score-gauge
 * @csspart dial - The drawn half circle.
 * @csspart value - The number in it.
 * @csspart said - The words beside it.
 * @csspart deductions - The list of what each mismatch cost.
 */
export class ScoreGauge extends SmallElement {
  static override readonly styles = [coreTokens, wrapperStyles, styles];

  static override readonly properties: Given = {
    value: {},
    max: {},
    bands: {},
    label: {},
    deductions: {attribute: false},
    documents: {attribute: false},
    locale: {},
    theme: {},
    strings: {attribute: false},
  };

  /**
   * The score as computed, in points; may be negative or above `max`, and is then shown clipped with its raw value beside
   * it. Absent, or no finite number: "no score", which is not zero.
   */
  declare value: number | string | null | undefined;

  /**
   * The most that can be reached, in points. Default: 100, or 100 for each of `documents`. On a verification it is
   * `score_breakdown.max`.
   */
  declare max: number | string | null | undefined;

  /** From how many percent of `max` on a score is good, and from how many on it is fair. Default `80 50`. */
  declare bands: string | undefined;

  /** The name of the meter. Default "Score", in the element's language. */
  declare label: string | undefined;

  /** What each mismatch cost: `{document_id, label, kind, weight}`. The weights are those that applied to this score. */
  declare deductions: readonly ScoreDeduction[] | undefined;

  /** The documents that the score adds up: `{document_id, label, raw}`, one segment of the dial each, in this order. */
  declare documents: readonly ScoreDocument[] | undefined;

  /** BCP 47 language tag. Default: the nearest `lang` attribute, then the browser's language. */
  declare locale: string | undefined;

  /** `light`, `dark`, or `auto` (default: follows the page's `color-scheme`). */
  declare theme: 'light' | 'dark' | 'auto' | undefined;

  /** Single strings in other words, by their stable key. Unknown keys are ignored. */
  declare strings: Readonly<Record<string, string>> | undefined;

  private readonly language = new NearestLanguage(this);

  private wordlessFor: string | undefined;

  private get usedLocale(): string {
    return languageTag(this.locale) ?? this.language.locale;
  }

  /** Nothing is drawn in one language that belongs in another: until the words are here, what stands stays. */
  protected override missing(): Promise<void> | undefined {
    const {usedLocale: locale} = this;
    const coming = this.wordlessFor === locale ? undefined : loadGaugeWords(locale);
    return coming?.then((came) => {
      this.wordlessFor = came ? undefined : locale;
    });
  }

  protected override render(): TemplateResult {
    const {theme} = this;
    const words = gaugeWordsFor(this.usedLocale, this.strings ?? undefined);
    const hasOwnDirection = languageTag(this.locale) !== undefined || !this.language.hasDirection;
    return html`
      <div
        class="review"
        lang=${words.locale}
        dir=${hasOwnDirection ? words.direction : nothing}
        data-theme=${theme === 'light' || theme === 'dark' ? theme : nothing}
      >
        ${renderGauge(readGauge(this), words)}
      </div>
    `;
  }
}

/** Points as the locale writes them, with a real minus sign, so that a negative score cannot be taken for a dash. */
const pointsIn =
  ({locale}: GaugeWords) =>
  (points: number): string =>
    new Intl.NumberFormat(locale, {maximumFractionDigits: 1})
      .formatToParts(points)
      .map(({type, value}) => (type === 'minusSign' ? '\u2212' : value))
      .join('');

// Isolated left to right, or the minus would land on the wrong side of its number.
const renderNumber = (text: string): TemplateResult => html`<bdi class="number" dir="ltr">${text}</bdi>`;

/** A text whose placeholders are drawn. */
const renderParts = (
  words: GaugeWords,
  key: Parameters<GaugeWords['parts']>[0],
  drawn: Readonly<Record<string, unknown>>,
  n?: number,
): unknown =>
  words
    .parts(key, n === undefined ? {} : {n})
    .map((part) => (typeof part === 'string' ? part : drawn[part.placeholder]));

function renderGauge(reading: GaugeReading, words: GaugeWords): TemplateResult {
  const points = pointsIn(words);
  const {score, maximum, label} = reading;
  const texts = {
    value: score ? points(score.shown) : '\u2013',
    scale: score ? `/ ${points(maximum)}` : '',
  };
  return html`
    <div class="gauge">
      <div
        role="meter"
        aria-label=${label ?? words.of('gauge.label')}
        aria-valuemin="0"
        aria-valuemax=${maximum}
        aria-valuenow=${score?.shown ?? 0}
        aria-valuetext=${valueText(reading, words)}
      >
        ${renderDial(reading, texts)}
      </div>
      <div class="said" part="said">
        <span class="strong">${words.of(score ? `gauge.${score.band}` : 'gauge.none')}</span>
        ${renderBasis(reading, words)}
        <span class="key">${words.of('gauge.informs')}</span>
      </div>
      ${renderDeductions(reading, words)}
    </div>
  `;
}

/** The whole of what is seen, in one sentence for those who do not see it. */
function valueText({score, maximum}: GaugeReading, words: GaugeWords): string {
  if (!score) return words.of('gauge.text-none');
  const points = pointsIn(words);
  const {raw, isClipped} = score;
  return words.of(isClipped ? 'gauge.text-clipped' : 'gauge.text', {
    shown: points(score.shown),
    max: points(maximum),
    band: words.of(`gauge.${score.band}`).toLocaleLowerCase(words.locale),
    // A sign is often not spoken; the word is.
    raw: raw < 0 ? words.of('gauge.minus', {n: -raw}) : points(raw),
  });
}

/** What the score stands on: what it was computed as, or the documents that it adds up. */
function renderBasis(reading: GaugeReading, words: GaugeWords): TemplateResult | typeof nothing {
  const {score, documents, deductions, maximum} = reading;
  const points = pointsIn(words);
  const line = (content: unknown) => html`<span class="small">${content}</span>`;
  if (!score) return line(words.of('gauge.none-yet'));
  const clipped = score.isClipped
    ? line(
        renderParts(words, 'gauge.clipped', {
          raw: html`<span class="strong">${renderNumber(points(score.raw))}</span>`,
          shown: renderNumber(points(score.shown)),
        }),
      )
    : nothing;
  if (documents.length > 1 || documents.some((each) => each.label)) {
    const scores = renderScores(documents, words);
    return html`${clipped}${line(renderParts(words, 'gauge.documents-scored', {scores}, documents.length))}`;
  }
  if (score.isClipped) return html`${clipped}`;
  if (score.raw === maximum && deductions.length === 0) return line(words.of('gauge.no-deductions'));
  return documents.length === 1 ? line(words.of('gauge.documents', {n: 1})) : nothing;
}

function renderScores(documents: readonly ReadDocument[], words: GaugeWords): unknown {
  const points = pointsIn(words);
  const pieces = new Intl.ListFormat(words.locale).formatToParts(documents.map((_, at) => String(at)));
  return pieces.map(({type, value}) => {
    const document = type === 'element' ? documents[Number(value)] : undefined;
    if (!document) return value;
    const raw = document.raw === undefined ? '\u2013' : points(document.raw);
    return html`${document.label === undefined ? nothing : html`<bdi>${document.label}</bdi> `}${renderNumber(raw)}`;
  });
}

function renderDeductions(reading: GaugeReading, words: GaugeWords): TemplateResult | typeof nothing {
  const {score, deductions, maximum, documents} = reading;
  if (!score || deductions.length === 0) return nothing;
  const points = pointsIn(words);
  const total = score.isClipped
    ? renderParts(words, 'gauge.computed', {shown: renderNumber(points(score.shown))})
    : renderParts(words, 'gauge.of', {max: renderNumber(points(maximum))});
  return html`
    <ul class="deductions" part="deductions" aria-label=${words.of('gauge.deductions')}>
      ${deductions.map((each) => renderDeduction(each, documents, words))}
      <li class="total">
        <span class="cost">${renderNumber(points(score.raw))}</span><span>${total}</span><span></span>
      </li>
    </ul>
  `;
}

function renderDeduction(
  {document, label, kind, weight, without}: ReadDeduction,
  documents: readonly ReadDocument[],
  words: GaugeWords,
): TemplateResult {
  const points = pointsIn(words);
  const key = `mismatch.${kind}`;
  const name = label ?? (isGaugeWord(key) ? words.of(key) : (kind ?? '\u2013'));
  // Which document it was has to be said only where there are several.
  const of =
    documents.length > 1 ? documents.find(({id}) => id !== undefined && id === document)?.label : undefined;
  return html`
    <li>
      <span class="cost">${renderNumber(weight === undefined ? '\u2013' : points(-weight))}</span>
      <span
        ><bdi>${name}</bdi
        >${of === undefined ? nothing : html`<span class="of key"><bdi>${of}</bdi></span>`}</span
      >
      <span class="key nowrap"
        >${
          without === undefined
            ? nothing
            : renderParts(words, 'gauge.without', {score: renderNumber(points(without))})
        }</span
      >
    </li>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'score-gauge': ScoreGauge;
  }
}
