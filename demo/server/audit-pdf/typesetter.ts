import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import init, {TypstCompilerBuilder, type TypstCompiler} from '@myriaddreamin/typst-ts-web-compiler';
import {readFonts} from './fonts.js';

const {resolve} = createRequire(import.meta.url);
const template = new URL('./audit.typ', import.meta.url);
const templatePath = '/audit.typ';
/** Diagnostics as one line of text each. */
const plainDiagnostics = 1;

let compiler: Promise<TypstCompiler> | undefined;

async function open(): Promise<TypstCompiler> {
  await init({module_or_path: await readFile(resolve('@myriaddreamin/typst-ts-web-compiler/wasm'))});
  const builder = new TypstCompilerBuilder();
  // It reads nothing but what is handed to it: no file, no package, no network.
  builder.set_dummy_access_model();
  for (const font of readFonts()) await builder.add_raw_font(font);
  const opened = await builder.build();
  opened.add_source(templatePath, await readFile(template, 'utf8'));
  return opened;
}

/**
 * Sets the paper's text with what is written on it. What comes from outside goes in as a value and never as source, so no
 * text of anybody's can be taken for markup.
 */
export async function typeset(content: object): Promise<Uint8Array> {
  compiler ??= open();
  const typesetter = await compiler;
  const {result, diagnostics} = typesetter.compile(
    templatePath,
    [['content', JSON.stringify(content)]],
    'pdf',
    plainDiagnostics,
  ) as {readonly result?: Uint8Array; readonly diagnostics?: readonly unknown[]};
  // What was set before is kept for the next time; other papers would never end to pile up.
  typesetter.reset();
  // Diagnostics quote what was being set, so they go nowhere.
  if (!result) throw new Error(`The paper could not be set: ${diagnostics?.length ?? 0} problems.`);
  return result;
}
