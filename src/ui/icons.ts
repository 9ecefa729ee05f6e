import {html, type TemplateResult} from 'lit';
import type {PartIconName} from './part-icons.js';
import {once, templateOf} from './constant-template.js';

/** Drawn for this project on a grid of 20. Named by meaning; each has an outline of its own, so that it can be told apart in grey. */
const drawings = {
  approved: '<circle cx="10" cy="10" r="7.25"/><path d="m6.75 10.25 2.25 2.25 4.25-4.75"/>',
  rejected: '<path d="M7 2.75h6L17.25 7v6L13 17.25H7L2.75 13V7z"/><path d="m7 7 6 6m0-6-6 6"/>',
  waiting: '<circle cx="10" cy="10" r="7.25"/><path d="M10 5.75V10l2.75 2"/>',
  running:
    '<path d="M10 2.75A7.25 7.25 0 1 1 2.75 10"/><path d="M4.3 5.5h.01M6.6 3.6h.01" stroke-width="2"/>',
  'not-started': '<circle cx="10" cy="10" r="7.25" stroke-dasharray="2.4 3.29"/>',
  attention: '<path d="M10 3 17.75 16.5H2.25z"/><path d="M10 8v4m0 2.2v.05"/>',
  canceled: '<rect x="2.75" y="2.75" width="14.5" height="14.5" rx="2.5"/><path d="M6.5 10h7"/>',
  expired:
    '<path d="M5 2.75h10M5 17.25h10M6.25 2.75v2.5c0 2.25 3.75 3 3.75 4.75s-3.75 2.5-3.75 4.75v2.5m7.5-14.5v2.5c0 2.25-3.75 3-3.75 4.75s3.75 2.5 3.75 4.75v2.5"/>',
  barred:
    '<path d="M10 2.5 16.5 5v4.5c0 4-2.6 6.6-6.5 8-3.9-1.4-6.5-4-6.5-8V5z"/><path d="m7.5 8 5 4.5m0-4.5-5 4.5"/>',
  inactive: '<path d="M10 2.75v6"/><path d="M6 4.9a7 7 0 1 0 8 0"/>',
  unknown:
    '<circle cx="10" cy="10" r="7.25"/><path d="M7.9 7.9c.2-1.2 1-1.9 2.2-1.9 1.3 0 2.1.8 2.1 1.8 0 1.5-2.1 1.6-2.1 3.2m0 2.4v.05"/>',
  differs: '<path d="M5 7.75h10M5 12.25h10M12.75 4l-5.5 12"/>',
  close:
    '<path d="M4.75 8.4c1.5-1.8 3.2-1.8 5.25-.4s3.75 1.4 5.25-.4M4.75 13c1.5-1.8 3.2-1.8 5.25-.4s3.75 1.4 5.25-.4"/>',
  absent: '<path d="M6 10h2m4 0h2"/>',
  'risk-mark': '<path d="M5 17.25V3.5m0 0h9.5l-2.25 3.75 2.25 3.75H5"/>',
  copy: '<rect x="7" y="7" width="10" height="10" rx="1.5"/><path d="M13 4.5V4.25c0-.7-.5-1.25-1.25-1.25h-7.5C3.5 3 3 3.5 3 4.25v7.5C3 12.5 3.5 13 4.25 13h.25"/>',
  refresh:
    '<path d="M16.25 9A6.5 6.5 0 0 0 4.6 6.4M3.75 11a6.5 6.5 0 0 0 11.65 2.6"/><path d="M4.25 3v3.5h3.5m8 10.5v-3.5h-3.5"/>',
  upload:
    '<path d="M10 12.75V3.25m0 0L6.5 6.75M10 3.25l3.5 3.5M3.25 12.5v3.25c0 .6.4 1 1 1h11.5c.6 0 1-.4 1-1V12.5"/>',
  download:
    '<path d="M10 3.25v9.5m0 0 3.5-3.5m-3.5 3.5-3.5-3.5M3.25 12.5v3.25c0 .6.4 1 1 1h11.5c.6 0 1-.4 1-1V12.5"/>',
  restore: '<path d="M4 7.25h8a4.5 4.5 0 0 1 0 9H8"/><path d="M7 4 3.75 7.25 7 10.5"/>',
  send: '<rect x="2.75" y="4.5" width="14.5" height="11" rx="1.5"/><path d="m3.25 5.5 6.75 5.25 6.75-5.25"/>',
  search: '<circle cx="8.75" cy="8.75" r="5.5"/><path d="m13 13 4 4"/>',
  sorted: '<path d="M10 3.5v13m0 0 3.5-3.5M10 16.5 6.5 13"/>',
  follow:
    '<path d="M8 4H4.75C4.3 4 4 4.3 4 4.75v10.5c0 .4.3.75.75.75h10.5c.4 0 .75-.3.75-.75V12M11.5 3.5h5m0 0v5m0-5L9.5 10.5"/>',
  onward: '<path d="m8 4.75 5.25 5.25L8 15.25"/>',
  'zoom-in': '<circle cx="8.75" cy="8.75" r="5.5"/><path d="m13 13 4 4M8.75 6.5V11M6.5 8.75H11"/>',
  'zoom-out': '<circle cx="8.75" cy="8.75" r="5.5"/><path d="m13 13 4 4M6.5 8.75H11"/>',
  rotate:
    '<rect x="3" y="9" width="9.5" height="8" rx="1"/><path d="M8.5 4.25h3.25A4.5 4.5 0 0 1 16.25 8.75V11"/><path d="M10.5 2.25 8.5 4.25l2 2"/>',
  fit: '<path d="M3 7V4.25C3 3.5 3.5 3 4.25 3H7m6 0h2.75c.7 0 1.25.5 1.25 1.25V7m0 6v2.75c0 .7-.5 1.25-1.25 1.25H13m-6 0H4.25C3.5 17 3 16.5 3 15.75V13"/><rect x="6.5" y="7.5" width="7" height="5" rx=".75"/>',
  compare:
    '<rect x="2.5" y="4" width="6.25" height="12" rx="1"/><rect x="11.25" y="4" width="6.25" height="12" rx="1"/>',
  covered:
    '<path d="M2.5 8.5c1.7 2.7 4.3 4.25 7.5 4.25s5.8-1.55 7.5-4.25M4.5 11l-1.5 2m5-.5-.6 2.5m5-2.5.6 2.5m2.5-4 1.5 2"/>',
  play: '<path d="M6 3.75v12.5L16.25 10z"/>',
  document:
    '<rect x="2" y="4" width="16" height="12" rx="1.5"/><circle cx="6.75" cy="8.75" r="1.6"/><path d="M4.25 13c.3-1.4 1.2-2 2.5-2s2.2.6 2.5 2M12 8.25h3.5M12 11.75h3.5"/>',
  call: '<rect x="2.5" y="5.5" width="10.5" height="9" rx="1.5"/><path d="m13 9 4.5-2.5v7L13 11"/>',
  face: '<path d="M3 6.5V4.25C3 3.5 3.5 3 4.25 3H6.5m7 0h2.25c.7 0 1.25.5 1.25 1.25V6.5m0 7v2.25c0 .7-.5 1.25-1.25 1.25H13.5m-7 0H4.25C3.5 17 3 16.5 3 15.75V13.5M7.75 8v.75m4.5-.75v.75M7.5 12c1.5 1.4 3.5 1.4 5 0"/>',
  person: '<circle cx="10" cy="6.5" r="3.5"/><path d="M3.5 17c.5-3.6 2.9-5.5 6.5-5.5s6 1.9 6.5 5.5"/>',
  matter:
    '<path d="M2.75 5.25c0-.8.6-1.25 1.25-1.25h3.5l2 2.25H16c.7 0 1.25.5 1.25 1.25v7c0 .7-.5 1.25-1.25 1.25H4c-.7 0-1.25-.5-1.25-1.25z"/>',
  locked:
    '<rect x="4" y="8.75" width="12" height="8.25" rx="1.5"/><path d="M6.75 8.5V6.25a3.25 3.25 0 0 1 6.5 0V8.5M10 12v1.75"/>',
  note: '<path d="M4 3.25h12v9L11.75 16.75H4zM16 12.25h-4.25v4.5M6.75 6.75h6.5M6.75 9.75h4"/>',
  'machine-made':
    '<rect x="4" y="6.5" width="12" height="9.5" rx="2"/><path d="M10 6.5V3.75m-2.5-1h5M7.5 10v1.25m5-1.25v1.25M8 13.5h4M2 10v3m16-3v3"/>',
  incoming: '<path d="M15.5 4.5 5 15m0 0h7m-7 0V8"/>',
  outgoing: '<path d="M4.5 15.5 15 5m0 0H8m7 0v7"/>',
  live: '<circle class="f" cx="10" cy="10" r="2"/><path d="M6.25 13.75a5.3 5.3 0 0 1 0-7.5m7.5 0a5.3 5.3 0 0 1 0 7.5M3.6 16.4a9 9 0 0 1 0-12.8m12.8 0a9 9 0 0 1 0 12.8"/>',
  offline:
    '<circle class="f" cx="10" cy="10" r="1.6"/><path d="M6.25 13.75a5.3 5.3 0 0 1-.9-6.2m8.4-1.3a5.3 5.3 0 0 1 .9 6.2M3 3l14 14"/>',
} as const;

export type IconName = keyof typeof drawings | PartIconName;

/** Adds drawings that come later; whoever names one of them adds it first. */
export const addIcons = (more: object): void => void Object.assign(drawings, more);

/** Arrows that point along the text; the others never mirror. */
const mirrored: ReadonlySet<IconName> = new Set<IconName>(['onward', 'incoming', 'outgoing']);

interface IconOptions {
  /** Mirror from right to left. Default: as the icon asks for. */
  readonly flip?: boolean;
  /** 20 px instead of 16. */
  readonly large?: boolean;
}

const classesOf = (name: IconName, {flip = mirrored.has(name), large = false}: IconOptions = {}): string =>
  `icon${flip ? ' flip' : ''}${large ? ' l' : ''}`;

const markup = (name: IconName, classes = classesOf(name)): string =>
  `<svg class="${classes}" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${(drawings as Readonly<Record<IconName, string>>)[name]}</svg>`;

const templatesOf = once((classes: string) => once((name: IconName) => templateOf(markup(name, classes))));

/** An icon beside words that say the same; it is hidden from assistive technology. */
export const icon = (name: IconName, options?: IconOptions): TemplateResult =>
  html(templatesOf(classesOf(name, options))(name));

/**
 * Templates of an icon and what stands around it, one for each icon.
 *
 * @param before The strings up to the icon; a value goes between two of them.
 * @param after The strings from there on.
 */
export const aroundIcon = (
  before: readonly [string, ...string[]],
  after: readonly [string, ...string[]],
): ((name: IconName) => TemplateStringsArray) =>
  once((name) => {
    const strings = [...before];
    const [first, ...rest] = after;
    const last = strings.pop() ?? '';
    return templateOf(...strings, last + markup(name) + first, ...rest);
  });
