import {createHash} from 'node:crypto';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {root} from './setup.mjs';

// What publint and attw cannot know: that the built files are what the README promises.

const wrong = [];
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const cdn = path.join(root, 'dist/cdn');

for (const [name, target] of Object.entries(manifest.exports)) {
  if (typeof target === 'string' || target.default.includes('/cdn/')) continue;
  // Through the package's own name, as a consumer imports it; Node must be able to.
  await import(name.replace(/^\./, manifest.name)).catch((error) => wrong.push(`${name}: ${error}`));
}

const modules = readdirSync(cdn).filter((each) => each.endsWith('.js'));
const hashes = JSON.parse(readFileSync(path.join(cdn, 'integrity.json'), 'utf8'));
if (Object.keys(hashes).sort().join() !== modules.sort().join()) {
  wrong.push(`integrity.json lists ${Object.keys(hashes)}, and there are ${modules}`);
}
for (const name of modules) {
  const text = readFileSync(path.join(cdn, name));
  const hash = `sha384-${createHash('sha384').update(text).digest('base64')}`;
  if (hashes[name] !== hash) wrong.push(`${name} does not have the hash that integrity.json gives`);
  if (text.includes('"lit-html"')) wrong.push(`${name} creates the Trusted Types policy "lit-html"`);
  if (!existsSync(path.join(cdn, `${name}.map`))) wrong.push(`${name} has no source map`);
}
if (!modules.some((name) => readFileSync(path.join(cdn, name)).includes('kyc-lit'))) {
  wrong.push('no module creates the Trusted Types policy "kyc-lit"');
}

for (const name of readdirSync(path.join(root, 'dist'), {recursive: true})) {
  // Such colours follow a color-scheme that stands in the same stylesheet, and never that of the page.
  if (name.endsWith('.js') && readFileSync(path.join(root, 'dist', name), 'utf8').includes('--lightningcss'))
    wrong.push(`${name} has no colours of its own where the page chooses between light and dark`);
}

/** The names that a built module exports, read from its closing export list. */
function exportsOf(file) {
  const text = readFileSync(file, 'utf8');
  const lists = Array.from(text.matchAll(/\bexport\s*\{([^}]*)\}/g), ([, list]) => list.split(','));
  const names = lists.flat().map((each) =>
    each
      .trim()
      .split(/\s+as\s+/)
      .at(-1),
  );
  return names.filter(Boolean).sort().join();
}
const ours = exportsOf(path.join(root, 'dist/index.js'));
const theirs = exportsOf(path.join(cdn, 'kyc-review-elements.js'));
if (ours === '' || ours !== theirs) wrong.push(`the index exports ${ours}, the CDN module ${theirs}`);

for (const line of wrong) console.error(line);
console.log(
  wrong.length === 0 ? 'The built files are what they should be.' : `${wrong.length} things are wrong.`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
