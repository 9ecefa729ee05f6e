/**
 * Catches what must never happen on a host's page: a policy violation, an error nobody handled, a promise nobody
 * caught. Loaded before everything else in every test page; whatever is caught and not taken back fails the run.
 */

const caught: string[] = [];
let running = '';
let judged = false;

function remember(what: string): void {
  caught.push(running === '' ? what : `${what} (during "${running}")`);
}

function textOf(reason: unknown): string {
  if (!(reason instanceof Error)) return String(reason);
  // Only the first frames tell where it began; the rest is the test runner's own.
  return [String(reason), ...(reason.stack ?? '').split('\n').slice(0, 4)].join('\n');
}

// A violation at a node that has left the page is reported to the document, so nothing is missed by listening here.
document.addEventListener('securitypolicyviolation', (event) => {
  const {effectiveDirective, blockedURI, sourceFile, lineNumber, sample} = event;
  remember(`policy violated: ${effectiveDirective} ${blockedURI} ${sample} at ${sourceFile}:${lineNumber}`);
});
window.addEventListener('unhandledrejection', (event) => {
  remember(`unhandled rejection: ${textOf(event.reason)}`);
});
window.addEventListener('error', (event) => {
  remember(`unhandled error: ${textOf(event.error ?? event.message)}`);
});

/** Lets the browser deliver the reports that it has queued. */
function delivered(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => setTimeout(resolve));
  });
}

/**
 * Takes back what was caught until now, for the rare test that provokes it on purpose.
 *
 * @returns what was caught, one line each
 */
export async function takeCaught(): Promise<readonly string[]> {
  await delivered();
  return caught.splice(0);
}

/** Hangs the verdict at the end of the run. Every test file is made to call this; once is enough. */
export function judge(): void {
  if (judged) return;
  judged = true;
  beforeEach(function remindOfTitle() {
    running = this.currentTest?.fullTitle() ?? '';
  });
  after(async function nothingWasCaught() {
    const rest = await takeCaught();
    if (rest.length > 0) throw new Error(`The trap caught ${rest.length}:\n${rest.join('\n')}`);
  });
}
