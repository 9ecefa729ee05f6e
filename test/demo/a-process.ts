import {spawn, type ChildProcess} from 'node:child_process';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface RunningProcess {
  readonly child: ChildProcess;
  /** Everything it printed so far. */
  readonly said: () => string;
  /** Waits for a line of its output; so many milliseconds at most. */
  until(line: RegExp, within?: number): Promise<RegExpExecArray>;
  /** Waits for its end and answers its exit code, or the signal that ended it. */
  ended(): Promise<number | string>;
  stop(signal: NodeJS.Signals): Promise<number | string>;
}

/** Starts a TypeScript file of the project as a process of its own. */
export function startProcess(file: string, env: Readonly<Record<string, string>>): RunningProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: root,
    env: {...process.env, ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let end: number | string | undefined;
  const listeners = new Set<() => void>();
  const tell = (): void => [...listeners].forEach((each) => each());
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      tell();
    });
  }
  child.on('close', (code, signal) => {
    end = code ?? signal ?? 'unknown';
    tell();
  });

  const when = <T>(look: () => T | undefined, within = 120_000): Promise<T> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        const found = look();
        if (found === undefined && end === undefined) return;
        listeners.delete(check);
        clearTimeout(late);
        if (found === undefined) reject(new Error(`The process ended (${end}): ${said}`));
        else resolve(found);
      };
      const late = setTimeout(() => {
        listeners.delete(check);
        reject(new Error(`Waited in vain: ${said}`));
      }, within);
      listeners.add(check);
      check();
    });

  const ended = (): Promise<number | string> => when(() => end);
  return {
    child,
    said: () => said,
    until: (line, within) => when(() => line.exec(said) ?? undefined, within),
    ended,
    stop(signal) {
      child.kill(signal);
      return ended();
    },
  };
}
