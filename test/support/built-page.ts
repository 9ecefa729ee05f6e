import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {build} from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** What a page is built of: its script, by its path below the root, the name of its file, and its title. */
interface BuiltPage {
  readonly script: string;
  readonly file: string;
  readonly title: string;
}

/** Builds an empty page that loads one script, with the elements in it as a host's bundler would put them there. */
export async function buildPage(folder: string, {script, file, title}: BuiltPage): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [script],
    outfile: join(folder, 'page.js'),
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    tsconfig: 'tsconfig.json',
    conditions: ['browser', 'production'],
    alias: {'kyc-review-elements': './src/index.ts'},
    define: {'process.env.NODE_ENV': '"production"'},
    logLevel: 'error',
  });
  await writeFile(
    join(folder, file),
    `<!doctype html><html lang="en"><title>${title}</title><link rel="icon" href="data:,"><script type="module" src="page.js"></script></html>`,
  );
}
