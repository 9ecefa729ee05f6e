import {html, nothing, type TemplateResult} from 'lit';
import type {ApiProblem} from '../api/api-problem.js';
import {formatsFor} from '../ui/format.js';
import {icon, type IconName} from '../ui/icons.js';
import type {WordKey, Words} from '../words/words.js';
import type {Sniffed} from './image-header.js';

/** What stands in the place of a picture that is not shown. */
export interface Instead {
  readonly sign: IconName;
  readonly what: WordKey;
  readonly why?: string;
  readonly offers?: 'save' | 'again';
}

/** Why there is no picture, when the file could not be had. */
export function insteadOfFailed(problem: ApiProblem, refusedToSave: boolean): Instead {
  if (problem.code === 'outside_api') return {sign: 'unknown', what: 'file.outside'};
  if (problem.kind === 'not-found') return {sign: 'unknown', what: 'file.missing'};
  if (problem.code === 'too_large') {
    return {sign: 'attention', what: 'file.too-large', ...(refusedToSave ? {} : {offers: 'save'})};
  }
  return {
    sign: problem.kind === 'forbidden' ? 'locked' : 'attention',
    what: 'file.failed',
    ...(problem.withdraws ? {} : {offers: 'again'}),
  };
}

const byKind: Readonly<Record<Sniffed['kind'], Instead | undefined>> = {
  image: undefined,
  // The pages of a PDF will stand here.
  pdf: {sign: 'document', what: 'file.pdf', offers: 'save'},
  damaged: {sign: 'attention', what: 'file.damaged', offers: 'save'},
  unsupported: {sign: 'unknown', what: 'file.unsupported', offers: 'save'},
};

/** Why there is no picture, by what the file is; nothing for an image. */
export const insteadOfKind = (kind: Sniffed['kind']): Instead | undefined => byKind[kind];

/** Why there is no picture, when it would be too large; `width` and `height` where its header said them. */
export function insteadOfTooLarge(
  {width, height, bytes}: {readonly width?: number; readonly height?: number; readonly bytes: number},
  words: Words,
): Instead {
  const size = formatsFor(words.locale).bytes(bytes);
  const why =
    width === undefined || height === undefined
      ? size
      : words.of('file.too-large-why', {width, height, size});
  return {sign: 'attention', what: 'file.too-large', why, offers: 'save'};
}

/**
 * @param name What the picture is called.
 * @param press What the button does, if there is one.
 */
export function renderInstead(
  {sign, what, why, offers}: Instead,
  words: Words,
  name: string,
  press: {readonly save: () => void; readonly again: () => void},
): TemplateResult {
  const action = offers && ({save: 'action.download', again: 'action.try-again'} as const)[offers];
  return html`<div class="instead">
    ${icon(sign)}
    <p class=${offers === 'again' ? nothing : 'strong'}>${words.of(what)}</p>
    ${why === undefined ? nothing : html`<p class="small">${why}</p>`}
    ${
      offers && action
        ? html`<button
            type="button"
            class="button small"
            aria-label=${`${words.of(action)}: ${name}`}
            @click=${press[offers]}
          >
            ${icon(offers === 'save' ? 'download' : 'refresh')}<span>${words.of(action)}</span>
          </button>`
        : nothing
    }
  </div>`;
}

/** The place of a picture that has not come yet. */
export const renderComing = (words: Words): TemplateResult =>
  html`<div class="view" aria-busy="true">
    <p class="hidden">${words.of('file.loading')}</p>
    <div class="picture" aria-hidden="true"><div class="coming"></div></div>
  </div>`;
