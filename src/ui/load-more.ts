import {html, nothing, type TemplateResult} from 'lit';
import type {Words} from '../words/words.js';

export interface LoadMore {
  /** There is more to ask for. */
  readonly more: boolean;
  /** It was asked for and has not come yet. */
  readonly loading: boolean;
  readonly words: Words;
  /** What there is more of. */
  readonly name: string;
  readonly press: () => void;
}

/** The button below a list that comes in pages; it keeps the focus while the next page is on its way. */
export function renderLoadMore({
  more,
  loading,
  words,
  name,
  press,
}: LoadMore): TemplateResult | typeof nothing {
  if (!more) return nothing;
  return html`<p>
    <button
      type="button"
      class="button small"
      aria-disabled=${loading ? 'true' : nothing}
      @click=${() => {
        if (!loading) press();
      }}
    >
      ${words.of(loading ? 'action.loading-more' : 'action.load-more')}<span class="hidden">: ${name}</span>
    </button>
  </p>`;
}
