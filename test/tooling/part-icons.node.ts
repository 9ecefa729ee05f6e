import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {partIcons} from '../../src/ui/part-icons.js';

const root = path.resolve(import.meta.dirname, '../../src');
const modules = new Map(
  readdirSync(root, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [path.join(root, file), readFileSync(path.join(root, file), 'utf8')]),
);

/** What a module imports when it is loaded. */
function importsOf(file: string): readonly string[] {
  const found = (modules.get(file) ?? '').matchAll(
    /^(?:import|export) (?!type)[^;]*?from '(\.[^']+)\.js'/gmu,
  );
  return [...found].map(([, to = '']) => `${path.join(path.dirname(file), to)}.ts`);
}

function reachedFrom(file: string, reached = new Set<string>()): ReadonlySet<string> {
  if (!reached.has(file)) {
    reached.add(file);
    for (const next of importsOf(file)) reachedFrom(next, reached);
  }
  return reached;
}

describe('the icons that come with the statuses', () => {
  const users = [...modules].filter(
    ([file, text]) =>
      !/[\\/](?:words|domain)[\\/]|part-icons\.ts$/u.test(file) &&
      Object.keys(partIcons).some((name) => text.includes(`'${name}'`)),
  );

  it('are used', () => {
    assert.ok(users.length > 5, String(users.length));
  });

  for (const [file] of users) {
    it(`are there in ${path.relative(root, file)}`, () => {
      assert.ok(reachedFrom(file).has(path.join(root, 'ui', 'status.ts')));
    });
  }
});
