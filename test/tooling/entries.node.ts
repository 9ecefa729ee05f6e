import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {version} from '../../src/define/version.js';

const root = path.resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  version: string;
  exports: Record<string, string | {types: string; default: string}>;
  sideEffects: string[];
};

/** The source of every entry that is JavaScript and has one. */
const entries = Object.entries(manifest.exports).flatMap(([name, target]) => {
  const built = typeof target === 'string' ? undefined : /^\.\/dist\/((?!cdn\/).+)\.js$/.exec(target.default);
  return built ? [{name, source: `./src/${built[1]}.ts`}] : [];
});

/** Runs a line of code as a module in a Node of its own. */
function inNode(code: string): {code: number | null; said: string} {
  const words = ['--import', 'tsx', '--input-type=module', '--eval', code];
  const {status, stdout, stderr} = spawnSync(process.execPath, words, {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return {code: status, said: stdout + stderr};
}

describe('the entries of the package', () => {
  it('say the version of package.json', () => {
    assert.equal(version, manifest.version);
  });

  for (const {name, source} of entries) {
    it(`${name} stands on a source file`, () => {
      assert.ok(existsSync(path.join(root, source)), `${source} is missing`);
    });

    it(`${name} is imported in Node in silence, and lets Node end`, () => {
      assert.deepEqual(inNode(`await import('${source}');`), {code: 0, said: ''});
    });

    it(`${name} is named as having side effects exactly if it defines elements`, () => {
      const built = source.replace('./src/', './dist/').replace(/\.ts$/, '.js');
      const defines = name !== './classes.js';
      assert.equal(manifest.sideEffects.includes(source), defines, source);
      assert.equal(manifest.sideEffects.includes(built), defines, built);
    });
  }

  it('classes.js registers nothing, the index registers every public element', () => {
    const tags = entries.flatMap(({name}) => /^\.\/([a-z]+-[a-z-]+)\.js$/.exec(name)?.[1] ?? []);
    assert.ok(tags.length > 0);
    const ask = `console.log(${JSON.stringify(tags)}.filter((tag) => customElements.get(tag)).join())`;
    assert.deepEqual(inNode(`await import('./src/classes.ts'); ${ask}`), {code: 0, said: '\n'});
    assert.deepEqual(inNode(`await import('./src/index.ts'); ${ask}`), {code: 0, said: `${tags.join()}\n`});
  });
});
