import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {root} from './setup.mjs';

// Whether the committed custom-elements.json says what the sources say, and says it with a sentence each.

const file = `${root}/custom-elements.json`;
const before = readFileSync(file, 'utf8');
const {status, stdout, stderr} = spawnSync(
  process.execPath,
  [
    'node_modules/@custom-elements-manifest/analyzer/cem.js',
    'analyze',
    '--config',
    'custom-elements-manifest.config.mjs',
  ],
  {cwd: root, encoding: 'utf8'},
);
const after = readFileSync(file, 'utf8');

const wrong = [];
if (status !== 0) wrong.push(`the analyzer ended with code ${status}:\n${stdout}${stderr}`);
if (before !== after) wrong.push('custom-elements.json is not fresh: run `npm run manifest` and commit it.');

for (const {declarations} of JSON.parse(after).modules) {
  for (const {tagName, ...each} of declarations) {
    if (tagName === undefined) continue;
    if (!each.description) wrong.push(`<${tagName}> has no description`);
    for (const kind of ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties']) {
      for (const {name, description} of each[kind] ?? []) {
        if (!description) wrong.push(`<${tagName}> ${kind}: "${name}" has no description`);
      }
    }
    for (const {name, type} of each.events ?? []) {
      if (!/^Review\w+Event$/.test(type?.text ?? '')) wrong.push(`<${tagName}> event ${name} has no class`);
    }
  }
}

// What was found is what was committed; a check changes nothing.
if (before !== after) writeFileSync(file, before);
for (const line of wrong) console.error(line);
console.log(
  wrong.length === 0 ? 'The manifest is fresh and complete.' : `${wrong.length} things are wrong with it.`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
