import {html, type TemplateResult} from 'lit';
import {once, templateOf} from './constant-template.js';

type Width = 'w2' | 'w4' | 'w6' | 'w8' | 'full';
type Shape = 'line' | 'tall' | 'block' | 'face';

const markup = (width: Width, shape: Shape = 'line'): string => {
  const classes = ['bone', ...(width === 'full' ? [] : [width]), ...(shape === 'line' ? [] : [shape])];
  return `<span class="${classes.join(' ')}"></span>`;
};

const times = (count: number, make: (at: number) => string): string =>
  Array.from({length: count}, (_, at) => make(at)).join('');

const bones = once((width: Width) => once((shape: Shape) => templateOf(markup(width, shape))));

/** One bone: a line of text that is still to come. */
export const bone = (width: Width = 'full', shape: Shape = 'line'): TemplateResult =>
  html(bones(width)(shape));

const widths: readonly [Width, ...Width[]] = ['w8', 'w6', 'w8', 'w4'];

const lines = once((count: number) =>
  templateOf(`<div class="stack">${times(count, (at) => markup(widths[at % widths.length] ?? 'w8'))}</div>`),
);
const tables = once((rows: number) => {
  const row = `<div class="bone-row">${markup('w4')}${markup('w2')}${markup('w2')}</div>`;
  return templateOf(`<div class="scroll bones" aria-hidden="true">${times(rows + 1, () => row)}</div>`);
});
const facts = once((count: number) => {
  const fact = `<div class="stack tight">${markup('w2')}${markup('w6')}</div>`;
  return templateOf(`<div class="facts three">${times(count, () => fact)}</div>`);
});
const panels = once((count: number) => {
  const panel = `${markup('w4', 'tall')}${markup('w8')}${markup('w6')}${markup('w8')}`;
  return templateOf(
    `<div class="grid2 stack">${times(count, () => `<div class="panel stack">${panel}</div>`)}</div>`,
  );
});

/** Lines of running text. */
export const lineBones = (count: number): TemplateResult => html(lines(count));

/** A table of this many rows. */
export const tableBones = (rows: number): TemplateResult => html(tables(rows));

/** Facts: a label and a value each. */
export const factBones = (count: number): TemplateResult => html(facts(count));

/** Panels beside each other. */
export const panelBones = (count: number): TemplateResult => html(panels(count));
