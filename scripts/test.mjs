import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {createServer} from 'node:net';
import path from 'node:path';
import {root, setUp} from './setup.mjs';

// `npm test [-- suites and files]`: every suite, and one closing line for all of them.
//   npm test -- node                         only the suites that need no browser
//   npm test -- chromium test/ui/*.test.ts   these files in one browser
//   REPEAT=20 npm test -- firefox            the tests of elements so many times over, to find those that do not always
//                                            pass; a file that needs a page of its own runs once

setUp();
const {haveBrowser} = await import('./browsers.mjs');
const {buildDemo} = await import('./build-demo.mjs');
const {groupTests} = await import('./group-tests.mjs');

const results = mkdtempSync(path.join(tmpdir(), 'kyc-results-'));
const bin = (name) => path.join(root, 'node_modules', name);
const wanted = process.argv.slice(2);
const files = wanted.filter((each) => each.includes('/'));

const drivesBrowsers = (file) => path.normalize(file).startsWith(path.join('test', 'end-to-end'));

/** Runs the tests for Node that drive browsers, or those that do not. */
function nodeCommand(into, inBrowsers) {
  const all = readdirSync(path.join(root, 'test'), {recursive: true, encoding: 'utf8'})
    .map((each) => path.join('test', each))
    .sort();
  return [
    // Left to itself, Node keeps one processor free, of two as well.
    ...['--import', 'tsx', '--test', '--test-concurrency=2'],
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=./scripts/count-node-results.mjs', `--test-reporter-destination=${into}`],
    ...(files.length > 0 ? files : all).filter(
      (each) => each.endsWith('.node.ts') && drivesBrowsers(each) === inBrowsers,
    ),
  ];
}

const wtr = bin('@web/test-runner/dist/bin.js');

const testsOfElements = () =>
  readdirSync(path.join(root, 'test'), {recursive: true, encoding: 'utf8'})
    .map((each) => path.join('test', each))
    .filter((each) => each.endsWith('.test.ts'))
    .sort();

/** Enough that those who share them end at about the same time. */
const groupCount = 10;

const repeat = Number(process.env.REPEAT ?? 1);
if (!Number.isInteger(repeat) || repeat < 1) {
  console.error(`REPEAT is a whole number from 1, not "${process.env.REPEAT}".`);
  process.exit(1);
}

/** Ports that nobody listens on. */
async function freePorts(count) {
  const servers = Array.from({length: count}, () => createServer().listen(0));
  await Promise.all(servers.map((each) => once(each, 'listening')));
  const ports = servers.map((each) => each.address().port);
  await Promise.all(servers.map((each) => once(each.close(), 'close')));
  return ports;
}

/**
 * Runs the tests of elements in one browser, or in several side by side that share the work between them. All of them
 * come in a few bundles; files that are named, one by one. `options` come before the files.
 */
async function wtrCommands(name, share, ...options) {
  const named = files.filter((each) => each.endsWith('.test.ts'));
  const all =
    files.length > 0 && repeat === 1
      ? named
      : await groupTests(name, files.length > 0 ? named : testsOfElements(), groupCount, repeat);
  // Two that look for a port at the same time would find the same one.
  const ports = await freePorts(share);
  return Array.from({length: Math.min(share, Math.max(1, all.length))}, (_, at) => [
    wtr,
    ...options,
    ...['--port', String(ports[at])],
    ...all.filter((_file, n) => n % share === at).flatMap((each) => ['--files', each]),
  ]);
}

/** Runs one process to its end. What a process beside another says is shown when it ends, so that lines stay together. */
async function run(command, into, isBeside) {
  const child = spawn(process.execPath, command, {
    cwd: root,
    stdio: ['ignore', isBeside ? 'pipe' : 'inherit', isBeside ? 'pipe' : 'inherit'],
    env: {...process.env, RESULTS_FILE: into},
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => said.push(piece));
  const [code] = await once(child, 'close');
  process.stdout.write(Buffer.concat(said));
  const count = {passed: 0, failed: 0, skipped: 0, names: []};
  if (existsSync(into)) Object.assign(count, JSON.parse(readFileSync(into, 'utf8')));
  return {code, count};
}

const suites = {
  node: {
    title: 'Server and tools, in Node',
    ready: () => true,
    commands: (into) => [nodeCommand(into, false)],
  },
  chromium: {
    title: 'Elements, in Chromium',
    ready: () => haveBrowser('chromium'),
    commands: () => wtrCommands('chromium', 1),
  },
  firefox: {
    title: 'Elements, in Firefox',
    ready: () => haveBrowser('firefox'),
    // Focus belongs to one window at a time, so a second Firefox does what a second page cannot.
    commands: () => wtrCommands('firefox', 2, '--config', 'wtr.firefox.config.mjs'),
  },
  pages: {
    title: 'The demo and its server, from end to end',
    ready: () => haveBrowser('chromium') && haveBrowser('firefox'),
    commands: async (into) => {
      // Built once for all files, each of which has a server and a browser of its own.
      process.env.DEMO_PAGES = path.join(results, 'pages');
      await buildDemo(() => undefined, process.env.DEMO_PAGES);
      return [nodeCommand(into, true)];
    },
  },
};

const unknown = wanted.filter((each) => !each.includes('/') && !Object.hasOwn(suites, each));
if (unknown.length > 0) {
  console.error(
    `There is no suite called ${unknown.join(', ')}; there are ${Object.keys(suites).join(', ')}.`,
  );
  process.exit(1);
}
const named = Object.keys(suites).filter((each) => wanted.includes(each));

const total = {passed: 0, failed: 0, skipped: 0};
const failures = [];
for (const name of named.length > 0 ? named : Object.keys(suites)) {
  const {title, ready, commands} = suites[name];
  const began = performance.now();
  console.log(`\n== ${title} ==`);
  const count = {passed: 0, failed: 0, skipped: 0, names: []};
  if (!ready()) {
    count.failed = 1;
    count.names.push('its programs are missing');
  } else {
    const file = (at) => path.join(results, `${name}-${at}.json`);
    const runs = await Promise.all(
      // The reporter for Node is told its file by the command, the other one by the environment.
      (await commands(file(0))).map((command, at) => run(command, file(at), at > 0)),
    );
    for (const {code, count: part} of runs) {
      // A process that ran nothing, or ended badly without naming a test, is a failure too.
      if (part.passed + part.failed === 0 || (code !== 0 && part.failed === 0)) {
        part.failed += 1;
        part.names.push(code === 0 ? 'no test ran' : `ended with code ${code}`);
      }
      for (const key of Object.keys(total)) count[key] += part[key];
      count.names.push(...part.names);
    }
  }
  for (const key of Object.keys(total)) total[key] += count[key];
  failures.push(...count.names.map((each) => `${name}: ${each}`));
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    `${title}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped, ${seconds} s`,
  );
}
rmSync(results, {recursive: true, force: true});

// Once more at the end, where whoever reads the log begins.
for (const each of failures) console.log(`Failed: ${each}`);
if (total.skipped > 0) console.log(`\n${total.skipped} skipped; the suites say which and why.`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
