import js from '@eslint/js';
import {createTypeScriptImportResolver} from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import {ladder} from './scripts/ladder.mjs';

const entries = ['./src/index.ts', './src/classes.ts'];

const zones = [
  // One zone per step: nobody reaches up.
  ...ladder.map((folder, step) => ({
    target: `./src/${folder}`,
    from: [...ladder.slice(step + 1).map((above) => `./src/${above}`), ...entries],
    message: `The ladder is ${ladder.join(' < ')} < index: import only from the left.`,
  })),
  {
    target: './src/classes.ts',
    from: ['./src/define', './src/index.ts'],
    message: 'Importing the classes must register nothing.',
  },
  {
    target: './src',
    from: ['./test', './stories', './demo', './bench'],
    message: 'What is shipped imports nothing that is not.',
  },
  {
    target: './demo/server',
    from: './src',
    except: ['./domain'],
    message: 'The reference server shares the domain tables and nothing else.',
  },
];

const zod = {
  regex: '^zod($|/)',
  message: 'Only domain knows zod; what it checks comes from there as a plain value.',
};
const ky = {regex: '^ky($|/)', message: 'Only api speaks HTTP.'};
const screens = {regex: '^(lit|@lit/.*|lit-.*)($|/)', message: 'This folder knows no screen.'};
const html = {
  regex: '^lit/directives/(unsafe-html|unsafe-svg|unsafe-mathml|style-map)\\.js$',
  message: 'Nothing is ever rendered as HTML, and a strict policy blocks style attributes.',
};

const shape = [
  {selector: 'TSEnumDeclaration', message: 'Write a union of strings.'},
  {selector: "TSModuleDeclaration[kind='namespace']", message: 'Write a module.'},
  {selector: 'TSParameterProperty', message: 'Declare the field where the reader looks for fields.'},
  {selector: 'ExportDefaultDeclaration', message: 'Export by name.'},
];
const templates = [
  {
    selector: 'TemplateElement[value.raw=/(^|\\s)\\.?style\\s*=/]',
    message: 'A strict policy blocks style attributes: use a class, or set the property in updated().',
  },
];

const typescript = {
  languageOptions: {
    parserOptions: {project: './tsconfig.all.json', tsconfigRootDir: import.meta.dirname},
  },
};

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'demo/dist/**',
      'storybook-static/**',
      'test-bundles/**',
      'coverage/**',
      '.data/**',
      '.cache/**',
      'demo/.data/**',
      // Compiled against the built package, which is not there while linting.
      'test/packaged/**',
    ],
  },
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  js.configs.recommended,
  noUnsanitized.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    plugins: {'import-x': importX},
    settings: {
      'import-x/extensions': ['.ts', '.tsx', '.js', '.mjs'],
      'import-x/parsers': {'@typescript-eslint/parser': ['.ts', '.tsx']},
      'import-x/resolver-next': [createTypeScriptImportResolver({project: 'tsconfig.json'})],
    },
    ...typescript,
    rules: {
      'import-x/no-restricted-paths': ['error', {basePath: import.meta.dirname, zones}],
      'import-x/no-cycle': ['error', {ignoreExternal: true}],
      'no-restricted-syntax': ['error', ...shape, ...templates],
      // Lit binds `@click=${this.onClick}` to the element itself.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', {ignoreRestSiblings: true}],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
    ],
    plugins: {'lit-a11y': litA11y},
    languageOptions: {globals: globals.browser},
    settings: {wc: {elementBaseClasses: ['LitElement', 'ReviewElement', 'ReviewPart', 'SmallElement']}},
    rules: {
      ...litA11y.configs.recommended.rules,
      // WebKit takes the meaning from a list or table whose display is changed, unless the role is written.
      'lit-a11y/no-redundant-role': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-imports': ['error', {patterns: [zod, ky, html]}],
      'no-console': 'error',
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {patterns: [{regex: '^(?!zod/mini$|\\./)', message: 'domain imports zod/mini and itself.'}]},
      ],
      'no-restricted-globals': ['error', 'window', 'document', 'fetch', 'customElements', 'WebSocket'],
    },
  },
  {
    files: ['src/words/**/*.ts'],
    rules: {'no-restricted-imports': ['error', {patterns: [zod, ky, screens]}]},
  },
  {
    files: ['src/api/**/*.ts'],
    rules: {'no-restricted-imports': ['error', {patterns: [zod, screens]}]},
  },
  // The one place that has something to say on a host's console.
  {files: ['src/define/define.ts'], rules: {'no-console': 'off'}},
  {
    files: [
      'test/**/*.{ts,tsx}',
      'stories/**/*.ts',
      'bench/**/*.{ts,tsx}',
      'demo/**/*.ts',
      '.storybook/*.ts',
    ],
    languageOptions: {globals: {...globals.browser, ...globals.node, ...globals.mocha}},
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-promises': ['error', {checksVoidReturn: false}],
      // node:test and mocha take care of what `it` and `test` return.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {from: 'package', package: 'node:test', name: ['it', 'test', 'describe', 'suite']},
          ],
        },
      ],
    },
  },
  {
    files: ['test/**/*.test.ts'],
    rules: {
      // The typings of chai's plugins make every assertion look like a promise; the one that is must be awaited.
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-syntax': [
        'error',
        ...shape,
        {
          selector: "ExpressionStatement > CallExpression[callee.property.name='accessible']",
          message: 'Await it: otherwise the test ends before axe has looked.',
        },
      ],
    },
  },
  {
    files: ['stories/**/*.ts', '.storybook/*.ts'],
    rules: {'no-restricted-syntax': ['error', ...shape.slice(0, -1), ...templates]},
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {globals: {...globals.node, ...globals.browser}},
    // Scripts import what they build; there is no page, and nothing from outside.
    rules: {'no-unsanitized/method': 'off'},
  },
);
