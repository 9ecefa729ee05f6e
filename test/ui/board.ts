import {fixture, html} from '@open-wc/testing';
import {LitElement, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {defineEveryElement} from '../../stories/support/every-element.js';
import {define} from '../../src/define/define.js';
import {buttonStyles, linkStyles} from '../../src/ui/controls.styles.js';
import {formStyles} from '../../src/ui/form.styles.js';
import {compareStyles} from '../../src/ui/compare.styles.js';
import {chartStyles} from '../../src/ui/chart.styles.js';
import {baseStyles, hostStyles} from '../../src/ui/host.styles.js';
import {factStyles, panelStyles, sectionStyles} from '../../src/ui/panels.styles.js';
import {noticeStyles, stateStyles} from '../../src/ui/states.styles.js';
import {statusStyles} from '../../src/ui/status.styles.js';
import {tableStyles} from '../../src/ui/tables.styles.js';
import {tokens} from '../../src/ui/tokens.styles.js';
import {valueStyles} from '../../src/ui/values.styles.js';
import {windowTableStyles} from '../../src/ui/window-table.styles.js';

/** A bare public element on which pieces are laid out, with all the looks and no session. */
export class Board extends LitElement {
  static override styles = [
    tokens,
    hostStyles,
    baseStyles,
    buttonStyles,
    formStyles,
    linkStyles,
    compareStyles,
    chartStyles,
    factStyles,
    panelStyles,
    sectionStyles,
    noticeStyles,
    stateStyles,
    statusStyles,
    tableStyles,
    valueStyles,
    windowTableStyles,
  ];

  @property({attribute: false}) content: () => unknown = () => '';
  @property() theme: 'light' | 'dark' | null = null;
  @property({attribute: false}) direction: 'ltr' | 'rtl' = 'ltr';

  protected override render(): TemplateResult {
    return html`<div class="review" dir=${this.direction} data-theme=${this.theme ?? nothing}>
      <div class="inner">${this.content()}</div>
    </div>`;
  }
}

defineEveryElement();
define('kyc-board', Board);

/** Lays out a piece. */
export const lay = (
  content: () => unknown,
  {theme = 'light', direction = 'ltr'}: {theme?: 'light' | 'dark'; direction?: 'ltr' | 'rtl'} = {},
): Promise<Board> =>
  fixture<Board>(html`<kyc-board theme=${theme} .direction=${direction} .content=${content}></kyc-board>`);

/** Sets styles on the page for one test, in the one way that the policy allows. */
export async function withPageStyles(css: string, run: () => Promise<void>): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const before = [...document.adoptedStyleSheets];
  document.adoptedStyleSheets = [...before, sheet];
  try {
    await run();
  } finally {
    document.adoptedStyleSheets = before;
  }
}
