import {randomUUID} from 'node:crypto';
import {mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {connect} from 'node:net';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {Worker} from 'node:worker_threads';

/** What the lock file says of its owner. */
interface Owner {
  readonly id: string;
  readonly pid: number;
  /** Loopback port on which the owner answers with `id`. */
  readonly port: number;
  /** Not the owner yet: somebody else may be about to be. */
  readonly isClaiming?: boolean;
  /** Where the owner serves; absent while it is starting. */
  readonly address?: string;
}

export interface FolderLock {
  /** Writes down where this process serves, for whoever asks next. */
  announce(address: string): Promise<void>;
  release(): Promise<void>;
}

/** Somebody alive has the folder. */
export class FolderInUse extends Error {
  readonly pid: number;
  readonly address: string | undefined;

  constructor({pid, address}: Owner) {
    super(`The data folder is in use by process ${pid}.`);
    this.name = 'FolderInUse';
    this.pid = pid;
    this.address = address;
  }
}

const answerMs = 2000;
/** Milliseconds between two looks at whoever else wants the folder, and how many of them there are. */
const lookEvery = 10;
const looks = 1000;

/**
 * Takes a data folder for this process. Two processes that open the same embedded database lose data without an error,
 * and a process id in a file proves nothing once its owner was killed; so the owner answers on a port for as long as it
 * lives, and a lock that nobody answers for counts for nothing.
 *
 * Everybody writes a file of their own first and looks at the others' then, so of two that come at the same time at least
 * one sees the other. No file is ever taken from the living, and none is used again: whoever is slow cannot break what
 * happened meanwhile.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, {recursive: true});
  const id = randomUUID();
  const answering = await answerWith(id);
  const own: Owner = {id, pid: process.pid, port: answering.port};
  try {
    for (let look = 0; look < looks; look++) {
      if (await claim(folder, own)) return holding(folder, own, answering);
      // Whoever gives way stays away for as long as the other one needs to see it.
      await pause(lookEvery * (2 + 4 * Math.random()));
    }
    throw new Error(`The lock of ${folder} cannot be taken.`);
  } catch (error) {
    await rm(fileOf(folder, own), {force: true});
    await answering.stop();
    throw error;
  }
}

const fileOf = (folder: string, {id}: Owner): string => join(folder, `lock.${id}.json`);

/** Tries once to become the owner; `false` gives way to somebody who tries too. Throws when somebody alive is the owner. */
async function claim(folder: string, own: Owner): Promise<boolean> {
  await write(folder, {...own, isClaiming: true});
  for (;;) {
    const others = await othersAlive(folder, own);
    const owner = others.find(({isClaiming}) => isClaiming !== true);
    if (owner) throw new FolderInUse(owner);
    if (others.length === 0) break;
    if (others.some(({id}) => id < own.id)) {
      await rm(fileOf(folder, own), {force: true});
      return false;
    }
    await pause(lookEvery);
  }
  await write(folder, own);
  return true;
}

/** The file appears with its whole content, or not at all. */
async function write(folder: string, owner: Owner): Promise<void> {
  const draft = `${fileOf(folder, owner)}.new`;
  await writeFile(draft, JSON.stringify(owner));
  await rename(draft, fileOf(folder, owner));
}

/** Whoever else wants or has the folder. The files of the dead, and what is no lock, are cleared away. */
async function othersAlive(folder: string, own: Owner): Promise<readonly Owner[]> {
  const files = (await readdir(folder)).filter((each) => /^lock\.(.+\.)?json$/.test(each));
  const found = await Promise.all(
    files.map(async (name) => {
      const file = join(folder, name);
      if (file === fileOf(folder, own)) return undefined;
      const text = await readFile(file, 'utf8').catch(() => undefined);
      if (text === undefined) return undefined;
      const owner = readOwner(text);
      if (owner && (await isAlive(owner))) return owner;
      await rm(file, {force: true});
      return undefined;
    }),
  );
  return found.filter((each) => each !== undefined);
}

interface Answering {
  readonly port: number;
  stop(): Promise<unknown>;
}

/**
 * Answers with this id from now on. On a thread of its own, because filling a database keeps this one busy for longer than
 * anybody waits for the answer, and an owner that does not answer loses its folder.
 */
async function answerWith(id: string): Promise<Answering> {
  const worker = new Worker(new URL('lock-answer.mjs', import.meta.url), {workerData: id, execArgv: []});
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  // The lock alone keeps no process alive.
  worker.unref();
  return {port, stop: () => worker.terminate()};
}

function readOwner(text: string): Owner | undefined {
  try {
    const {id, pid, port, isClaiming, address} = JSON.parse(text) as Partial<Owner>;
    if (typeof id !== 'string' || typeof pid !== 'number' || typeof port !== 'number') return undefined;
    return {
      ...{id, pid, port},
      ...(isClaiming === true && {isClaiming}),
      ...(typeof address === 'string' && {address}),
    };
  } catch {
    return undefined;
  }
}

/** Another program may have been given the port since; only the right answer counts. */
function isAlive({id, port}: Owner): Promise<boolean> {
  return new Promise((resolve) => {
    let said = '';
    const settle = (): void => {
      resolve(said === id);
      socket.destroy();
    };
    if (!Number.isInteger(port) || port < 1 || port > 65_535) return resolve(false);
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(answerMs, settle);
    socket.on('data', (chunk) => {
      said += chunk.toString();
      if (said.length >= id.length) settle();
    });
    socket.on('end', settle);
    socket.on('error', settle);
  });
}

function holding(folder: string, own: Owner, answering: Answering): FolderLock {
  return {
    announce: (address) => write(folder, {...own, address}),
    async release() {
      await rm(fileOf(folder, own), {force: true});
      await answering.stop();
    },
  };
}
