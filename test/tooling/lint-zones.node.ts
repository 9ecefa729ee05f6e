import assert from 'node:assert/strict';
import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {ESLint} from 'eslint';
import tseslint from 'typescript-eslint';
import {ladder} from '../../scripts/ladder.mjs';

const root = path.resolve(import.meta.dirname, '../..');
// The planted files are not on disk, so the rules that ask the compiler are left out; the import rules do not.
const eslint = new ESLint({cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked]});

/** The messages of one rule about a text that claims to stand at a path. */
async function messages(file: string, text: string, rule: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, {filePath: path.join(root, file)});
  assert.ok(result, `${file} is not linted at all`);
  assert.ok(!result.messages.some((each) => each.fatal), JSON.stringify(result.messages));
  return result.messages.filter((each) => each.ruleId === rule).map((each) => each.message);
}

/** Some module of a folder, as an import from another folder writes it. */
function anyModule(folder: string): string | undefined {
  if (!existsSync(path.join(root, folder))) return undefined;
  const all = readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'});
  return all.filter((each) => each.endsWith('.ts')).sort()[0];
}

const rule = 'import-x/no-restricted-paths';
const built = ladder.filter((folder) => anyModule(`src/${folder}`) !== undefined);

describe('the ladder', () => {
  it('names every folder of src', () => {
    const folders = readdirSync(path.join(root, 'src'), {withFileTypes: true}).filter((each) =>
      each.isDirectory(),
    );
    for (const {name} of folders) assert.ok(ladder.includes(name), `src/${name} stands on no step`);
  });

  for (const [step, folder] of built.entries()) {
    const file = `src/${folder}/planted.ts`;
    for (const above of built.slice(step + 1)) {
      it(`${folder} may not import ${above}`, async () => {
        const wanted = `../${above}/${anyModule(`src/${above}`)?.replace(/\.ts$/, '.js')}`;
        assert.equal((await messages(file, `import '${wanted}';\n`, rule)).length, 1);
      });
    }
    for (const below of built.slice(0, step)) {
      it(`${folder} may import ${below}`, async () => {
        const wanted = `../${below}/${anyModule(`src/${below}`)?.replace(/\.ts$/, '.js')}`;
        assert.deepEqual(await messages(file, `import '${wanted}';\n`, rule), []);
      });
    }
  }

  it('what is shipped may not import the tests', async () => {
    const found = await messages('src/api/planted.ts', "import '../../test/support/trap.js';\n", rule);
    assert.equal(found.length, 1);
  });

  it('the reference server may import the domain and nothing else of src', async () => {
    const file = 'demo/server/planted.ts';
    assert.deepEqual(await messages(file, "import '../../src/domain/permissions.js';\n", rule), []);
    assert.equal((await messages(file, "import '../../src/define/define.js';\n", rule)).length, 1);
  });
});

describe('cycles', () => {
  it('a module may not import one that imports it', async () => {
    const found = await messages('src/domain/person.ts', "import './customer.js';\n", 'import-x/no-cycle');
    assert.equal(found.length, 1);
  });
});

const restricted = 'no-restricted-imports';
const syntax = 'no-restricted-syntax';
const planted = [
  {
    says: 'domain may import zod/mini',
    in: 'domain',
    text: "import * as z from 'zod/mini';\nexport {z};",
    rule: restricted,
    found: 0,
  },
  {
    says: 'domain may not import all of zod',
    in: 'domain',
    text: "import {z} from 'zod';\nexport {z};",
    rule: restricted,
    found: 1,
  },
  {says: 'domain may not import Lit', in: 'domain', text: "import 'lit';", rule: restricted, found: 1},
  {
    says: 'domain may not touch the document',
    in: 'domain',
    text: 'export const title = document.title;',
    rule: 'no-restricted-globals',
    found: 1,
  },
  {says: 'words may not import Lit', in: 'words', text: "import 'lit';", rule: restricted, found: 1},
  {says: 'api may import ky', in: 'api', text: "import 'ky';", rule: restricted, found: 0},
  {says: 'api may not import Lit', in: 'api', text: "import '@lit/task';", rule: restricted, found: 1},
  {says: 'api may not import zod', in: 'api', text: "import 'zod/mini';", rule: restricted, found: 1},
  {says: 'session may not import ky', in: 'session', text: "import 'ky';", rule: restricted, found: 1},
  {says: 'ui may not import zod', in: 'ui', text: "import 'zod/mini';", rule: restricted, found: 1},
  {
    says: 'ui may not render text as HTML',
    in: 'ui',
    text: "import 'lit/directives/unsafe-html.js';",
    rule: restricted,
    found: 1,
  },
  {
    says: 'ui may not import styleMap',
    in: 'ui',
    text: "import 'lit/directives/style-map.js';",
    rule: restricted,
    found: 1,
  },
  {
    says: 'a template may not hold a style attribute',
    in: 'ui',
    text: 'export const a = html`<p style="color: red">b</p>`;',
    rule: syntax,
    found: 1,
  },
  {
    says: 'nor a bound one',
    in: 'ui',
    text: 'export const a = html`<p style=${b}>b</p>`;',
    rule: syntax,
    found: 1,
  },
  {
    says: 'nobody writes innerHTML',
    in: 'ui',
    text: 'export const a = (p: Element, b: string) => { p.innerHTML = b; };',
    rule: 'no-unsanitized/property',
    found: 1,
  },
  {says: 'no enum', in: 'ui', text: 'export enum A { b }', rule: syntax, found: 1},
  {
    says: 'no parameter property',
    in: 'ui',
    text: 'export class A { constructor(readonly b: string) {} }',
    rule: syntax,
    found: 1,
  },
  {says: 'no default export', in: 'ui', text: 'export default 1;', rule: syntax, found: 1},
  {
    says: 'no word on the host’s console',
    in: 'session',
    text: "console.log('a');",
    rule: 'no-console',
    found: 1,
  },
  {
    says: 'no `any`',
    in: 'ui',
    text: 'export const a = (b: any) => b;',
    rule: '@typescript-eslint/no-explicit-any',
    found: 1,
  },
  {
    says: 'no `!`',
    in: 'ui',
    text: 'export const a = (b?: string) => b!;',
    rule: '@typescript-eslint/no-non-null-assertion',
    found: 1,
  },
] as const;

describe('the house rules', () => {
  for (const each of planted) {
    it(each.says, async () => {
      const found = await messages(`src/${each.in}/planted.ts`, `${each.text}\n`, each.rule);
      assert.equal(found.length, each.found, found.join('\n'));
    });
  }
});
