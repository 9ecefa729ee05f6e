import {html, type TemplateResult} from 'lit';
import type {Verification} from '../domain/verification.js';

/** The cards of the column beside the tabs, in their order. */
export const cardIds = ['score', 'status', 'proximity', 'subject', 'matter', 'actions'] as const;
export type CardId = (typeof cardIds)[number];

export interface VerificationCard {
  readonly id: CardId;
  readonly tag: `kyc-${string}`;
  readonly isShown: (verification: Verification) => boolean;
  /** @param keyed Whether single keys press its buttons now. */
  readonly render: (verification: Verification, covered: boolean, keyed: boolean) => TemplateResult;
}

const always = (): boolean => true;

const rows: Readonly<Record<CardId, Omit<VerificationCard, 'id'>>> = {
  score: {
    tag: 'kyc-score-card',
    isShown: always,
    render: (verification, covered) =>
      html`<kyc-score-card
        class="wide-card"
        .verification=${verification}
        .covered=${covered}
      ></kyc-score-card>`,
  },
  status: {
    tag: 'kyc-status-card',
    isShown: always,
    render: (verification, covered) =>
      html`<kyc-status-card .verification=${verification} .covered=${covered}></kyc-status-card>`,
  },
  proximity: {
    tag: 'kyc-proximity-card',
    isShown: ({score_breakdown: breakdown}) => Boolean(breakdown?.geolocation),
    render: (verification, covered) =>
      html`<kyc-proximity-card .verification=${verification} .covered=${covered}></kyc-proximity-card>`,
  },
  subject: {
    tag: 'kyc-subject-card',
    isShown: always,
    render: (verification, covered) =>
      html`<kyc-subject-card .verification=${verification} .covered=${covered}></kyc-subject-card>`,
  },
  matter: {
    tag: 'kyc-matter-card',
    isShown: ({matter}) => Boolean(matter),
    render: (verification, covered) =>
      html`<kyc-matter-card .verification=${verification} .covered=${covered}></kyc-matter-card>`,
  },
  actions: {
    tag: 'kyc-actions-card',
    isShown: always,
    render: (verification, covered, keyed) =>
      html`<kyc-actions-card
        class="wide-card"
        .verification=${verification}
        .covered=${covered}
        .keyed=${keyed}
      ></kyc-actions-card>`,
  },
};

/** The cards that there are, in their order. */
export const allCards: readonly VerificationCard[] = cardIds.map((id) => ({id, ...rows[id]}));

/** The cards that this verification has. */
export const cardsOf = (verification: Verification): readonly VerificationCard[] =>
  allCards.filter(({isShown}) => isShown(verification));
