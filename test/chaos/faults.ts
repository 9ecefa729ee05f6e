import {Chance} from '../../demo/server/world/chance.js';
import type {Fault, Script} from '../support/fault-proxy.js';

/** What may happen to a decision on its way, and how often. */
const rows: readonly {
  readonly kind: string;
  readonly share: number;
  readonly make: (chance: Chance) => Fault;
  /** Two in a row would sign the reviewer out, which is another matter. */
  readonly isRare?: boolean;
}[] = [
  {kind: 'dropped before the server', share: 0.07, make: () => 'reset_peer'},
  {kind: 'answer dropped', share: 0.1, make: () => 'drop_response'},
  {kind: 'answer broken off', share: 0.03, make: (chance) => ({limit_data: chance.whole(20, 900)})},
  {kind: 'delayed', share: 0.08, make: (chance) => ({latency: chance.whole(20, 800)})},
  {kind: 'never answered', share: 0.01, make: () => 'timeout'},
  {kind: 'sent twice', share: 0.08, make: () => 'duplicate'},
  {kind: '401', share: 0.03, make: () => ({status: 401}), isRare: true},
  {
    kind: '5xx before the server',
    share: 0.05,
    make: (chance) => ({status: chance.pick([500, 502, 503, 504])}),
  },
  {
    kind: '5xx after the server',
    share: 0.04,
    make: (chance) => {
      const line = `HTTP/1.1 ${chance.pick([500, 502, 504])} Fault`;
      return {edit_head: (head) => head.replace(/^HTTP\/1\.1 .*/, line)};
    },
  },
];
/** Reads are lost too, so that what a screen knows of the record is late. */
const lostReads = 0.03;

const decision = /\/verifications\/[^/]+\/([^/]+)\/(approve|reject|cancel|reopen)$/;
const read = /\/verifications\/[^/]+\/([^/]+)$/;

/** Faults by kind, as often as they happened. */
export type Tally = Map<string, number>;

/** The n-th request for a case meets the same fault in every run with the same seed. */
export function seededFaults(seed: string, tally: Tally, onDecision: () => void): Script {
  const seen = new Map<string, number>();
  const nth = (what: string): number => {
    const n = (seen.get(what) ?? 0) + 1;
    seen.set(what, n);
    return n;
  };
  const count = (kind: string): void => void tally.set(kind, (tally.get(kind) ?? 0) + 1);
  return ({method, target}) => {
    if (method === 'GET') {
      const [, id] = read.exec(target) ?? [];
      if (id === undefined || !new Chance(`${seed} read ${id} ${nth(`read ${id}`)}`).falls(lostReads)) return;
      count('read dropped');
      return 'reset_peer';
    }
    const [, id] = decision.exec(target) ?? [];
    if (method !== 'POST' || id === undefined) return;
    onDecision();
    const n = nth(id);
    const chance = new Chance(`${seed} ${id} ${n}`);
    let at = chance.next();
    for (const {kind, share, make, isRare} of rows) {
      at -= share;
      if (at >= 0) continue;
      if (isRare && n % 5 !== 0) return;
      count(kind);
      return make(chance);
    }
    return;
  };
}
