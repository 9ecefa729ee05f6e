import {entityTag} from '../../../src/domain/intent.js';
import {isRecordId} from '../../../src/domain/resources.js';
import {mayAddNote, mayJudge, refusal} from '../../../src/domain/verification-actions.js';
import {mayReadVerification, verificationResources} from '../../../src/domain/verification-resources.js';
import type {Verification} from '../../../src/domain/verification.js';
import {pathOf, refuseMethod, type Asked, type Kit} from '../app-kit.js';
import {answerFile} from '../files.js';
import {Problem} from '../problem.js';
import {Query, writeCursor} from '../query.js';
import type {CaseName} from '../records/case-records.js';
import type {Slice, User} from '../records/records.js';
import {caseSubject} from '../records/subject.js';
import {checkChain} from './audit-chain.js';
import {decisionBody, faceBody, findingBody, noteBody, readBody} from './bodies.js';
import {actorOf, addNote, changeCase, changes, judgeFace, judgeFinding} from './case-changes.js';
import {CaseDesk, type OpenCase} from './case-desk.js';
import {retryAfter} from './intents.js';

const casePath = verificationResources.verification.path;

/** Everything of verifications, as CONTRACT.md lists it. */
export function addCaseRoutes(kit: Kit): void {
  addReading(kit);
  addChanges(kit);
  addJudgements(kit);
  addPdf(kit);
  addMethods(kit);
}

const answerSlice = <T>(context: Asked, {rows, total, next}: Slice<T>, list: string): Response =>
  context.json({items: rows, next_cursor: next ? writeCursor(next, list) : null, total});

function addReading(kit: Kit): void {
  const {app, records, signIn, live, socketUrl} = kit;
  const desk = new CaseDesk(kit);

  app.get(`/${verificationResources.verifications.path}`, async (context) => {
    const user = await signIn(context);
    if (!mayReadVerification('verifications', user)) throw new Problem('forbidden');
    const query = new Query(context.req.url);
    const question = {...query.cases(), ...query.page('verifications', 'at', false)};
    query.check();
    const slice = await records.cases.list(user.tenant, question);
    return answerSlice(context, {...slice, rows: slice.rows.map(summaryOf)}, 'verifications');
  });

  app.get(`/${casePath}`, async (context) => {
    const {seen} = await desk.read(context, await signIn(context));
    context.header('ETag', entityTag(seen.version));
    return context.json(seen);
  });

  app.get(`/${verificationResources.verificationAudit.path}`, async (context) => {
    const {user, name} = await desk.read(context, await signIn(context), 'verificationAudit');
    const query = new Query(context.req.url);
    const page = query.page('audit', 'seq', false);
    query.check();
    return answerSlice(context, await records.cases.events(user.tenant, name, page), 'audit');
  });

  app.get(`/${verificationResources.chainCheck.path}`, async (context) => {
    const {user, name} = await desk.read(context, await signIn(context), 'chainCheck');
    const chain = await records.cases.chain(user.tenant, name);
    if (!chain) throw new Problem('not_found');
    return context.json(await checkChain({tenant: user.tenant, ...name}, chain));
  });

  app.get(`/${verificationResources.verificationNotes.path}`, async (context) => {
    const {user, name} = await desk.read(context, await signIn(context), 'verificationNotes');
    return context.json({items: await records.cases.notes(user.tenant, name)});
  });

  app.get(`/${casePath}/files/:file`, async (context) => {
    const {user, name} = await desk.read(context, await signIn(context));
    const path = pathOf`verifications/${name.type}/${name.id}/files/${context.req.param('file')}`;
    const file = await records.cases.file(user.tenant, path);
    if (!file) throw new Problem('not_found');
    return answerFile(context, path, file);
  });

  app.get(`/${verificationResources.auditLog.path}`, async (context) => {
    const user = await signIn(context);
    if (!mayReadVerification('auditLog', user)) throw new Problem('forbidden');
    const query = new Query(context.req.url);
    const question = {...query.log(), ...query.page('audit-log', 'at', false)};
    query.check();
    return answerSlice(context, await records.cases.log(user.tenant, question), 'audit-log');
  });

  app.post(`/${casePath}/socket-token`, async (context) => {
    const {user, name} = await desk.read(context, await signIn(context));
    const origin = context.req.header('Origin') ?? null;
    const ticket = {tenant: user.tenant, user: user.id, subject: caseSubject(name), origin};
    return context.json({...(await live.issue(ticket)), url: socketUrl(context.req.url)});
  });
}

const summaryOf = (verification: Verification) => ({
  id: verification.id,
  short_id: verification.short_id ?? null,
  type: verification.type,
  status: verification.status,
  subject: {name: verification.subject.name ?? null},
  channel: verification.channel ?? null,
  requester: verification.requester ?? null,
  created_at: verification.created_at,
  last_activity_at: verification.last_activity_at ?? null,
});

/** Signs in for a state-changing call, and counts it. */
async function signInToChange({signIn, intents}: Kit, context: Asked): Promise<User> {
  const user = await signIn(context);
  intents.count(user);
  return user;
}

const nowOf = ({clock}: Kit): string => new Date(clock.now()).toISOString();

function addChanges(kit: Kit): void {
  const {app, intents} = kit;
  const desk = new CaseDesk(kit);

  for (const change of changes) {
    app.post(`/${casePath}/${change}`, async (context) => {
      const user = await signInToChange(kit, context);
      const opened = await desk.read(context, user);
      const isAllowed = (verification: Verification): boolean =>
        refusal(change, verification, user) !== 'permission';
      if (!isAllowed(opened.seen)) throw new Problem('forbidden');
      const {note} = await readBody(context.req.raw, decisionBody);
      return intents.answer(context, user, {note: note ?? null}, async (inside) => {
        const editor = await desk.take(inside, opened, isAllowed);
        await desk.permit(context, opened, editor, change);
        await changeCase(editor, change, {by: user, at: nowOf(kit), note});
        return desk.answer(opened, editor, {isPdfReady: false});
      });
    });
  }

  app.post(`/${casePath}/notes`, async (context) => {
    const user = await signInToChange(kit, context);
    const opened = await desk.read(context, user);
    const isAllowed = (verification: Verification): boolean => mayAddNote(verification, user);
    if (!isAllowed(opened.seen)) throw new Problem('forbidden');
    const body = await readBody(context.req.raw, noteBody);
    return intents.answer(context, user, body, async (inside) => {
      const editor = await desk.take(inside, opened, isAllowed);
      const note = await addNote(editor, body.text, {by: user, at: nowOf(kit)});
      return {status: 201, headers: {'X-Review-Revision': String(editor.revision)}, body: note};
    });
  });
}

function addJudgements(kit: Kit): void {
  const {app, intents, records} = kit;
  const desk = new CaseDesk(kit);

  app.put(`/${casePath}/face-judgement`, async (context) => {
    const user = await signInToChange(kit, context);
    const opened = await desk.read(context, user);
    const isAllowed = (verification: Verification): boolean => mayJudge(verification, user);
    if (!isAllowed(opened.seen)) throw new Problem('forbidden');
    const body = await readBody(context.req.raw, faceBody);
    return intents.answer(context, user, body, async (inside) => {
      const editor = await desk.take(inside, opened, isAllowed);
      if (!editor.verification.biometric) throw new Problem('not_found');
      const judgement = {outcome: body.outcome, at: nowOf(kit)};
      await judgeFace(editor, body.outcome, {by: user, at: judgement.at});
      return desk.answer(opened, editor, {judgement});
    });
  });

  app.post('/findings/:id/judgement', async (context) => {
    const user = await signInToChange(kit, context);
    const id = context.req.param('id');
    const name = isRecordId(id) ? await records.cases.withFinding(user.tenant, id) : undefined;
    if (!name) throw new Problem('not_found');
    const opened: OpenCase = await desk.read(context, user, 'verification', name);
    const isAllowed = (verification: Verification): boolean => mayJudge(verification, user);
    if (!isAllowed(opened.seen)) throw new Problem('forbidden');
    const body = await readBody(context.req.raw, findingBody);
    return intents.answer(context, user, body, async (inside) => {
      const editor = await desk.take(inside, opened, isAllowed);
      const finding = await judgeFinding(editor, id, body, {by: user, at: nowOf(kit)});
      if (!finding) throw new Problem('not_found');
      return {headers: {'X-Review-Revision': String(editor.revision)}, body: finding};
    });
  });
}

const downloadId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function addPdf(kit: Kit): void {
  const {app, records, signIn} = kit;
  const desk = new CaseDesk(kit);

  app.get(`/${casePath}/audit.pdf`, async (context) => {
    const user = await signIn(context);
    const {name, seen} = await desk.read(context, user);
    const because = refusal('download', seen, user);
    if (because === 'permission') throw new Problem('forbidden');
    const click = context.req.header('X-Download-Id');
    if (click !== undefined && !downloadId.test(click)) {
      const errors = [{path: 'X-Download-Id', message: 'A UUID, one for each click.'}];
      throw new Problem('invalid', {errors});
    }
    const last = because === undefined ? await records.cases.lastPdf(user.tenant, name) : undefined;
    if (!last) throw new Problem('not_found');
    if (last.state === 'waiting') throw new Problem('being_prepared', {headers: retryAfter(2000)});
    const pdf = await records.outbox.pdf(user.tenant, name.id, last.seq);
    if (!pdf?.bytes) throw new Problem('server');
    const path = pathOf`verifications/${name.type}/${name.id}/audit`;
    const answer = answerFile(context, path, {media_type: 'application/pdf', bytes: pdf.bytes});
    // It is written down before the first byte leaves, and only where one does.
    if (context.req.method === 'GET') await writeDownDownload(kit, user, name, click);
    return answer;
  });
}

async function writeDownDownload(
  kit: Kit,
  user: User,
  name: CaseName,
  click: string | undefined,
): Promise<void> {
  await kit.records.cases.change(user.tenant, name, async (editor) => {
    // A reader that asks again for what it did not get downloads once.
    if (click !== undefined && !(await editor.countDownload(user.id, click.toLowerCase()))) return;
    await editor.append({type: 'request.pdf_downloaded', at: nowOf(kit), actor: actorOf(user)});
  });
}

/** What is known but was asked for in another way. */
function addMethods({app}: Kit): void {
  const read = 'GET, HEAD, OPTIONS';
  const post = 'POST, OPTIONS';
  const below = (path: string): string => `/${casePath}/${path}`;
  const allowed: Readonly<Record<string, string>> = {
    [`/${verificationResources.verifications.path}`]: read,
    [`/${verificationResources.auditLog.path}`]: read,
    [`/${casePath}`]: read,
    [below('audit')]: read,
    [below('audit/verify')]: read,
    [below('audit.pdf')]: read,
    [below('files/:file')]: read,
    [below('notes')]: 'GET, HEAD, POST, OPTIONS',
    [below('socket-token')]: post,
    [below('face-judgement')]: 'PUT, OPTIONS',
    ...Object.fromEntries(changes.map((each) => [below(each), post])),
    '/findings/:id/judgement': post,
  };
  for (const [path, allow] of Object.entries(allowed)) app.all(path, refuseMethod(allow));
}
