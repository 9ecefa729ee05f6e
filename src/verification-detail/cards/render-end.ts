import {html, nothing, type TemplateResult} from 'lit';
import type {ActionState} from '../../api/decision.js';
import {currentStateOf, isAlreadyRecorded} from '../../domain/decided.js';
import type {Verification} from '../../domain/verification.js';
import {icon} from '../../ui/icons.js';
import {renderNotice, type Notice} from '../../ui/notice.js';
import type {Words} from '../../words/words.js';
import type {DownloadState} from '../download.js';
import type {AskedAction} from './question-of.js';
import {actWord, noticeOf} from './render-outcome.js';

/** Why a question was closed before it was answered. */
export interface Ending {
  readonly action: AskedAction;
  readonly because: 'permission' | 'status';
  /** As it stood when it was closed. */
  readonly record: Verification;
}

interface End {
  readonly state: ActionState<Verification>;
  readonly download: DownloadState;
  readonly ending: Ending | undefined;
  /** What was written and not recorded. */
  readonly note: string;
  readonly copied: boolean;
  readonly viewerId: string | undefined;
  readonly words: Words;
  readonly checkAgain: () => void;
  readonly copy: (note: string) => void;
  readonly reload: () => void;
}

function closedNotice({action, because, record}: Ending, {words, viewerId, checkAgain}: End): Notice {
  if (because === 'permission') {
    return {
      tone: 'caution',
      icon: 'locked',
      what: words.of('outcome.denied'),
      why: words.of('outcome.closed-permission'),
    };
  }
  const current = currentStateOf(record);
  const isDecided = record.decision && (record.status === 'approved' || record.status === 'rejected');
  if (isDecided || isAlreadyRecorded(action, current, viewerId)) {
    const told = noticeOf(
      {status: 'conflict', action, code: 'invalid_transition', current},
      {words, viewerId, checkAgain},
    );
    if (told) return told;
  }
  return {
    tone: 'caution',
    icon: 'attention',
    what: words.of('outcome.moved'),
    why: words.of('outcome.closed-status', {act: actWord(action, words)}),
  };
}

function downloadNotice(state: DownloadState, words: Words): Notice | undefined {
  switch (state.status) {
    case 'idle':
      return undefined;
    case 'preparing':
      return {
        tone: 'info',
        icon: 'running',
        what: words.of('download.preparing'),
        why: words.of('download.preparing-why'),
      };
    case 'saved':
      return {tone: 'positive', icon: 'approved', what: words.of('download.done')};
    case 'late':
      return {
        tone: 'info',
        icon: 'waiting',
        what: words.of('download.late'),
        why: words.of('download.late-why'),
      };
    case 'not-pdf':
      return {
        tone: 'negative',
        icon: 'attention',
        what: words.of('download.not-pdf'),
        why: words.of('download.not-pdf-why'),
      };
    case 'failed':
      return state.problem.kind === 'forbidden'
        ? {
            tone: 'negative',
            icon: 'locked',
            what: words.of('download.denied'),
            why: words.of('download.denied-why'),
          }
        : {tone: 'caution', icon: 'attention', what: words.of('download.failed')};
  }
}

function renderKept({note, copied, words, copy}: End): TemplateResult {
  return html`<div class="field-wide">
    <label class="small" for="kept">${words.of('outcome.your-note')}</label>
    <textarea id="kept" rows="3" readonly dir="auto" translate="no" data-private .value=${note}></textarea>
    <div class="row">
      <button type="button" class="button small" @click=${() => copy(note)}>
        ${icon('copy')}<span>${words.of('outcome.copy-note')}</span>
      </button>
      <span class="key">${copied ? words.of('outcome.note-copied') : ''}</span>
    </div>
  </div>`;
}

/** How what was asked or begun has ended, with what was written for it; nothing where nothing was. */
export function renderEnd(end: End): TemplateResult | typeof nothing {
  const {state, download, ending, note, words, viewerId, checkAgain, reload} = end;
  const told = ending ? closedNotice(ending, end) : noticeOf(state, {words, viewerId, checkAgain});
  const fetched = downloadNotice(download, words);
  if (!told && !fetched) return nothing;
  const isOver = ending !== undefined || state.status === 'conflict' || state.status === 'denied';
  return html`${told ? renderNotice(told) : nothing}${note !== '' && told ? renderKept(end) : nothing}${
    isOver
      ? html`<div class="row">
          <button type="button" class="button small" @click=${reload}>
            ${icon('refresh')}<span>${words.of('outcome.reload')}</span>
          </button>
        </div>`
      : nothing
  }${fetched ? renderNotice(fetched) : nothing}`;
}
