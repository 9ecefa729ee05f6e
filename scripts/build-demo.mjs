import {createHash} from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {root} from './setup.mjs';

const from = path.join(root, 'demo');

/** The page's own files: what stands directly in demo/ and the folder of its styles and pictures, if there is one. */
const isShown = (name) => /\.(html|css|svg|png|ico|webmanifest)$/.test(name);

/** Everything that ends up in the page: its sources, the library's, and the versions of what both use. */
function sources() {
  const under = (folder) =>
    readdirSync(folder, {withFileTypes: true, recursive: true})
      .filter((each) => each.isFile())
      .map((each) => path.join(each.parentPath ?? each.path, each.name));
  const page = readdirSync(from)
    .map((name) => path.join(from, name))
    .filter((file) => statSync(file).isFile() && !file.endsWith('.json'));
  return [
    ...page,
    ...under(path.join(root, 'src')),
    path.join(root, 'package-lock.json'),
    path.join(root, 'tsconfig.json'),
    path.join(root, 'scripts/build-demo.mjs'),
  ].sort();
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of sources())
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

/**
 * Builds the page that the reference server serves, unless it is there and current.
 *
 * @param {(line: string) => void} say - Where to tell what is being done.
 * @param {string} [to] - The folder to build into.
 */
export async function buildDemo(say, to = path.join(from, 'dist')) {
  const stampFile = path.join(to, '.stamp');
  const wanted = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  say('Building the elements and the demo page …');
  const {build} = await import('esbuild');
  // Made beside, then put in place: a server that runs keeps its page until the new one is whole.
  const making = `${to}-${process.pid}`;
  mkdirSync(making, {recursive: true});
  await build({
    absWorkingDir: root,
    entryPoints: ['demo/main.ts'],
    outdir: making,
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    sourcemap: true,
    target: 'es2022',
    // Which decorators are meant is written there.
    tsconfig: 'tsconfig.json',
    conditions: ['browser', 'production'],
    alias: {'kyc-review-elements': './src/index.ts'},
    logLevel: 'warning',
  });
  for (const name of readdirSync(from).filter(isShown))
    cpSync(path.join(from, name), path.join(making, name));
  writeFileSync(path.join(making, '.stamp'), wanted);
  rmSync(to, {recursive: true, force: true});
  renameSync(making, to);
}
