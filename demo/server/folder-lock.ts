import {randomUUID} from 'node:crypto';
import {link, mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {connect} from 'node:net';
import {join} from 'node:path';
import {Worker} from 'node:worker_threads';

/** What the lock file says of its owner. */
interface Owner {
  readonly id: string;
  readonly pid: number;
  /** Loopback port on which the owner answers with `id`. */
  readonly port: number;
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
const attempts = 20;

/**
 * Takes a data folder for this process. Two processes that open the same embedded database lose data without an error,
 * and a process id in a file proves nothing once its owner was killed; so the owner answers on a port for as long as it
 * lives, and a lock that nobody answers for is taken over.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, {recursive: true});
  const file = join(folder, 'lock.json');
  const id = randomUUID();
  const answering = await answerWith(id);
  const own: Owner = {id, pid: process.pid, port: answering.port};
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (await claim(file, own)) return holding(file, own, answering);
    }
    throw new Error(`The lock of ${folder} cannot be taken.`);
  } catch (error) {
    await answering.stop();
    throw error;
  }
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

/** Tries once to become the owner. Throws when somebody alive is. */
async function claim(file: string, own: Owner): Promise<boolean> {
  if (await place(file, own)) return isOwner(file, own);
  const owner = await readOwner(file);
  if (owner && (await isAlive(owner))) throw new FolderInUse(owner);
  // Only one of several that come at the same time moves the dead lock away; whoever moved a living one puts it back.
  const aside = `${file}.${own.id}`;
  try {
    await rename(file, aside);
  } catch {
    return false;
  }
  const moved = await readOwner(aside);
  if (moved && moved.id !== owner?.id) await link(aside, file).catch(() => undefined);
  await rm(aside, {force: true});
  return false;
}

/** The file appears with its whole content, or not at all. */
async function place(file: string, own: Owner): Promise<boolean> {
  const draft = `${file}.new.${own.id}`;
  await writeFile(draft, JSON.stringify(own));
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, {force: true});
  }
}

const isOwner = async (file: string, own: Owner): Promise<boolean> => (await readOwner(file))?.id === own.id;

async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    const owner = JSON.parse(await readFile(file, 'utf8')) as Partial<Owner>;
    const {id, pid, port, address} = owner;
    if (typeof id !== 'string' || typeof pid !== 'number' || typeof port !== 'number') return undefined;
    return {id, pid, port, ...(typeof address === 'string' && {address})};
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

function holding(file: string, own: Owner, answering: Answering): FolderLock {
  return {
    async announce(address) {
      const draft = `${file}.new.${own.id}`;
      await writeFile(draft, JSON.stringify({...own, address}));
      await rename(draft, file);
    },
    async release() {
      if (await isOwner(file, own)) await rm(file, {force: true});
      await answering.stop();
    },
  };
}
