import {html, nothing, type TemplateResult} from 'lit';
import {icon, type IconName} from './icons.js';

/** What follows the title of a tab: a sign, a number, or both. */
export interface TabMark {
  readonly icon?: IconName;
  readonly tone?: 'caution' | 'negative';
  /** As it is written; `says` is the whole of the mark in words. */
  readonly text?: string;
  readonly says: string;
}

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly mark?: TabMark | undefined;
}

export interface TabStrip<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly chosen: Id;
  readonly choose: (id: Id) => void;
}

export const tabId = (id: string): string => `tab-${id}`;
export const panelId = (id: string): string => `panel-${id}`;

/** Where a key leads to from one tab, in the direction of the text. */
function tabAfter(key: string, at: number, count: number, isRightToLeft: boolean): number | undefined {
  const onward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  const targets: Readonly<Record<string, number>> = {
    [onward]: (at + 1) % count,
    [back]: (at - 1 + count) % count,
    Home: 0,
    End: count - 1,
  };
  return targets[key];
}

/**
 * A list of tabs. Only the chosen one is a stop of the Tab key; arrows, Home and End choose. The panels are the caller's:
 * each has the id `panelId()` and is labelled by `tabId()`.
 */
export function renderTabStrip<Id extends string>({
  label,
  tabs,
  chosen,
  choose,
}: TabStrip<Id>): TemplateResult {
  const onKey = (event: KeyboardEvent) => {
    const {currentTarget: strip} = event;
    if (event.ctrlKey || event.altKey || event.metaKey || !(strip instanceof Element)) return;
    const buttons = [...strip.querySelectorAll<HTMLElement>('[role=tab]')];
    const at = buttons.findIndex((each) => each === event.target);
    const next = tabAfter(event.key, at, buttons.length, strip.matches(':dir(rtl)'));
    const tab = next === undefined ? undefined : tabs[next];
    if (at === -1 || next === undefined || !tab) return;
    event.preventDefault();
    choose(tab.id);
    buttons[next]?.focus();
  };
  return html`<div class="tabs" role="tablist" part="tabs" aria-label=${label} @keydown=${onKey}>
    ${tabs.map(
      ({id, title, mark}) =>
        html`<button
          type="button"
          role="tab"
          class="tab"
          id=${tabId(id)}
          aria-controls=${panelId(id)}
          aria-selected=${id === chosen ? 'true' : 'false'}
          tabindex=${id === chosen ? '0' : '-1'}
          @click=${() => choose(id)}
        >
          <span>${title}</span>${mark ? renderMark(mark) : nothing}
        </button>`,
    )}
  </div>`;
}

const renderMark = ({icon: sign, tone, text, says}: TabMark): TemplateResult =>
  html`<span class=${tone ? `count is-${tone}` : 'count'}
    ><span aria-hidden="true" class="row">${sign ? icon(sign) : nothing}${text ?? nothing}</span
    ><span class="hidden">, ${says}</span></span
  >`;
