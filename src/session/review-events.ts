import type {ReviewAction} from '../api/decision.js';
import type {FeedState} from '../api/live-feed.js';
import type {ProblemKind} from '../domain/problem.js';

/**
 * The public events, one small set for all tags. They bubble and are composed; they carry ids, enumerations and codes,
 * never personal data.
 */
abstract class ReviewEvent extends Event {
  constructor(type: string, cancelable = false) {
    super(type, {bubbles: true, composed: true, cancelable});
  }
}

/** The first content is on screen. A failed load raises nothing; the first success does. */
export class ReviewReadyEvent extends ReviewEvent {
  static readonly type = 'review-ready';

  constructor() {
    super(ReviewReadyEvent.type);
  }
}

/** Something could not be loaded or done. */
export class ReviewErrorEvent extends ReviewEvent {
  static readonly type = 'review-error';

  /** What went wrong. */
  readonly kind: ProblemKind;
  /** The HTTP status, when there was an answer. */
  readonly status: number | undefined;
  /** The API's code for it, such as `forbidden`. */
  readonly code: string | undefined;
  /** The id of the request, for the tenant's support. */
  readonly requestId: string | undefined;
  /** The section or tab that it concerns. */
  readonly part: string | undefined;

  constructor(
    problem: {
      readonly kind: ProblemKind;
      readonly status?: number | undefined;
      readonly code?: string | undefined;
      readonly requestId?: string | undefined;
    },
    part?: string,
  ) {
    super(ReviewErrorEvent.type);
    this.kind = problem.kind;
    this.status = problem.status;
    this.code = problem.code;
    this.requestId = problem.requestId;
    this.part = part;
  }
}

/** The server refused something that the host had granted, or said so on the socket: set `permissions` anew. */
export class ReviewPermissionsChangedEvent extends ReviewEvent {
  static readonly type = 'review-permissions-changed';

  constructor() {
    super(ReviewPermissionsChangedEvent.type);
  }
}

/** The host's token was refused twice, or ran out: set `auth` again to go on. */
export class ReviewAuthRequiredEvent extends ReviewEvent {
  static readonly type = 'review-auth-required';

  constructor() {
    super(ReviewAuthRequiredEvent.type);
  }
}

/** The live connection changed. */
export class ReviewConnectionEvent extends ReviewEvent {
  static readonly type = 'review-connection';

  /** `connecting`, `live`, `waiting`, `degraded` (polling) or `off`. */
  readonly state: FeedState;

  constructor(state: FeedState) {
    super(ReviewConnectionEvent.type);
    this.state = state;
  }
}

/** Where a link leads. */
export type ReviewDestination =
  'verification-list' | 'matter' | 'document' | 'aml-history' | 'recording' | 'finding' | 'verification';

/** The reviewer followed a link. Cancelable; not cancelled, `href` is followed when there is one. */
export class ReviewNavigateEvent extends ReviewEvent {
  static readonly type = 'review-navigate';

  readonly to: ReviewDestination;
  /** The id of what it leads to; the customer's for `aml-history`. */
  readonly id: string | undefined;
  /** The address, when there is one. */
  readonly href: string | undefined;

  constructor(to: ReviewDestination, id?: string, href?: string) {
    super(ReviewNavigateEvent.type, true);
    this.to = to;
    this.id = id;
    this.href = href;
  }
}

/**
 * The reviewer has confirmed something; nothing has been sent yet. Once per intent, never for a repetition. Prevented, nothing is
 * sent: the dialog closes, the note is kept, and nothing further is raised.
 */
export class ReviewActionRequestEvent extends ReviewEvent {
  static readonly type = 'review-action-request';

  readonly action: ReviewAction;
  /** The id of what it is done to. */
  readonly id: string;

  constructor(action: ReviewAction, id: string) {
    super(ReviewActionRequestEvent.type, true);
    this.action = action;
    this.id = id;
  }
}

/** The server has recorded it. */
export class ReviewActionDoneEvent extends ReviewEvent {
  static readonly type = 'review-action-done';

  readonly action: ReviewAction;
  /** The id of what it was done to. */
  readonly id: string;
  /** The status after it, of what has one. */
  readonly status: string | undefined;

  constructor(action: ReviewAction, id: string, status?: string) {
    super(ReviewActionDoneEvent.type);
    this.action = action;
    this.id = id;
    this.status = status;
  }
}

/** It was not done. */
export class ReviewActionFailedEvent extends ReviewEvent {
  static readonly type = 'review-action-failed';

  readonly action: ReviewAction;
  /** The id of what it was to be done to. */
  readonly id: string;
  /** Why not. */
  readonly kind: ProblemKind;

  constructor(action: ReviewAction, id: string, kind: ProblemKind) {
    super(ReviewActionFailedEvent.type);
    this.action = action;
    this.id = id;
    this.kind = kind;
  }
}

/** It was sent, and sent again, without an answer. `review-action-done` or `-failed` follows once the truth is known. */
export class ReviewActionUnknownEvent extends ReviewEvent {
  static readonly type = 'review-action-unknown';

  readonly action: ReviewAction;
  /** The id of what it may have been done to. */
  readonly id: string;

  constructor(action: ReviewAction, id: string) {
    super(ReviewActionUnknownEvent.type);
    this.action = action;
    this.id = id;
  }
}

declare global {
  interface HTMLElementEventMap {
    'review-ready': ReviewReadyEvent;
    'review-error': ReviewErrorEvent;
    'review-permissions-changed': ReviewPermissionsChangedEvent;
    'review-auth-required': ReviewAuthRequiredEvent;
    'review-connection': ReviewConnectionEvent;
    'review-navigate': ReviewNavigateEvent;
    'review-action-request': ReviewActionRequestEvent;
    'review-action-done': ReviewActionDoneEvent;
    'review-action-failed': ReviewActionFailedEvent;
    'review-action-unknown': ReviewActionUnknownEvent;
  }
}
