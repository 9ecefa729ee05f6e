import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {detailElements} from '../../src/define/internal-detail.js';
import {sectionElements} from '../../src/define/internal.js';

const src = path.resolve(import.meta.dirname, '../../src');
const sources = readdirSync(src, {recursive: true, encoding: 'utf8'})
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({name, text: readFileSync(path.join(src, name), 'utf8')}));

/** Every tag that some pattern finds in the sources, with the file that it stands in. */
function tags(pattern: RegExp): [tag: string, file: string][] {
  return sources.flatMap(({name, text}) =>
    Array.from(text.matchAll(pattern), ([, tag]): [string, string] => [tag ?? '', name]),
  );
}

const sections = await Promise.all(
  [...Object.values(sectionElements), ...Object.values(detailElements)].flat().map((bring) => bring()),
);
const internalElements = Object.assign({}, ...sections.map(({elements}) => elements)) as object;

describe('the internal elements', () => {
  it('are all registered: each class that names its tag', () => {
    const declared = tags(/^ \* @tag (kyc-[a-z-]+)$/gm);
    assert.ok(declared.length > 0);
    for (const [tag, file] of declared)
      assert.ok(tag in internalElements, `<${tag}> of ${file} is registered nowhere`);
  });

  it('are all there: each tag that a template writes', () => {
    for (const [tag, file] of tags(/<(kyc-[a-z-]+)[\s>]/g)) {
      assert.ok(tag in internalElements, `${file} writes <${tag}>, which is registered nowhere`);
    }
  });

  it('are each registered under the tag that their class names', () => {
    // A public element may stand inside another one.
    const declared = new Set(tags(/^ \* @tag ([a-z-]+)$/gm).map(([tag]) => tag));
    for (const tag of Object.keys(internalElements))
      assert.ok(declared.has(tag), `no class says @tag ${tag}`);
  });
});
