import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {minifyHTMLLiterals} from 'minify-literals';
import esbuild from 'rollup-plugin-esbuild';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const banner = `/*! ${manifest.name} ${manifest.version} | ${manifest.license} */`;
const external = new RegExp(`^(${Object.keys(manifest.dependencies).join('|')})(/|$)`);

/** Every file that package.json's exports lead to. */
const entries = Object.values(manifest.exports)
  .map((each) => /^\.\/dist\/(?!cdn\/|integrations\/)(.+)\.js$/.exec(each.default ?? '')?.[1])
  .filter((each) => each !== undefined);

/** Which decorators are meant is read from tsconfig.json. */
const typescript = () => esbuild({target: 'es2022', tsconfig: 'tsconfig.json'});

const safari = (17 << 16) | (5 << 8);

/** Minifies the html, svg and css templates; works on the TypeScript source, so it stands before esbuild. */
const minifyTemplates = () => ({
  name: 'minify-templates',
  async transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id) || !/\b(html|css(Text)?|svg)`/.test(code)) return null;
    const result = await minifyHTMLLiterals(code, {
      fileName: id,
      // Without the first, svg`<path/><circle/>` becomes a circle inside a path; without the second,
      // words in neighbouring inline elements run together.
      html: {keepClosingSlash: true, conservativeCollapse: true},
      // Without targets, (min-width: x) would become (width>=x). Before these versions, light-dark() would be written with
      // properties that only this stylesheet's own color-scheme sets, and a page's color-scheme would leave no colour.
      // Phones stand beside Safari, because `-webkit-text-size-adjust` is theirs alone.
      css: {targets: {chrome: 123 << 16, firefox: 121 << 16, safari, ios_saf: safari}},
    });
    return result ? {code: result.code, map: result.map} : null;
  },
});

/**
 * Gives the bundled copy of Lit a policy name of its own: a host that allows `lit-html` for its own Lit, once, would
 * otherwise see the second copy throw at import.
 */
const ownTrustedTypesPolicy = () => {
  let renamed = false;
  return {
    name: 'own-trusted-types-policy',
    transform(code, id) {
      if (!/\/lit-html\/lit-html\.js$/.test(id)) return null;
      renamed = /createPolicy\("lit-html"/.test(code);
      return {code: code.replace('createPolicy("lit-html"', 'createPolicy("kyc-lit"'), map: null};
    },
    buildEnd(error) {
      if (!error && !renamed)
        this.error('The Trusted Types policy of lit-html was not found, so it was not renamed.');
    },
  };
};

/** A page has no `process`; the virtualizer asks it only whether to measure its own speed. */
const forProduction = () => ({
  name: 'for-production',
  transform(code, id) {
    if (!id.includes('/@tanstack/virtual-core/')) return null;
    return {code: code.replaceAll('process.env.NODE_ENV', '"production"'), map: null};
  },
});

/** Lists the subresource integrity of every module that a page may load. */
const integrity = () => ({
  name: 'integrity',
  generateBundle(_options, bundle) {
    const hashes = {};
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      for (const wanted of [...file.imports, ...file.dynamicImports]) {
        if (!(wanted in bundle))
          this.error(`${file.fileName} imports ${wanted}, which a page cannot resolve.`);
      }
      const bytes = Buffer.from(file.code);
      hashes[file.fileName] = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
      this.info(`${file.fileName}: ${bytes.length} bytes, ${gzipSync(bytes, {level: 9}).length} gzipped`);
    }
    this.emitFile({
      type: 'asset',
      fileName: 'integrity.json',
      source: `${JSON.stringify(hashes, null, 2)}\n`,
    });
  },
});

function onwarn(warning, warn) {
  // zod's own sources import each other in circles, and speak of annotations in prose.
  if (/node_modules\/zod\//.test(warning.id ?? warning.ids?.[0] ?? warning.message)) return;
  warn(warning);
}

export default [
  {
    // For bundlers: one module per source file, readable but for the templates, which no bundler makes smaller, with the
    // dependencies left to the consumer.
    input: Object.fromEntries(entries.map((each) => [each, `src/${each}.ts`])),
    external: (id) => external.test(id),
    onwarn,
    plugins: [resolve({extensions: ['.js', '.ts']}), minifyTemplates(), typescript()],
    output: {
      dir: 'dist',
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: 'src',
      sourcemap: true,
      entryFileNames: '[name].js',
      banner,
    },
  },
  {
    // For a script tag: one module that needs nothing else, and the chunks that it loads when they are first needed.
    input: {'kyc-review-elements': 'src/index.ts'},
    onwarn,
    plugins: [
      // Never 'development': that is Lit's build with warnings.
      resolve({exportConditions: ['browser', 'production']}),
      ownTrustedTypesPolicy(),
      forProduction(),
      minifyTemplates(),
      typescript(),
      terser({ecma: 2022, module: true, compress: {passes: 2}, format: {comments: /^!/}}),
      integrity(),
    ],
    output: {
      dir: 'dist/cdn',
      format: 'es',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: 'kyc-[name]-[hash].js',
      banner,
    },
  },
];
