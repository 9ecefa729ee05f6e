import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {build} from 'esbuild';
import {rollup} from 'rollup';

const root = path.resolve(import.meta.dirname, '..');

/** What a page downloads before anything shows: the entry and all that it imports statically. */
interface Start {
  readonly bytes: number;
  readonly gzip: number;
}

const measured = (texts: readonly string[]): Start => ({
  bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
  // Each file travels on its own.
  gzip: texts.reduce((sum, text) => sum + gzipSync(text, {level: 9}).length, 0),
});

async function byEsbuild(entry: string): Promise<Start> {
  const {outputFiles, metafile} = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: 'out',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    conditions: ['browser', 'production'],
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const texts = new Map(outputFiles.map((file) => [path.relative(root, file.path), file.text]));
  const wanted = new Set<string>();
  const want = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const each of metafile.outputs[name]?.imports ?? [])
      if (each.kind === 'import-statement') want(each.path);
  };
  // What is imported when it is needed has an entry point too.
  for (const [name, {entryPoint}] of Object.entries(metafile.outputs))
    if (entryPoint !== undefined && path.resolve(root, entryPoint) === entry) want(name);
  return measured([...wanted].map((name) => texts.get(name) ?? ''));
}

async function byRollup(entry: string): Promise<Start> {
  const bundle = await rollup({
    input: entry,
    onwarn: () => {},
    plugins: [
      // As every consumer of rollup does for packages that ask it.
      {name: 'production', transform: (code) => code.replaceAll('process.env.NODE_ENV', '"production"')},
      resolve({rootDir: root, exportConditions: ['browser', 'production']}),
      terser({ecma: 2022, module: true, compress: {passes: 2}}),
    ],
  });
  const {output} = await bundle.generate({format: 'es'});
  await bundle.close();
  const chunks = new Map(
    output.flatMap((each) => (each.type === 'chunk' ? [[each.fileName, each] as const] : [])),
  );
  const wanted = new Set<string>();
  const want = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    chunks.get(name)?.imports.forEach(want);
  };
  for (const {isEntry, fileName} of chunks.values()) if (isEntry) want(fileName);
  return measured([...wanted].map((name) => chunks.get(name)?.code ?? ''));
}

/** What each entry of the built package costs at the start of a page, dependencies included, under two bundlers. */
export async function measureBytes(): Promise<readonly Readonly<Record<string, string | number>>[]> {
  const {exports} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, string | {default: string}>;
  };
  const names = Object.entries(exports).flatMap(([name, target]) =>
    typeof target === 'object' && !target.default.includes('/cdn/') ? [name] : [],
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'kyc-bytes-'));
  const rows = [];
  for (const name of names) {
    const built = (exports[name] as {default: string}).default;
    const entry = path.join(folder, `entry-${rows.length}.js`);
    // As a page writes it: everything that the entry exports is kept.
    writeFileSync(entry, `export * from ${JSON.stringify(path.join(root, built))};\n`);
    const [esbuild, rolled] = [await byEsbuild(entry), await byRollup(entry)];
    rows.push({
      entry: name,
      'esbuild, bytes': esbuild.bytes,
      'esbuild, gzip': esbuild.gzip,
      'rollup, bytes': rolled.bytes,
      'rollup, gzip': rolled.gzip,
    });
  }
  rmSync(folder, {recursive: true, force: true});
  return rows;
}
