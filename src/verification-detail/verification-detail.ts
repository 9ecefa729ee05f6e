import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import {holds} from '../domain/permissions.js';
import {isFaceCovered, relationsTo} from '../domain/verification-actions.js';
import {verificationResource, type VerificationName} from '../domain/verification-resources.js';
import type {Verification} from '../domain/verification.js';
import {LazyParts} from '../session/lazy-parts.js';
import type {LoadState} from '../session/load-state.js';
import {ResourceController} from '../session/resource-controller.js';
import {ReviewElement, type Subject} from '../session/review-element.js';
import {textFrom} from '../session/review-host.js';
import {buttonStyles, linkStyles} from '../ui/controls.styles.js';
import {headStyles, jumpStyles} from '../ui/head.styles.js';
import {baseStyles, hostStyles} from '../ui/host.styles.js';
import {panelStyles, sectionStyles} from '../ui/panels.styles.js';
import {ChosenInSight} from '../ui/chosen-in-sight.js';
import {renderEmpty} from '../ui/empty.js';
import {renderLoadState} from '../ui/render-load-state.js';
import {renderLocked, renderScreenNotices, renderUnconnected} from '../ui/screen.js';
import {screenStyles} from '../ui/screen.styles.js';
import type {ShortcutsPanel} from '../ui/shortcuts-panel.js';
import {Shortcuts} from '../ui/shortcuts.js';
import {noticeStyles, stateStyles} from '../ui/states.styles.js';
import {tabId} from '../ui/tab-strip.js';
import {tokens} from '../ui/tokens.styles.js';
import {valueStyles} from '../ui/values.styles.js';
import {wayStyles} from '../ui/way.styles.js';
import {verificationWords} from '../words/verification-words.js';
import {addWords} from '../words/words.js';
import {detailSupply, type DetailPart} from './detail-supply.js';
import {NotesCount} from './notes-count.js';
import type {OpenTabEvent} from './open-tab-event.js';
import {OpenTabs} from './open-tabs.js';
import {renderHeader, renderVerificationSkeleton} from './render-header.js';
import {renderSplit} from './render-split.js';
import {shortcutRows} from './shortcut-rows.js';
import {StickyColumn} from './sticky-column.js';
import {tabs, type TabId, type VerificationPart} from './tabs.js';
import {styles} from './verification-detail.styles.js';

addWords(verificationWords);

/**
 * One verification with everything that a decision on it rests on, and the decision itself, kept fresh over a socket.
 *
 * @tag verification-detail
 * @fires {ReviewReadyEvent} review-ready - The first content is on screen.
 * @fires {ReviewErrorEvent} review-error - Something could not be loaded; `part` names the tab.
 * @fires {ReviewPermissionsChangedEvent} review-permissions-changed - The server refused something that the host had granted.
 * @fires {ReviewAuthRequiredEvent} review-auth-required - The host's token was refused twice, or ran out; set `auth` again.
 * @fires {ReviewConnectionEvent} review-connection - The live connection changed.
 * @fires {ReviewNavigateEvent} review-navigate - The reviewer followed a link: to the list, the matter, a finding; cancelable.
 * @fires {ReviewActionRequestEvent} review-action-request - The reviewer confirmed an action, before it is sent; cancelable.
 * @fires {ReviewActionDoneEvent} review-action-done - The server has done it; `status` is the one after it.
 * @fires {ReviewActionFailedEvent} review-action-failed - The server refused it, or it never left.
 * @fires {ReviewActionUnknownEvent} review-action-unknown - It was sent and nobody knows the outcome yet; `done` or `failed` follows.
 *
 * @csspart header - Whom it is about, its short id and origin, and the state of the live connection.
 * @csspart breadcrumb - The way back to the list.
 * @csspart connection - How fresh the verification is: live, or when it was last updated.
 * @csspart notices - What concerns the whole verification: offline, changes that wait.
 * @csspart tabs - The list of tabs.
 * @csspart panel - The panel of each tab.
 * @csspart decision - The column of score, status, subject and actions.
 * @csspart section - Each group of findings in the KYC tab: its heading and what it holds.
 * @csspart table - The frame of each table.
 * @csspart empty - What is said where there is nothing to show.
 * @csspart skeleton - The shape of what is still to come.
 * @csspart failed - What is said, with a button to try again, where something could not be loaded.
 * @csspart unreadable - How many rows of a list could not be read.
 */
export class VerificationDetail extends ReviewElement {
  static override styles = [
    tokens,
    hostStyles,
    baseStyles,
    headStyles,
    jumpStyles,
    buttonStyles,
    linkStyles,
    wayStyles,
    panelStyles,
    sectionStyles,
    valueStyles,
    noticeStyles,
    stateStyles,
    screenStyles,
    styles,
  ];

  /** Which kind of verification: `idv`, `kyc` or `custom`, as it stands in its address. */
  @property({attribute: 'verification-type'}) verificationType: string | undefined;

  /** Which verification to show: its id. */
  @property({attribute: 'verification-id'}) verificationId: string | undefined;

  /**
   * Covers everything that speaks of the face match (its score and verdict, mismatches of the face, the total) while the
   * verification waits for review, for viewers who may decide, until their own comparison is stored.
   */
  @property({attribute: 'blind-face-match', type: Boolean}) blindFaceMatch = false;

  @query('kyc-shortcuts-panel') private readonly shortcutsPanel!: ShortcutsPanel | null;

  private readonly verification = new ResourceController<Verification>(
    this,
    () => this.named && verificationResource('verification', this.named),
    () => this.words.of('detail.label'),
  );
  private readonly notes = new NotesCount(this, () =>
    this.verification.state.status === 'ready' ? this.named : undefined,
  );
  private readonly parts = new LazyParts<DetailPart>(this, detailSupply, ['column', 'documents']);
  private readonly keys = new Shortcuts(
    this,
    () => shortcutRows(this.hands, this.words),
    () => this.inputs.shortcuts !== 'off',
  );
  private readonly open = new OpenTabs();
  /** The reviewer wants to write a note, and its field is not there yet. */
  private wantsNote = false;

  constructor() {
    super();
    this.addController(new StickyColumn(this, '.aside'));
    this.addController(new ChosenInSight(this, '.tab[aria-selected=true]', '.tabs'));
  }

  protected override get subject(): Subject | undefined {
    const name = this.mayAsk ? this.named : undefined;
    return name && {path: verificationResource('verification', name).path, id: name.id};
  }

  protected override willUpdate(changed: PropertyValues): void {
    const {type, id} = this.named ?? {};
    if (this.open.startOver(`${type}/${id}`)) this.wantsNote = false;
    super.willUpdate(changed);
  }

  protected override renderContent(): TemplateResult {
    const {words, misconfigured} = this;
    if (misconfigured) return this.renderFrame(this.renderState({status: 'failed', problem: misconfigured}));
    if (this.isLocked) return this.renderFrame(html`${renderLocked(words)}${renderVerificationSkeleton()}`);
    if (this.named && this.isSetUp && !this.mayAsk) return this.renderFrame(this.renderNoAccess());
    if (!this.session) return renderUnconnected(words);
    return this.renderFrame(
      html`${this.renderState(this.verification.state)}
        <kyc-shortcuts-panel .rows=${this.keys.offered} .words=${words}></kyc-shortcuts-panel>`,
    );
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.session && this.verification.state.status === 'ready') this.contentIsShown();
    if (this.wantsNote) void this.focusNote();
  }

  /** The verification that is wanted; absent while the host has not said. */
  private get named(): VerificationName | undefined {
    const [type, id] = [textFrom(this.verificationType), textFrom(this.verificationId)];
    return type && id ? {type, id} : undefined;
  }

  private get isSetUp(): boolean {
    const {apiBaseUrl, auth} = this.inputs;
    return Boolean(apiBaseUrl && auth);
  }

  /** Whether the viewer may see some verification. Whether it is this one is known when it is here. */
  private get mayAsk(): boolean {
    const {permissions = []} = this.inputs;
    return holds({permissions}, 'view_verification', {assigned: true, own: true});
  }

  private get shown(): Verification | undefined {
    const {state} = this.verification;
    return this.session && state.status === 'ready' && this.maySee(state.value) ? state.value : undefined;
  }

  private maySee(verification: Verification): boolean {
    const {viewerNow} = this;
    return holds(viewerNow, 'view_verification', relationsTo(verification, viewerNow));
  }

  private renderFrame(content: TemplateResult): TemplateResult {
    return html`<div class="inner" @kyc-open-tab=${this.onOpenTab}>${content}</div>`;
  }

  private renderNoAccess(): TemplateResult {
    const {words} = this;
    return renderEmpty('locked', words.of('detail.no-access'), words.of('failed.forbidden-why'));
  }

  private renderState(state: LoadState<Verification>): TemplateResult {
    const {words} = this;
    const isGone = state.status === 'failed' && state.problem.kind === 'not-found';
    return html`${renderLoadState(state, {
      words,
      name: words.of('detail.label'),
      skeleton: renderVerificationSkeleton(),
      ready: (value) =>
        this.maySee(value)
          ? this.renderVerification(value, state.status === 'ready' ? state.at : 0)
          : this.renderNoAccess(),
      retry: () => this.verification.refresh(),
    })}${isGone ? this.written.map((note) => html`<kyc-kept-note .note=${note}></kyc-kept-note>`) : nothing}`;
  }

  /** What the reviewer wrote here and has not sent; it outlives what it was written for. */
  private get written(): readonly string[] {
    const {subject} = this;
    const drafts = (subject && this.scope?.drafts.under(subject.path)) ?? [];
    return drafts.map(({note, text}) => note || text || '').filter((each) => each.trim() !== '');
  }

  private renderVerification(verification: Verification, at: number): TemplateResult {
    const {words, connection, waiting} = this;
    const covered = isFaceCovered(verification, this.viewerNow, this.blindFaceMatch);
    return html`
      ${renderHeader({verification, at, connection, listHref: this.inputs.listHref}, words)}
      <div class="stack notices" part="notices" aria-live="polite">
        ${renderScreenNotices(connection, waiting, words)}
      </div>
      ${renderSplit({
        news: {verification, covered, notes: this.notes.value},
        open: this.open,
        parts: this.parts,
        choose: (id) => this.choose(id),
        keyed: this.keys.areOn,
        words,
      })}
    `;
  }

  /** What the reviewer can do by a key now. */
  private get hands() {
    return {
      verification: this.shown,
      viewer: this.viewerNow,
      canStep: this.partOf(this.open.chosen)?.step !== undefined,
      tab: (at: number) => this.toTab(at),
      step: (by: 1 | -1) => this.partOf(this.open.chosen)?.step?.(by),
      note: () => this.toNote(),
      begin: (action: 'approve' | 'reject') => this.card?.begin?.(action),
      panel: () => this.showShortcuts(),
    };
  }

  private partOf(id: TabId): VerificationPart | undefined {
    const {tag} = tabs.find((tab) => tab.id === id) ?? {};
    return tag ? (this.renderRoot.querySelector<VerificationPart>(tag) ?? undefined) : undefined;
  }

  private get card(): VerificationPart | null {
    return this.renderRoot.querySelector<VerificationPart>('kyc-actions-card');
  }

  private choose(id: TabId): void {
    this.wantsNote = false;
    this.open.choose(id);
    this.requestUpdate();
  }

  private toTab(at: number): void {
    const tab = tabs[at];
    if (!tab) return;
    this.choose(tab.id);
    this.renderRoot.querySelector<HTMLElement>(`#${tabId(tab.id)}`)?.focus();
  }

  private toNote(): void {
    this.choose('notes');
    this.wantsNote = true;
  }

  /** The tab of the notes may still be on its way; it is looked for again whenever something was drawn. */
  private async focusNote(): Promise<void> {
    const part = this.partOf('notes');
    if (!part?.focusNote) return;
    this.wantsNote = false;
    await part.updateComplete;
    part.focusNote();
  }

  private onOpenTab(event: OpenTabEvent): void {
    event.stopPropagation();
    this.toTab(tabs.findIndex(({id}) => id === event.tab));
  }

  private showShortcuts(): void {
    // It comes with the column.
    if (customElements.get('kyc-shortcuts-panel')) this.shortcutsPanel?.show(this.keys);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'verification-detail': VerificationDetail;
  }
}
