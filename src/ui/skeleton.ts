import {html, type TemplateResult} from 'lit';

type Width = 'w2' | 'w4' | 'w6' | 'w8' | 'full';

/** One bone: a line of text that is still to come. */
export const bone = (
  width: Width = 'full',
  shape: 'line' | 'tall' | 'block' | 'face' = 'line',
): TemplateResult =>
  html`<span class="bone ${width === 'full' ? '' : width} ${shape === 'line' ? '' : shape}"></span>`;

const widths: readonly Width[] = ['w8', 'w6', 'w8', 'w4'];

/** Lines of running text. */
export const lineBones = (count: number): TemplateResult =>
  html`<div class="stack">${Array.from({length: count}, (_, at) => bone(widths[at % widths.length]))}</div>`;

/** A table of this many rows. */
export const tableBones = (rows: number): TemplateResult =>
  html`<div class="scroll bones" aria-hidden="true">
    ${Array.from({length: rows + 1}, () => html`<div class="bone-row">${bone('w4')}${bone('w2')}${bone('w2')}</div>`)}
  </div>`;

/** Facts: a label and a value each. */
export const factBones = (count: number): TemplateResult =>
  html`<div class="facts three">
    ${Array.from({length: count}, () => html`<div class="stack tight">${bone('w2')}${bone('w6')}</div>`)}
  </div>`;

/** Panels beside each other. */
export const panelBones = (count: number): TemplateResult =>
  html`<div class="grid2 stack">
    ${Array.from(
      {length: count},
      () => html`<div class="panel stack">${bone('w4', 'tall')}${bone('w8')}${bone('w6')}${bone('w8')}</div>`,
    )}
  </div>`;
