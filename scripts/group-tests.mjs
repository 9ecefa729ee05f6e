import {readFileSync, rmSync, statSync} from 'node:fs';
import path from 'node:path';
import {build} from 'esbuild';
import {root} from './setup.mjs';

// A page that loads one test file loads hundreds of modules for it, which costs more than most files' tests. So the
// whole suite is bundled into a few pages with many files each. What a page keeps for good (definitions of elements,
// which parts are loaded) is shared then; a file that cannot share it says so and is loaded from its sources, as is
// whatever is named on the command line.

/** Where the bundles are while they run; next to the sources, because only what is below the root is served. */
const folder = path.join(root, 'test-bundles');

/** Modules of the page itself: there is one of each, whatever is bundled. */
const shared = {
  name: 'shared',
  setup({onResolve}) {
    onResolve({filter: /\/support\/trap\.js$/}, () => ({path: '/test/support/trap.ts', external: true}));
    onResolve({filter: /^\/__web/}, ({path: found}) => ({path: found, external: true}));
  },
};

/**
 * Puts what a test file says after its imports into a suite with its name, so that its hooks are its own; as often as it
 * is to be repeated.
 */
const inSuites = (times) => ({
  name: 'in-suites',
  setup({onLoad}) {
    onLoad({filter: /\.test\.ts$/}, ({path: file}) => {
      const source = readFileSync(file, 'utf8');
      const end = Math.max(
        0,
        ...Array.from(source.matchAll(/^import\s[^;]*;$/gm), ({0: found, index}) => index + found.length),
      );
      const name = JSON.stringify(path.relative(root, file));
      return {
        loader: 'ts',
        contents: `${source.slice(0, end)} for (let round = 1; round <= ${times}; round += 1) describe(${name}, () => {${source.slice(end)}\n});`,
      };
    });
  },
});

/** Every bundle begins with the trap's verdict, as every test file on a page of its own does. */
const entriesOf = (groups) => ({
  name: 'entries',
  setup({onResolve, onLoad}) {
    onResolve({filter: /^group:/}, ({path: found}) => ({path: found, namespace: 'group'}));
    onLoad({filter: /^group:/, namespace: 'group'}, ({path: found}) => ({
      resolveDir: root,
      contents: [
        `import {judge} from './test/support/trap.js';`,
        'judge();',
        ...groups[Number(found.slice('group:'.length))].map((file) => `import './${file}';`),
      ].join('\n'),
    }));
  },
});

const standsAlone = (file) =>
  readFileSync(path.join(root, file), 'utf8').includes('// On a page of its own: ');

/** Shares the files out, so that all groups have about as much to do: the longest first, each to the least busy. */
function share(files, count) {
  const groups = Array.from({length: count}, () => ({size: 0, files: []}));
  const sized = files.map((file) => ({file, size: statSync(path.join(root, file)).size}));
  for (const {file, size} of sized.sort((one, other) => other.size - one.size)) {
    const [least] = groups.sort((one, other) => one.size - other.size);
    least.files.push(file);
    least.size += size;
  }
  return groups.map(({files: all}) => all.sort());
}

/**
 * Bundles test files.
 *
 * @param {string} name - Whose bundles these are.
 * @param {readonly string[]} files - Relative to the root.
 * @param {number} count - How many bundles at most.
 * @param {number} times - How often everything runs that is bundled; what stands alone changes its page for good, and
 * runs once.
 * @returns {Promise<string[]>} the bundles, and the files that stand alone, relative to the root
 */
export async function groupTests(name, files, count, times) {
  const alone = files.filter(standsAlone);
  const others = files.filter((file) => !alone.includes(file));
  const groups = share(others, Math.min(count, others.length));
  const outdir = path.join(folder, name);
  rmSync(outdir, {recursive: true, force: true});
  await build({
    absWorkingDir: root,
    entryPoints: groups.map((_, at) => ({in: `group:${at}`, out: `group-${at + 1}`})),
    outdir,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    sourcemap: 'linked',
    tsconfig: 'tsconfig.json',
    conditions: ['browser', 'import'],
    define: {'process.env.NODE_ENV': '"production"'},
    // The package says that its modules do nothing when they are loaded; tests do.
    ignoreAnnotations: true,
    logLevel: 'warning',
    plugins: [entriesOf(groups), shared, inSuites(times)],
  });
  const bundles = groups.map((_, at) => path.join(path.relative(root, outdir), `group-${at + 1}.js`));
  return [...bundles, ...alone];
}
