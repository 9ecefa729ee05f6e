import type {Verification} from '../../src/domain/verification.js';
import type {Clock} from './clock.js';
import type {CaseEditor, CaseName} from './records/case-records.js';
import type {Position, Records} from './records/records.js';

const casesAtOnce = 200;

const ranOut = ({status, invite}: Verification, now: number): boolean => {
  const ends = Date.parse(invite?.expires_at ?? '');
  // Without a known end an invite does not run out by itself.
  return status === 'in_progress' && !Number.isNaN(ends) && ends <= now;
};

/** Ends the cases whose invite ran out before the subject had finished. Answers how many. */
export async function expireDue(
  records: Records,
  clock: Clock,
  tenants: readonly {readonly id: string}[],
): Promise<number> {
  let expired = 0;
  for (const {id: tenant} of tenants) {
    for (const name of await overdue(records, tenant, clock.now())) {
      const isDone = await records.cases.change(tenant, name, (editor) => expire(editor, clock.now()));
      if (isDone) expired++;
    }
  }
  return expired;
}

async function overdue(records: Records, tenant: string, now: number): Promise<readonly CaseName[]> {
  const found: CaseName[] = [];
  let after: Position | undefined;
  do {
    const {rows, next} = await records.cases.list(tenant, {
      status: ['in_progress'],
      limit: casesAtOnce,
      ...(after && {after}),
    });
    found.push(...rows.filter((each) => ranOut(each, now)).map(({type, id}) => ({type, id})));
    after = next;
  } while (after);
  return found;
}

/** Somebody may have finished, sent it again or withdrawn it since it was found. */
async function expire(editor: CaseEditor, now: number): Promise<boolean> {
  const {verification} = editor;
  if (!ranOut(verification, now)) return false;
  const at = new Date(now).toISOString();
  await editor.replace({...verification, status: 'expired', last_activity_at: at});
  await editor.append({
    type: 'request.expired',
    at,
    actor: {kind: 'system'},
    data: {
      status: 'expired',
      version: editor.verification.version,
      expires_at: verification.invite?.expires_at,
    },
  });
  return true;
}
