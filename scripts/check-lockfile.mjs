import {readFileSync} from 'node:fs';

// Two things that `npm install` lets pass and `npm ci` or another network does not:
// an optional platform package that was silently left out, and an address of somebody's own registry.

const {packages} = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));

/** What a package finds under a name, by walking up through the folders as Node does. */
function found(from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const there = packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`];
    if (there !== undefined || folder === '') return there;
    if (!folder.includes('/node_modules/')) folder = '';
  }
}

const wrong = [];
for (const [where, {optionalDependencies = {}, resolved}] of Object.entries(packages)) {
  if (typeof resolved === 'string') wrong.push(`${where} names the host it came from`);
  for (const [name, range] of Object.entries(optionalDependencies)) {
    const version = found(where, name)?.version;
    if (version === undefined) wrong.push(`${where} lacks ${name} ${range}`);
    else if (/^\d/.test(range) && version !== range)
      wrong.push(`${where} wants ${name} ${range}, not ${version}`);
  }
}

for (const line of wrong) console.error(line);
console.log(
  wrong.length === 0 ? 'The lockfile is complete.' : `${wrong.length} things are wrong with the lockfile.`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
