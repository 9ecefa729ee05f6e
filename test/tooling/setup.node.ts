import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {isSupportedNode, root} from '../../scripts/setup.mjs';

const cases = [
  {version: '18.20.4', supported: false},
  {version: '20.18.3', supported: false},
  {version: '20.19.0', supported: true},
  {version: '21.7.3', supported: false},
  {version: '22.11.0', supported: false},
  {version: '22.12.0', supported: true},
  {version: '23.0.0', supported: true},
  {version: '24.21.0', supported: true},
] as const;

describe('the first step of every command', () => {
  for (const {version, supported} of cases) {
    it(`Node ${version} is ${supported ? 'enough' : 'refused'}`, () => {
      assert.equal(isSupportedNode(version), supported);
    });
  }

  it('needs nothing that is not in Node itself', () => {
    for (const name of ['start.mjs', 'test.mjs', 'setup.mjs']) {
      const text = readFileSync(path.join(root, 'scripts', name), 'utf8');
      const imported = Array.from(text.matchAll(/^import .* from '([^']+)';$/gm), ([, from]) => from ?? '');
      assert.ok(imported.length > 0);
      // What is loaded later, once the dependencies are there, is imported by a call.
      for (const from of imported) assert.match(from, /^(node:|\.\/setup\.mjs$)/, `${name} imports ${from}`);
    }
  });
});
