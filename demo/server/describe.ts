import {writeFile} from 'node:fs/promises';
import {pathToFileURL} from 'node:url';
import {describeApi} from './describe/api.js';
import {describeSocket} from './describe/socket.js';

/** The committed descriptions: where each stands, and its text. */
export const descriptions = (): readonly {readonly file: URL; readonly text: string}[] => [
  {file: new URL('../openapi.json', import.meta.url), text: `${JSON.stringify(describeApi(), null, 2)}\n`},
  {
    file: new URL('../asyncapi.json', import.meta.url),
    text: `${JSON.stringify(describeSocket(), null, 2)}\n`,
  },
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const {file, text: description} of descriptions()) {
    await writeFile(file, description);
    console.log(`Wrote ${file.pathname.split('/').at(-1)}`);
  }
}
