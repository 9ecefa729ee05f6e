import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {root, setUp} from './setup.mjs';

// `npm test [-- suites and files]`: every suite, and one closing line for all of them.
//   npm test -- node                         only the suites that need no browser
//   npm test -- chromium test/ui/*.test.ts   these files in one browser

setUp();
const {haveBrowser} = await import('./browsers.mjs');

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
    ...['--import', 'tsx', '--test'],
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=./scripts/count-node-results.mjs', `--test-reporter-destination=${into}`],
    ...(files.length > 0 ? files : all).filter(
      (each) => each.endsWith('.node.ts') && drivesBrowsers(each) === inBrowsers,
    ),
  ];
}

function browserTests() {
  const chosen = files.filter((each) => each.endsWith('.test.ts'));
  return files.length > 0 ? chosen.flatMap((each) => ['--files', each]) : [];
}

const wtr = bin('@web/test-runner/dist/bin.js');

const suites = {
  node: {
    title: 'Server and tools, in Node',
    ready: () => true,
    command: (into) => nodeCommand(into, false),
  },
  chromium: {
    title: 'Elements, in Chromium',
    ready: () => haveBrowser('chromium'),
    command: () => [wtr, ...browserTests()],
  },
  firefox: {
    title: 'Elements, in Firefox',
    ready: () => haveBrowser('firefox'),
    command: () => [wtr, '--config', 'wtr.firefox.config.mjs', ...browserTests()],
  },
  pages: {
    title: 'The demo and its server, from end to end',
    ready: () => haveBrowser('chromium') && haveBrowser('firefox'),
    command: (into) => nodeCommand(into, true),
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
  const {title, ready, command} = suites[name];
  const began = performance.now();
  console.log(`\n== ${title} ==`);
  const into = path.join(results, `${name}.json`);
  const count = {passed: 0, failed: 0, skipped: 0, names: []};
  if (!ready()) {
    count.failed = 1;
  } else {
    const {status} = spawnSync(process.execPath, command(into), {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {...process.env, RESULTS_FILE: into},
    });
    if (existsSync(into)) Object.assign(count, JSON.parse(readFileSync(into, 'utf8')));
    // A suite that ran nothing, or ended badly without naming a test, is a failure too.
    if (count.passed + count.failed === 0 || (status !== 0 && count.failed === 0)) {
      console.error(`${title}: ${status === 0 ? 'no test ran' : `ended with code ${status}`}.`);
      count.failed += 1;
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
