import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

// This file runs before anything is installed, possibly on a Node that is too old: built-ins and plain syntax only.

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const stampFile = path.join(root, 'node_modules', '.kyc-setup');

/**
 * Whether a version of Node runs everything here. The tools load ES modules with `require`, which Node has since
 * 20.19 and 22.12.
 *
 * @param {string} version - For example "20.19.0".
 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === 20) return minor >= 19;
  if (major === 22) return minor >= 12;
  return major > 22;
}

function requireNode() {
  if (isSupportedNode(process.versions.node)) return;
  console.error(
    `This project needs Node 20.19 or newer, or 22.12 or newer; this is Node ${process.versions.node}.`,
  );
  process.exit(1);
}

/** What is installed must fit the lockfile and the machine. */
function wantedStamp() {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  return `${process.platform}-${process.arch} ${createHash('sha256').update(lock).digest('hex')}`;
}

/** Whether npm's own record of what is installed agrees with the lockfile (somebody ran `npm ci` by hand). */
function agreesWithLockfile() {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([where, {version, optional}]) =>
      where === '' || optional === true || installed[where]?.version === version,
  );
}

/**
 * Runs npm with the Node that runs this script.
 *
 * @param {readonly string[]} words - Its arguments.
 * @returns {number} its exit code
 */
export function npm(words) {
  // Other package managers name themselves here too, and know nothing of npm's lockfile.
  const named = process.env.npm_execpath;
  const script = named !== undefined && /^np[mx]-cli\.c?js$/.test(path.basename(named)) ? named : undefined;
  const [command, ...rest] =
    script === undefined
      ? [process.platform === 'win32' ? 'npm.cmd' : 'npm', ...words]
      : [process.execPath, script, ...words];
  const {status, error} = spawnSync(command, rest, {
    cwd: root,
    stdio: 'inherit',
    shell: script === undefined && process.platform === 'win32',
  });
  if (error) console.error(`npm could not be run: ${error.message}`);
  return status ?? 1;
}

/** Makes sure that Node is new enough and that the dependencies are there and current. Ends the process otherwise. */
export function setUp() {
  requireNode();
  const wanted = wantedStamp();
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined;
  if (stamp === wanted) return;
  const sameMachine = stamp === undefined || stamp.split(' ')[0] === wanted.split(' ')[0];
  if (sameMachine && agreesWithLockfile()) {
    writeFileSync(stampFile, wanted);
    return;
  }
  const why = existsSync(path.join(root, 'node_modules')) ? 'have changed' : 'are missing';
  console.log(`Installing dependencies, which ${why} (about half a minute, once) …`);
  const code = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    console.error('Installing the dependencies failed; what npm said is above.');
    process.exit(code);
  }
  writeFileSync(stampFile, wanted);
  console.log('Dependencies are installed.');
}
