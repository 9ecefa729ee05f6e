import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {parentPort} from 'node:worker_threads';
import init, {TypstCompilerBuilder, type TypstCompiler} from '@myriaddreamin/typst-ts-web-compiler';
import {readFonts} from './fonts.js';

/** What runs in a thread of its own: setting a paper takes a while, and nothing else could be answered meanwhile. */

const {resolve} = createRequire(import.meta.url);
const template = new URL('./audit.typ', import.meta.url);
const templatePath = '/audit.typ';
/** Diagnostics as one line of text each. */
const plainDiagnostics = 1;

/** What is to be set, under a number that the answer carries too. */
export interface Order {
  readonly number: number;
  readonly content: object;
}
export type Answer =
  {readonly number: number; readonly bytes: Uint8Array} | {readonly number: number; readonly error: string};

async function open(): Promise<TypstCompiler> {
  await init({module_or_path: await readFile(resolve('@myriaddreamin/typst-ts-web-compiler/wasm'))});
  const builder = new TypstCompilerBuilder();
  // It reads nothing but what is handed to it: no file, no package, no network.
  builder.set_dummy_access_model();
  for (const font of readFonts()) await builder.add_raw_font(font);
  return builder.build();
}

let compiler: Promise<TypstCompiler> | undefined;

/** What comes from outside goes in as a value and never as source, so no text of anybody's can be taken for markup. */
async function set(content: object): Promise<Uint8Array> {
  compiler ??= open();
  const typesetter = await compiler;
  typesetter.add_source(templatePath, await readFile(template, 'utf8'));
  const inputs = [['content', JSON.stringify(content)]];
  const {result, diagnostics} = typesetter.compile(templatePath, inputs, 'pdf', plainDiagnostics) as {
    readonly result?: Uint8Array;
    readonly diagnostics?: readonly unknown[];
  };
  // What was set before is not kept: papers are set once, and would pile up.
  typesetter.reset();
  // Diagnostics quote what was being set, so they go nowhere.
  if (!result) throw new Error(`${diagnostics?.length ?? 0} problems`);
  return result;
}

let turn: Promise<unknown> = Promise.resolve();
parentPort?.on('message', ({number, content}: Order) => {
  turn = turn.then(async () => {
    try {
      parentPort?.postMessage({number, bytes: await set(content)} satisfies Answer);
    } catch (error) {
      const said = error instanceof Error ? error.message : 'error';
      parentPort?.postMessage({number, error: said} satisfies Answer);
    }
  });
});
