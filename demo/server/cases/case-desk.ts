import {entityTag, readEntityTag} from '../../../src/domain/intent.js';
import {
  mayReadVerification,
  type VerificationResourceName,
} from '../../../src/domain/verification-resources.js';
import {refusal, relationsTo, resendWait} from '../../../src/domain/verification-actions.js';
import {isRecordId} from '../../../src/domain/resources.js';
import type {Verification} from '../../../src/domain/verification.js';
import type {Asked, Kit} from '../app-kit.js';
import {Problem} from '../problem.js';
import type {CaseEditor, CaseName, Desk} from '../records/case-records.js';
import type {User} from '../records/records.js';
import {currentState, type CaseChange} from './case-changes.js';
import {seenBy, type CaseContext} from './case-view.js';
import {retryAfter, type Answer} from './intents.js';

/** A verification that somebody asked for and may read, as they get to see it. */
export interface OpenCase {
  readonly user: User;
  readonly name: CaseName;
  readonly seen: Verification;
  readonly revision: number;
  readonly context: CaseContext;
}

/** What every route of a verification begins with. */
export class CaseDesk {
  private readonly kit: Kit;

  constructor(kit: Kit) {
    this.kit = kit;
  }

  /** The verification in the path, read before anything below it so that its revision is no later. */
  async read(
    context: Asked,
    user: User,
    resource: VerificationResourceName = 'verification',
    name: CaseName = {type: context.req.param('type') ?? '', id: context.req.param('id') ?? ''},
  ): Promise<OpenCase> {
    const {records, clock, limits} = this.kit;
    const isNamed = isRecordId(name.type) && isRecordId(name.id);
    const stored = isNamed ? await records.cases.one(user.tenant, name) : undefined;
    if (!stored) throw new Problem('not_found');
    const {verification, revision} = stored;
    if (!mayReadVerification(resource, user, relationsTo(verification, user))) throw new Problem('forbidden');
    const judgement = await records.cases.faceJudgement(user.tenant, name, user.id);
    const pdf = await records.cases.lastPdf(user.tenant, name);
    const about: CaseContext = {
      judgement,
      isPdfReady: pdf?.state === 'ready',
      now: clock.now(),
      resendCooldownMs: limits.resendCooldownMs,
    };
    context.header('X-Review-Revision', String(revision));
    return {user, name, seen: seenBy(user, verification, about), revision, context: about};
  }

  /** Takes the verification up within a transaction. What was true a moment ago is asked again. */
  async take(
    desk: Desk,
    {user, name}: Pick<OpenCase, 'user' | 'name'>,
    isAllowed: (verification: Verification) => boolean,
  ): Promise<CaseEditor> {
    const editor = await desk.open(user.tenant, name);
    if (!editor) throw new Problem('not_found');
    if (!isAllowed(editor.verification)) throw new Problem('forbidden');
    return editor;
  }

  /** Ends the request where the action does not fit the version or the status. */
  async permit(asked: Asked, opened: OpenCase, editor: CaseEditor, change: CaseChange): Promise<void> {
    const wanted = readEntityTag(asked.req.header('If-Match'));
    if (wanted === undefined) throw new Problem('version_required');
    const {now} = opened.context;
    const seen = seenBy(opened.user, editor.verification, opened.context);
    const because = refusal(change, seen, opened.user, {answeredAt: now});
    if (because === 'permission') throw new Problem('forbidden');
    if (wanted !== editor.verification.version)
      throw new Problem('version_mismatch', {current: await currentState(editor)});
    if (because === 'status' || because === 'invite-expired')
      throw new Problem('invalid_transition', {current: await currentState(editor)});
    if (because === 'cooldown')
      throw new Problem('rate_limited', {headers: retryAfter(resendWait(seen) * 1000)});
  }

  /** The verification after a change, for whoever made it. */
  answer(opened: OpenCase, editor: CaseEditor, changes: Partial<CaseContext> = {}): Answer {
    const {verification, revision} = editor;
    return {
      headers: {ETag: entityTag(verification.version), 'X-Review-Revision': String(revision)},
      body: seenBy(opened.user, verification, {...opened.context, ...changes}),
    };
  }
}
