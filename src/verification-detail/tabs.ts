import {html, type TemplateResult} from 'lit';
import {unreadableIn} from '../domain/unreadable.js';
import {screeningState, unjudged} from '../domain/screening-state.js';
import type {Verification} from '../domain/verification.js';
import type {ReviewPart} from '../session/review-part.js';
import {formatsFor} from '../ui/format.js';
import type {TabMark} from '../ui/tab-strip.js';
import {verificationWords} from '../words/verification-words.js';
import {addWords, type WordKey, type Words} from '../words/words.js';

addWords(verificationWords);

/** The tabs of a verification, in their order. */
export const tabIds = ['documents', 'biometric', 'kyc', 'audit', 'notes'] as const;
export type TabId = (typeof tabIds)[number];

/** What every tab and card is given, and what the shell may call on it. */
export interface VerificationPart extends ReviewPart {
  verification: Verification | undefined;
  /** Blind mode: face score, verdict, face mismatches and totals are not to be seen. */
  covered: boolean;
  /** Moves to the next (1) or the previous (-1) piece of evidence, and focuses it. */
  step?(by: 1 | -1): void;
  /** Focuses the field for a new note; only the notes have one. */
  focusNote?(): void;
  /** As if the button for this were pressed, if there is one; only the actions have them. */
  begin?(action: 'approve' | 'reject'): void;
}

/** What the marks behind the titles speak of. */
export interface TabNews {
  readonly verification: Verification;
  readonly covered: boolean;
  /** How many notes there are; absent while nobody knows. */
  readonly notes: number | undefined;
}

export interface VerificationTab {
  readonly id: TabId;
  readonly title: WordKey;
  readonly tag: `kyc-${string}`;
  readonly mark: (what: TabNews, words: Words) => TabMark | undefined;
  readonly render: (verification: Verification, covered: boolean) => TemplateResult;
}

/** What a host may style inside the tabs. */
const parts = 'section, table, empty, failed, skeleton, unreadable';

const numberOf = (n: number, words: Words): string => formatsFor(words.locale).number(n);

/** How many values of the documents differ from what was declared, a face that is covered left out. */
const differing = ({documents}: Verification, covered: boolean): number =>
  documents.flatMap(({mismatches}) => mismatches).filter(({kind}) => !covered || kind !== 'face').length;

const rows: Readonly<Record<TabId, Omit<VerificationTab, 'id'>>> = {
  documents: {
    title: 'tab.documents',
    tag: 'kyc-documents-tab',
    mark({verification, covered}, words) {
      const n = differing(verification, covered);
      return n === 0
        ? undefined
        : {
            icon: 'differs',
            tone: 'caution',
            text: numberOf(n, words),
            says: words.of('documents.differ', {n}),
          };
    },
    render: (verification, covered) =>
      html`<kyc-documents-tab
        exportparts=${parts}
        .verification=${verification}
        .covered=${covered}
      ></kyc-documents-tab>`,
  },
  biometric: {
    title: 'tab.biometric',
    tag: 'kyc-biometric-tab',
    mark: ({covered}, words) => (covered ? {icon: 'covered', says: words.of('tab.covered')} : undefined),
    render: (verification, covered) =>
      html`<kyc-biometric-tab
        exportparts=${parts}
        .verification=${verification}
        .covered=${covered}
      ></kyc-biometric-tab>`,
  },
  kyc: {
    title: 'tab.kyc',
    tag: 'kyc-screening-tab',
    mark: ({verification}, words) => screeningMark(verification.screening, words),
    render: (verification, covered) =>
      html`<kyc-screening-tab
        exportparts=${parts}
        .verification=${verification}
        .covered=${covered}
      ></kyc-screening-tab>`,
  },
  audit: {
    title: 'tab.audit',
    tag: 'kyc-audit-tab',
    mark: () => undefined,
    render: (verification, covered) =>
      html`<kyc-audit-tab
        exportparts=${parts}
        .verification=${verification}
        .covered=${covered}
      ></kyc-audit-tab>`,
  },
  notes: {
    title: 'tab.notes',
    tag: 'kyc-notes-tab',
    mark: ({notes: n = 0}, words) =>
      n === 0 ? undefined : {text: numberOf(n, words), says: words.of('tab.notes-count', {n})},
    render: (verification, covered) =>
      html`<kyc-notes-tab
        exportparts=${parts}
        .verification=${verification}
        .covered=${covered}
      ></kyc-notes-tab>`,
  },
};

/** A screening that failed is marked before anything else: it is not a clear one. */
function screeningMark(screening: Verification['screening'], words: Words): TabMark | undefined {
  if (screeningState(screening) === 'failed') {
    return {icon: 'attention', tone: 'negative', says: words.of('screening.failed')};
  }
  const n = screening ? unjudged(screening.findings).length + unreadableIn(screening.findings) : 0;
  return n === 0
    ? undefined
    : {
        icon: 'attention',
        tone: 'caution',
        text: numberOf(n, words),
        says: words.of('screening.findings', {n}),
      };
}

export const tabs: readonly VerificationTab[] = tabIds.map((id) => ({id, ...rows[id]}));
