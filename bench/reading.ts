import {ReviewClient} from '../src/api/review-client.js';
import {bringAnswers, nameResource, type Reader} from '../src/domain/resource.js';
import {resourceTable, type ResourceName} from '../src/domain/resources.js';
import {verificationResources, type VerificationResourceName} from '../src/domain/verification-resources.js';
import type {Answers} from './paint.js';

interface Backend {
  readonly apiBaseUrl: string;
  readonly token: string;
}

const table = Object.entries({...resourceTable, ...verificationResources}).map(([name, {path, shape}]) => ({
  name: name as ResourceName | VerificationResourceName,
  shape,
  pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`),
}));

/**
 * Reads recorded answers as the elements do, by the same client and the same schemas: the first record, then the others.
 * Nobody waits for the files.
 */
export function readingOf({apiBaseUrl, token}: Backend, answers: Answers) {
  const {signal} = new AbortController();
  const readerOf = (url: string) => {
    const [path = '', query] = url.slice(apiBaseUrl.length).split('?');
    const row = table.find(({pattern}) => pattern.test(path));
    if (!row) throw new Error(`Nobody knows how to read ${url}.`);
    const schema = async () => (await bringAnswers()).readerOf(row.name, row.shape) as Reader<unknown>;
    return (client: ReviewClient) => {
      const asked = Object.fromEntries(new URLSearchParams(query));
      return client.read(nameResource(path, {}, asked, schema), signal);
    };
  };
  const urls = answers.urls();
  const files = urls.filter(({isFile}) => isFile);
  const [one, ...rest] = urls.filter(({isFile}) => !isFile).map(({url}) => readerOf(url));
  const newClient = () => new ReviewClient({apiBaseUrl, auth: () => token, fetch: answers.fetch});
  let client = newClient();
  const first = async (): Promise<void> => {
    client = newClient();
    await one?.(client);
  };
  const others = async (): Promise<void> => {
    await Promise.all(rest.map((read) => read(client)));
  };
  const askForFiles = (): void => {
    for (const {url} of files) void client.file(url, signal);
  };
  const all = async (): Promise<void> => {
    await first();
    await others();
  };
  return {first, others, all, askForFiles};
}
