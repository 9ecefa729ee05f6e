import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Customer} from '../../domain/customer.js';
import type {Answer, Questionnaire} from '../../domain/questionnaire.js';
import {resource} from '../../domain/resources.js';
import {PageController, type LoadedPages} from '../../session/page-controller.js';
import {ReviewPart} from '../../session/review-part.js';
import {renderText} from '../../ui/bidi.js';
import {renderEmpty} from '../../ui/empty.js';
import {formatsFor} from '../../ui/format.js';
import {renderLoadState} from '../../ui/render-load-state.js';
import {renderSection} from '../../ui/section.js';
import {lineBones} from '../../ui/skeleton.js';
import {renderTag, statusOf} from '../../ui/status.js';
import {renderUnreadable, renderUnreadableCount} from '../../ui/unreadable.js';
import {renderMissing, renderTime} from '../../ui/values.js';
import {renderLoadMore} from '../../ui/load-more.js';
import {questionnairesSectionStyles} from './questionnaires-section.styles.js';

const plainDecimal = /^[+-]?\d+(?:\.\d+)?$/u;

/**
 * The questionnaires of a customer: each with its questions and answers in the order in which they were asked.
 *
 * @tag kyc-questionnaires-section
 */
export class QuestionnairesSection extends ReviewPart {
  static override styles = questionnairesSectionStyles;

  override readonly partId = 'questionnaires';

  /** Whose questionnaires to show; absent while it loads. */
  @property({attribute: false}) customer: Customer | undefined;

  private readonly questionnaires = new PageController(this, () =>
    this.customer ? resource('questionnaires', this.customer.id) : undefined,
  );

  protected override render(): TemplateResult {
    const {words} = this;
    const title = words.of('section.questionnaires');
    return renderSection(
      {id: this.partId, title},
      renderLoadState(this.questionnaires.state, {
        words,
        name: title,
        skeleton: html`<div class="panel">${lineBones(4)}</div>`,
        ready: (all) => this.renderReady(all),
        retry: () => this.questionnaires.refresh(),
      }),
    );
  }

  private renderReady({items, unreadable, more}: LoadedPages<Questionnaire>): TemplateResult {
    const {words} = this;
    const note = renderUnreadableCount(unreadable, words);
    if (items.length === 0) {
      const empty = renderEmpty('note', words.of('questionnaires.none'), words.of('questionnaires.none-why'));
      return html`${empty}${note}`;
    }
    return html`${repeat(
      items,
      ({id}) => id,
      (each) => this.renderQuestionnaire(each),
    )}
    ${note}
    ${renderLoadMore({
      more,
      loading: this.questionnaires.loadingMore,
      words,
      name: words.of('section.questionnaires'),
      press: () => this.questionnaires.more(),
    })}`;
  }

  private renderQuestionnaire({title, status, submitted_at, score, answers}: Questionnaire): TemplateResult {
    const {words} = this;
    const time = submitted_at ? renderTime(submitted_at, words) : undefined;
    const points =
      score == null
        ? undefined
        : words.of('questionnaires.score', {n: formatsFor(words.locale).number(score)});
    return html`<article class="panel stack">
      <header class="row">
        <h3 class="subheading">${renderText(title, words)}</h3>
        ${status?.trim() ? renderTag(statusOf('questionnaire', status), words) : nothing}
        <span class="key push"
          >${time ?? nothing}${time && points ? ' · ' : nothing}${points ?? nothing}</span
        >
      </header>
      ${
        answers.length > 0
          ? html`<dl class="qa">${answers.map((answer) => this.renderAnswer(answer))}</dl>`
          : html`<p class="muted small">${words.of('questionnaires.no-answers')}</p>`
      }
      ${renderUnreadable(words, answers, ...answers.map(({values}) => values))}
    </article>`;
  }

  private renderAnswer({question, type, values}: Answer): TemplateResult {
    const {words} = this;
    const given = values.filter((value) => value.trim() !== '');
    const isChoice = type === 'multiple_choice' || given.length > 1;
    const render = (value: string): unknown => {
      if (isChoice) return html`<span class="tag plain">${renderText(value, words)}</span> `;
      if (type === 'number' && plainDecimal.test(value)) {
        return html`<span class="signed">${formatsFor(words.locale).amount(value)}</span>`;
      }
      return renderText(value, words);
    };
    return html`<div>
      <dt>${renderText(question, words)}</dt>
      <dd>${given.length > 0 ? given.map(render) : renderMissing(words)}</dd>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-questionnaires-section': QuestionnairesSection;
  }
}
