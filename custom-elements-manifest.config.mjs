import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {cemInheritancePlugin} from '@wc-toolkit/cem-inheritance';
import {cemValidatorPlugin} from '@wc-toolkit/cem-validator';
import {jsxTypesPlugin} from '@wc-toolkit/jsx-types';
import {getTsProgram, typeParserPlugin} from '@wc-toolkit/type-parser';
import {customElementJetBrainsPlugin} from 'custom-element-jet-brains-integration';
import {customElementVsCodePlugin} from 'custom-element-vs-code-integration';
import {tokenProperties} from './scripts/manifest-tokens.mjs';

const integrations = 'dist/integrations';

/** Only what a host may touch: the manifest is the public documentation, and Storybook shows all of it. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({customElementsManifest}) {
    for (const {declarations = []} of customElementsManifest.modules) {
      for (const declaration of declarations) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
      }
    }
  },
};

/** Lit's own life-cycle, which a subclass overrides and a host never calls. */
const lifeCycle = new Set([
  'connectedCallback',
  'disconnectedCallback',
  'attributeChangedCallback',
  'adoptedCallback',
  'createRenderRoot',
  'shouldUpdate',
  'willUpdate',
  'update',
  'render',
  'firstUpdated',
  'updated',
  'getUpdateComplete',
  'styles',
  'shadowRootOptions',
]);

function isPublic({name, privacy, description}) {
  if (privacy === 'private' || privacy === 'protected' || name.startsWith('#')) return false;
  // What the elements share among themselves is public to TypeScript, but says so in its own comment.
  return !lifeCycle.has(name) && !/^\(internal\)/i.test(description ?? '');
}

/** Which module defines a tag for the host: the define entry when there is one. Internal tags have none. */
const published = new Map(
  Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).exports)
    .map((each) => /^\.\/([a-z]+-[a-z-]+)\.js$/.exec(each)?.[1])
    .filter((tag) => tag !== undefined)
    .map((tag) => [tag, `dist/define/${tag}.js`]),
);

/**
 * Keeps only the modules that declare a public element or one of its ancestors or events, and gives every path as it
 * is published.
 */
const publishedModules = {
  name: 'published-modules',
  packageLinkPhase({customElementsManifest: manifest}) {
    const byName = new Map();
    for (const module of manifest.modules) {
      for (const each of module.declarations ?? []) byName.set(each.name, each);
    }
    for (const declaration of byName.values()) tidy(declaration);
    const wanted = new Set();
    const want = (name) => {
      const declaration = byName.get(name);
      if (declaration === undefined || wanted.has(declaration)) return;
      wanted.add(declaration);
      want(declaration.superclass?.name);
      for (const event of declaration.events ?? []) want(event.type?.text);
    };
    for (const [name, {tagName}] of byName) if (published.has(tagName)) want(name);
    for (const module of manifest.modules) {
      module.declarations = (module.declarations ?? []).filter((each) => wanted.has(each));
      const names = new Set(module.declarations.map(({name}) => name));
      module.exports = (module.exports ?? []).filter((each) => names.has(each.name));
    }
    manifest.modules = manifest.modules
      .filter(({declarations}) => declarations.length > 0)
      .sort((one, other) => (one.path < other.path ? -1 : 1));
    const rename = (value) => {
      for (const [key, inner] of Object.entries(value)) {
        if ((key === 'path' || key === 'module') && typeof inner === 'string') value[key] = distPath(inner);
        else if (inner !== null && typeof inner === 'object') rename(inner);
      }
    };
    rename(manifest.modules);
    for (const module of manifest.modules) {
      for (const declaration of module.declarations) {
        const {name, tagName} = declaration;
        if (!published.has(tagName)) continue;
        // The provider draws nothing, but what is set on it reaches the elements inside.
        declaration.cssProperties = [...(declaration.cssProperties ?? []), ...tokenProperties(tagName)];
        module.exports.push({
          kind: 'custom-element-definition',
          name: tagName,
          declaration: {name, module: module.path},
        });
      }
    }
    manifest.schemaVersion = '2.1.0';
  },
};

function tidy(declaration) {
  // A base class of elements is no element by itself.
  if (declaration.tagName === undefined) delete declaration.customElement;
  // Of an event class the analyzer knows neither name nor sentence, and guesses; what the comments say is complete.
  if (declaration.events)
    declaration.events = declaration.events.filter(({name}) => name?.startsWith('review-'));
  for (const each of [...(declaration.members ?? []), ...(declaration.attributes ?? [])]) {
    // Only unions of plain values help an editor; a written-out object type helps nobody.
    if (/[{}]|\bany\b/.test(each.parsedType?.text ?? '')) delete each.parsedType;
  }
}

const distPath = (path) => path.replace(/^\/?src\/(.*)\.ts$/, 'dist/$1.js');

/** Writes unions of plain values out, for editors and for Storybook's controls; only where a host can see the type. */
const parser = typeParserPlugin({propertyName: 'parsedType', parseObjectTypes: 'none'});
const plainUnions = {
  ...parser,
  analyzePhase(context) {
    const {ts, node} = context;
    const inherits = ts.isClassDeclaration(node) && node.heritageClauses?.[0]?.getText();
    if (
      inherits &&
      !/^extends (SmallElement|LitElement|ReviewHost|ReviewElement|ReviewEvent)\b/.test(inherits)
    )
      return;
    parser.analyzePhase(context);
  },
};

/** The browser's own events, in the spellings of the frameworks; what a handler is given is the framework's. */
const ownEvents = `type BaseEvents = {
  /** As React and Preact name the browser's own events, such as \`onClick\`. */
  [name: \`on\${Capitalize<string>}\`]: ((event: any) => void) | undefined;
} & {
  /** As Svelte and the DOM name them, such as \`onclick\`. */
  [Name in keyof GlobalEventHandlersEventMap as \`on\${Name}\`]?:
    ((event: GlobalEventHandlersEventMap[Name]) => void) | null | undefined;
};`;

/** What the generated types say too narrowly, and how it is. */
const widened = [
  // An object that `useRef` makes, too.
  [
    'ref?: (T | ((e: T) => void)) | undefined;',
    'ref?: T | {current: T | null} | ((e: T | null) => void | (() => void)) | null | undefined;',
  ],
  ['style?: Record<string, string | number> | undefined;', 'style?: string | object | undefined;'],
  ['key?: string | number | undefined;', 'key?: string | number | bigint | null | undefined;'],
  ['type BaseEvents = {};', ownEvents],
];

/**
 * What an attribute of this name is given as text: a list as words, a number as its digits, a flag as nothing. A framework
 * that finds a property of the name sets it to that text, which the elements read in the same way.
 */
const attributeTexts =
  /^ {2}("(?:note-limit|blind-face-match)"|permissions|sections)\?: (\w+\["\w+"\]) \| undefined;$/gm;

/**
 * The events are classes of this package, which the generated types name without importing them; and of what every element
 * has, and of attributes as text, they know too little.
 */
const completeTypes = {
  name: 'complete-types',
  packageLinkPhase({customElementsManifest: {modules}}) {
    const file = `${integrations}/jsx.d.ts`;
    const declarations = modules.flatMap((module) => module.declarations);
    const events = declarations.flatMap((each) => (each.tagName ? (each.events ?? []) : []));
    const names = [...new Set(events.map(({type}) => type.text))].sort();
    let whole = readFileSync(file, 'utf8');
    for (const [narrow, wide] of widened) {
      if (!whole.includes(narrow)) throw new Error('The types of JSX are written in another way now.');
      whole = whole.replace(narrow, () => wide);
    }
    whole = whole.replaceAll(attributeTexts, '  $1?: $2 | string | undefined;');
    writeFileSync(file, `import type {${names.join(', ')}} from '../classes.js';\n${whole}`);
  },
};

/** Svelte reads element types from a module of its own; they are those of JSX. */
const svelteTypes = {
  name: 'svelte-types',
  packageLinkPhase() {
    mkdirSync(integrations, {recursive: true});
    writeFileSync(
      `${integrations}/svelte.d.ts`,
      [
        "import type {CustomElements} from './jsx.js';",
        "declare module 'svelte/elements' {",
        '  interface SvelteHTMLElements extends CustomElements {}',
        '}',
        '',
      ].join('\n'),
    );
  },
};

export default {
  globs: ['src/**/*.ts'],
  outdir: '.',
  litelement: true,
  overrideModuleCreation: ({ts, globs}) => {
    const program = getTsProgram(ts, globs, 'tsconfig.json');
    return program.getSourceFiles().filter((file) => globs.some((glob) => file.fileName.includes(glob)));
  },
  plugins: [
    publicOnly,
    plainUnions,
    cemInheritancePlugin(),
    publishedModules,
    cemValidatorPlugin({logErrors: true, rules: {manifest: {exportTypes: 'off'}}}),
    jsxTypesPlugin({
      outdir: integrations,
      fileName: 'jsx.d.ts',
      componentTypePath: (_name, tag) => `../define/${tag}.js`,
    }),
    customElementVsCodePlugin({outdir: integrations}),
    customElementJetBrainsPlugin({outdir: integrations, packageJson: false}),
    completeTypes,
    svelteTypes,
  ],
};
