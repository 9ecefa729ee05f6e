// The time of a page in a test's hands: what its timers and its `Date` go by. Frames, and whatever the machine does by
// itself, take the time that they take.

interface Timer {
  due: number;
  readonly run: () => void;
  armed: number | undefined;
}

const {setTimeout: realTimeout, clearTimeout: realClear, Date: RealDate} = globalThis;
const timers = new Map<number, Timer>();
let ahead = 0;
/** What the time is while it stands still. */
let still: number | undefined;
let lastTimer = 1_000_000_000;

/** The time on the wall, whatever the page is told. */
export const wallTime = (): number => RealDate.now();

/** Waits by the wall. */
export const wallDelay = (ms: number): Promise<void> => new Promise((resolve) => realTimeout(resolve, ms));

const now = (): number => still ?? wallTime() + ahead;

function fire(id: number): void {
  const timer = timers.get(id);
  if (!timer) return;
  timers.delete(id);
  realClear(timer.armed);
  timer.run();
}

/** While time stands still, only what is due already runs. */
const arm = (id: number, due: number): number | undefined =>
  still === undefined || due <= still
    ? (realTimeout(() => fire(id), Math.max(0, due - now())) as unknown as number)
    : undefined;

function armAll(): void {
  for (const [id, timer] of timers) {
    realClear(timer.armed);
    timer.armed = arm(id, timer.due);
  }
}

/** From here on, time in this page can be moved on and stopped. Until then it runs as fast as any other, so far ahead of it. */
export function ownTime(skew = 0): void {
  ahead = skew;
  globalThis.Date = new Proxy(RealDate, {
    construct: (made, given: [], as) =>
      Reflect.construct(made, given.length > 0 ? given : [now()], as) as Date,
    get: (from, name) => (name === 'now' ? now : (Reflect.get(from, name) as unknown)),
  });
  globalThis.setTimeout = ((run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
    const id = ++lastTimer;
    const due = now() + ms;
    timers.set(id, {due, run: () => run(...given), armed: arm(id, due)});
    return id;
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((id?: number) => {
    const timer = timers.get(Number(id));
    realClear(timer ? timer.armed : id);
    timers.delete(Number(id));
  }) as typeof clearTimeout;
}

/** The page goes by the wall again. What was started meanwhile runs after what was left of its time, and can still be called off. */
export function giveTimeBack(): void {
  goOn();
  for (const timer of timers.values()) timer.due -= ahead;
  ahead = 0;
  globalThis.Date = RealDate;
  globalThis.setTimeout = realTimeout;
}

/** Time stands still until it is moved on, whatever the machine takes. */
export function stop(): void {
  still ??= now();
  armAll();
}

/** Time runs again, as fast as any other. */
export function goOn(): void {
  ahead = now() - wallTime();
  still = undefined;
  armAll();
}

/** The wall clock jumps: what is due by then runs at once. */
export function move(ms: number): void {
  if (still === undefined) ahead += ms;
  else still += ms;
  armAll();
}

/**
 * So much time passes at once, and stands still only for what the machine does meanwhile: every timer runs when it is due,
 * and after it whatever it began, until that is `settled`. Where time stood still before, it does so afterwards.
 */
export async function pass(ms: number, settled: () => Promise<void>): Promise<void> {
  const stood = still !== undefined;
  stop();
  const end = now() + ms;
  await settled();
  for (let id = nextBy(end); id !== undefined; id = nextBy(end)) {
    still = Math.max(now(), timers.get(id)?.due ?? 0);
    fire(id);
    await settled();
  }
  still = end;
  if (!stood) goOn();
}

/** What is due next, and not after this. */
function nextBy(end: number): number | undefined {
  let next: {readonly id: number; readonly due: number} | undefined;
  for (const [id, {due}] of timers) if (due <= end && (!next || due < next.due)) next = {id, due};
  return next?.id;
}
