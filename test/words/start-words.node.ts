import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {build} from 'esbuild';
import {partWords} from '../../src/words/part-words.js';

const root = path.resolve(import.meta.dirname, '../..');

/** The modules that a page starts with, when it imports this entry. */
async function startOf(entry: string): Promise<readonly string[]> {
  const {metafile} = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: 'out',
    bundle: true,
    splitting: true,
    format: 'esm',
    tsconfig: 'tsconfig.json',
    conditions: ['browser', 'production'],
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const wanted = new Set<string>();
  const want = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const {kind, path: next} of metafile.outputs[name]?.imports ?? [])
      if (kind === 'import-statement') want(next);
  };
  for (const [name, {entryPoint}] of Object.entries(metafile.outputs)) if (entryPoint === entry) want(name);
  return (
    [...wanted]
      .flatMap((name) => Object.keys(metafile.outputs[name]?.inputs ?? {}))
      // The gauge stands alone, with words of its own.
      .filter((name) => name.startsWith('src/') && !name.includes('gauge'))
  );
}

describe('what a page starts with', () => {
  for (const entry of [
    'src/index.ts',
    'src/define/customer-profile.ts',
    'src/define/verification-detail.ts',
  ]) {
    it(`draws with no words that come later: ${entry}`, async () => {
      const modules = await startOf(entry);
      assert.ok(modules.includes('src/words/en.ts'), 'it starts with the first words');
      assert.ok(!modules.includes('src/words/part-words.ts'), 'it starts without those of the parts');
      for (const name of modules) {
        const text = readFileSync(path.join(root, name), 'utf8');
        for (const [, key = ''] of text.matchAll(/'([a-z-]+\.[\w.-]+)'/g)) {
          assert.ok(!Object.hasOwn(partWords.en, key), `${name} draws with ${key}`);
        }
      }
    });
  }
});
