import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import type {Customer} from '../domain/customer.js';
import {resource} from '../domain/resources.js';
import {sectionRules, type SectionId} from '../domain/sections.js';
import {ResourceController} from '../session/resource-controller.js';
import {LazyParts} from '../session/lazy-parts.js';
import {ReviewElement, type Subject} from '../session/review-element.js';
import {spaceSeparated, textFrom} from '../session/review-host.js';
import {ChosenInSight} from '../ui/chosen-in-sight.js';
import {buttonStyles} from '../ui/controls.styles.js';
import {headStyles, jumpStyles} from '../ui/head.styles.js';
import {baseStyles, hostStyles} from '../ui/host.styles.js';
import {factStyles, panelStyles, sectionStyles} from '../ui/panels.styles.js';
import {inPlaces} from '../ui/places.js';
import {renderLoadState} from '../ui/render-load-state.js';
import {renderLocked, renderScreenNotices, renderUnconnected} from '../ui/screen.js';
import {screenStyles} from '../ui/screen.styles.js';
import {renderSection} from '../ui/section.js';
import {Shortcuts, type Shortcut} from '../ui/shortcuts.js';
import type {ShortcutsPanel} from '../ui/shortcuts-panel.js';
import {noticeStyles, stateStyles} from '../ui/states.styles.js';
import {statusStyles} from '../ui/status.styles.js';
import {tokens} from '../ui/tokens.styles.js';
import {valueStyles} from '../ui/values.styles.js';
import {styles} from './customer-profile.styles.js';
import {renderHeader, renderProfileSkeleton} from './render-header.js';
import {SectionSpy} from './section-spy.js';
import {sectionSupply} from './section-supply.js';
import {visibleSections, type ProfileSection} from './sections.js';

/**
 * Everything known about one customer, in the sections that the viewer may see, kept fresh over a socket.
 *
 * @tag customer-profile
 * @fires {ReviewReadyEvent} review-ready - The first content is on screen.
 * @fires {ReviewErrorEvent} review-error - Something could not be loaded; `part` names the section.
 * @fires {ReviewPermissionsChangedEvent} review-permissions-changed - The server refused something that the host had granted.
 * @fires {ReviewAuthRequiredEvent} review-auth-required - The host's token was refused twice, or ran out; set `auth` again.
 * @fires {ReviewConnectionEvent} review-connection - The live connection changed.
 * @fires {ReviewNavigateEvent} review-navigate - The reviewer followed a link; cancelable.
 *
 * @csspart header - Name, status, risk and the state of the live connection.
 * @csspart connection - How fresh the profile is: live, or when it was last updated.
 * @csspart jump - The bar that leads to the sections.
 * @csspart notices - What concerns the whole profile: signed out, offline, changes that wait.
 * @csspart section - Each section: its heading and what it holds.
 * @csspart table - The frame of each table.
 * @csspart summary - The text that a machine wrote about the customer.
 * @csspart empty - What is said where there is nothing to show.
 * @csspart skeleton - The shape of what is still to come, of the profile and of each section.
 * @csspart failed - What is said, with a button to try again, where something could not be loaded.
 * @csspart unreadable - How many rows of a list could not be read.
 */
export class CustomerProfile extends ReviewElement {
  static override styles = [
    tokens,
    hostStyles,
    baseStyles,
    headStyles,
    jumpStyles,
    buttonStyles,
    factStyles,
    panelStyles,
    sectionStyles,
    statusStyles,
    valueStyles,
    noticeStyles,
    stateStyles,
    screenStyles,
    styles,
  ];

  /** Whose profile to show: the customer's id. */
  @property({attribute: 'customer-id'}) customerId: string | undefined;

  /**
   * Narrows what is shown to these section ids, separated by spaces as an attribute: `info`, `steps`, `documents`, `aml`,
   * `video-calls`, `transactions`, `travel-rule`, `questionnaires`. Never widens; `info` is always shown. Default: all
   * that the viewer may see.
   */
  @property({converter: spaceSeparated}) sections: readonly string[] | undefined;

  @query('kyc-shortcuts-panel') private readonly panel!: ShortcutsPanel | null;

  private readonly customer = new ResourceController<Customer>(
    this,
    () => this.wantedCustomer,
    () => this.words.of('section.info'),
  );
  private readonly parts = new LazyParts<SectionId>(this, sectionSupply, ['info']);
  private readonly spy = new SectionSpy(this);
  private readonly keys = new Shortcuts(
    this,
    () => this.shortcutRows,
    () => this.inputs.shortcuts !== 'off',
  );
  private shown: readonly ProfileSection[] = [];

  constructor() {
    super();
    this.addController(new ChosenInSight(this, '.jump [aria-current]', 'ul'));
  }

  protected override get subject(): Subject | undefined {
    const id = textFrom(this.customerId);
    return id ? {path: resource('customer', id).path, id} : undefined;
  }

  protected override renderContent(): TemplateResult {
    const {words, misconfigured, customer} = this;
    this.shown = [];
    if (misconfigured) return this.renderFrame(this.renderState({status: 'failed', problem: misconfigured}));
    if (this.isLocked) return this.renderFrame(html`${renderLocked(words)}${renderProfileSkeleton()}`);
    if (!this.session) return renderUnconnected(words);
    const {state} = customer;
    if (state.status === 'ready') this.shown = visibleSections(state.value, this.viewerNow, this.sections);
    return this.renderFrame(
      html`${this.renderState(state)}
        <kyc-shortcuts-panel .rows=${this.keys.offered} .words=${words}></kyc-shortcuts-panel>`,
    );
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.session && this.customer.state.status === 'ready') this.contentIsShown();
  }

  private get wantedCustomer() {
    try {
      const id = textFrom(this.customerId);
      return id ? resource('customer', id) : undefined;
    } catch {
      // An id that cannot stand in a path is reported once, as a fault of the host's configuration.
      return undefined;
    }
  }

  private renderFrame(content: TemplateResult): TemplateResult {
    return html`<div class="inner">${content}</div>`;
  }

  private renderState(state: typeof this.customer.state): TemplateResult {
    const {words} = this;
    return renderLoadState(state, {
      words,
      name: words.of('profile.label'),
      skeleton: renderProfileSkeleton(),
      ready: (value) => this.renderProfile(value, state.status === 'ready' ? state.at : 0),
      retry: () => this.customer.refresh(),
    });
  }

  private renderProfile(customer: Customer, at: number): TemplateResult {
    return html`
      ${renderHeader(customer, at, this.connection, this.words)}
      <div class="stack notices" part="notices" aria-live="polite">
        ${renderScreenNotices(this.connection, this.waiting, this.words)}
      </div>
      ${this.shown.length > 1 ? this.renderJump() : nothing}
      ${inPlaces(
        sectionRules,
        this.shown,
        (section) =>
          html`<div class="section-of" id=${section.id} data-section tabindex="-1">
            ${this.renderSection(section, customer)}
          </div>`,
      )}
    `;
  }

  private renderSection(section: ProfileSection, customer: Customer): TemplateResult {
    const state = this.parts.state(section);
    if (state.status === 'ready') return section.render(customer);
    const {id, title, skeleton} = section;
    const name = this.words.of(title);
    return renderSection(
      {id, title: name, first: id === 'info'},
      renderLoadState(state, {
        words: this.words,
        name,
        skeleton: skeleton(),
        ready: () => undefined,
        retry: () => this.parts.load(id),
      }),
    );
  }

  private renderJump(): TemplateResult {
    const {words, shown, spy} = this;
    // What was read may have been taken from the viewer.
    const current = shown.find(({id}) => id === spy.current) ?? shown[0];
    return html`<nav class="jump" part="jump" aria-label=${words.of('jump.label')}>
      <ul>
        ${shown.map(
          (each) =>
            html`<li>
              <button
                type="button"
                aria-current=${each === current ? 'true' : nothing}
                @click=${() => this.jumpTo(each.id)}
              >
                ${words.of(each.short ?? each.title)}
              </button>
            </li>`,
        )}
      </ul>
    </nav>`;
  }

  private get shortcutRows(): readonly Shortcut[] {
    const {words, shown} = this;
    const digits = shown.map((_, at) => String(at + 1));
    return [
      ...(digits.length > 0
        ? [{keys: digits, says: words.of('shortcut.section'), run: (key: string) => this.jumpToNumber(key)}]
        : []),
      {keys: ['?'], says: words.of('shortcut.panel'), run: () => this.showShortcuts()},
    ];
  }

  private jumpToNumber(key: string): void {
    const section = this.shown[Number(key) - 1];
    if (section) this.jumpTo(section.id);
  }

  private showShortcuts(): void {
    // It comes with the first section.
    if (customElements.get('kyc-shortcuts-panel')) this.panel?.show(this.keys);
  }

  private jumpTo(id: string): void {
    const section = this.renderRoot.querySelector<HTMLElement>(`#${id}`);
    section?.scrollIntoView({block: 'start'});
    section?.focus({preventScroll: true});
    this.spy.choose(id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-profile': CustomerProfile;
  }
}
