import {join} from 'node:path';
import {checkChain} from '../../demo/server/cases/audit-chain.js';
import {openPglite} from '../../demo/server/records/pglite.js';
import {openPostgres} from '../../demo/server/records/postgres.js';
import {SqlRecords} from '../../demo/server/records/sql.js';
import {tenants} from '../../demo/server/world/world.js';
import {caseName, type Told} from './orders.js';

/** What may follow what. */
const moves: Readonly<Record<string, {readonly from: string; readonly to: string}>> = {
  'request.approved': {from: 'pending_review', to: 'approved'},
  'request.rejected': {from: 'pending_review', to: 'rejected'},
  'request.canceled': {from: 'pending_review', to: 'canceled'},
  'request.reopened': {from: 'rejected', to: 'pending_review'},
};
const raised = {
  approve: 'request.approved',
  reject: 'request.rejected',
  cancel: 'request.canceled',
  reopen: 'request.reopened',
} as const;

export interface Verdict {
  readonly recorded: number;
  /** Recorded more than once. */
  readonly doubled: readonly string[];
  /** Said to be recorded, and not there. */
  readonly lost: readonly string[];
  /** Said not to be recorded, and there. */
  readonly untrue: readonly string[];
  /** Nobody was told what became of it. */
  readonly unknown: readonly string[];
  /** Recorded, and intended by nobody, or as something else. */
  readonly strange: readonly string[];
  /** Cases whose chain is broken, or whose decisions do not follow from each other. */
  readonly broken: readonly string[];
  readonly cases: number;
}

/** Compares what the reviewers were told with what the database holds, and nothing in between. */
export async function judge(
  told: readonly Told[],
  {cases, dataFolder, databaseUrl}: {cases: number; dataFolder: string; databaseUrl: string | undefined},
): Promise<Verdict> {
  const database =
    databaseUrl === undefined ? await openPglite(join(dataFolder, 'database')) : openPostgres(databaseUrl);
  const [{id: tenant}] = tenants;
  const stored = new Map<string, string[]>();
  const happened = new Map<number, string[]>();
  const broken: string[] = [];
  try {
    const records = await SqlRecords.open(database);
    for (let n = 0; n < cases; n++) {
      const name = caseName(n);
      const [found, chain] = [await records.cases.one(tenant, name), await records.cases.chain(tenant, name)];
      if (!found || !chain) throw new Error(`${name.id} is gone.`);
      let status = 'pending_review';
      let isInOrder = true;
      const types: string[] = [];
      happened.set(n, types);
      for (const {type, note} of chain.events) {
        const move = moves[type];
        if (!move) continue;
        isInOrder &&= move.from === status;
        status = move.to;
        types.push(type);
        stored.set(note ?? '', [...(stored.get(note ?? '') ?? []), type]);
      }
      const {intact} = await checkChain({tenant, ...name}, chain);
      if (!intact || !isInOrder || found.verification.status !== status) broken.push(name.id);
    }
  } finally {
    await database.close();
  }
  const times = ({note}: Told): number => stored.get(note)?.length ?? 0;
  const spell = ({note, action, way, ended}: Told): string => `${note} (${action}, ${way}, ${ended})`;
  const those = (wanted: (each: Told) => boolean): readonly string[] => told.filter(wanted).map(spell);
  const intended = new Map(told.map((each) => [each.note, raised[each.action]]));
  return {
    recorded: told.filter((each) => times(each) > 0).length,
    doubled: those((each) => times(each) > 1),
    lost: those((each) => each.claim === 'recorded' && times(each) === 0),
    untrue: those((each) =>
      each.claim === 'already'
        ? !happened.get(each.at)?.includes(raised[each.action])
        : each.claim === 'not recorded' && times(each) > 0,
    ),
    unknown: those(({claim}) => claim === 'unknown'),
    strange: [...stored].flatMap(([note, types]) =>
      types.some((type) => type !== intended.get(note)) ? [`${note} ${types.join()}`] : [],
    ),
    broken,
    cases,
  };
}
