import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import {haveBrowser} from './browsers.mjs';
import {chromiumArguments, findChromium} from './programs.mjs';
import {serveFolder} from './serve-folder.mjs';
import {root} from './setup.mjs';

// Opens every story of the built Storybook in Chromium: its play function must pass, axe must find nothing, and no
// request may leave the server it came from.

const folder = path.join(root, 'storybook-static');
if (!existsSync(path.join(folder, 'index.json'))) {
  console.error('There is no built Storybook: run `npm run build-storybook` first.');
  process.exit(1);
}
if (!haveBrowser('chromium')) process.exit(1);

const {entries} = JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8'));
const stories = Object.values(entries).filter(({type}) => type === 'story');
const {address, close} = await serveFolder(folder);
const browser = await puppeteer.launch({executablePath: findChromium(), args: chromiumArguments});

/** Runs in the page: what Storybook reported about the story that it has finished. */
function finishedStory(id) {
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  const finished = channel?.last('storyFinished')?.[0];
  if (finished?.storyId !== id) return undefined;
  return {
    ...finished,
    // The status stays "success" when play throws, which is an event of its own.
    thrown: ['playFunctionThrewException', 'storyThrewException']
      .map((event) => globalThis.thrownIn[event])
      .find(Boolean),
  };
}

/** Runs in the page, once it is loaded: notes what is thrown, which Storybook's channel would keep for good. */
function noteThrown() {
  globalThis.thrownIn = {};
  for (const event of ['playFunctionThrewException', 'storyThrewException']) {
    globalThis.__STORYBOOK_ADDONS_CHANNEL__.on(event, ({message}) => (globalThis.thrownIn[event] = message));
  }
}

/** Runs in the page: puts another story in the place of the last. */
function showStory(id) {
  globalThis.thrownIn = {};
  globalThis.__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', {storyId: id, viewMode: 'story'});
}

/**
 * A page that shows one story after the other; loading Storybook anew takes longer than most stories do. After one that
 * went wrong it is thrown away, so that the next begins in a clean one.
 */
class Stage {
  #page;
  #problems = [];

  async problemsOf({id}) {
    this.#problems = [];
    try {
      if (this.#page) await this.#page.evaluate(showStory, id);
      else await this.#open(id);
      const handle = await this.#page.waitForFunction(finishedStory, {timeout: 60_000}, id);
      const {status, reporters, thrown} = await handle.jsonValue();
      if (thrown) this.#problems.push(`play: ${thrown.split('\n')[0]}`);
      else if (status !== 'success') this.#problems.push(`ended as ${status}`);
      if (!reporters.some(({type}) => type === 'a11y')) this.#problems.push('axe did not look at it');
      for (const {type, status: outcome, result} of reporters) {
        if (outcome !== 'failed') continue;
        for (const {id: rule, nodes} of result?.violations ?? [{id: 'failed', nodes: []}]) {
          this.#problems.push(
            `${type}: ${rule} at ${nodes.map(({target}) => target.flat().join(' ')).join(', ')}`,
          );
        }
      }
    } catch (error) {
      this.#problems.push(String(error));
    }
    if (this.#problems.length > 0) await this.close();
    return this.#problems;
  }

  async #open(id) {
    // A window each: a page behind another is not drawn.
    this.#page = await browser.newPage({type: 'window'});
    await this.#page.setViewport({width: 1280, height: 900});
    this.#page.on('request', (request) => {
      const url = request.url();
      if (!/^(data|blob):/.test(url) && !url.startsWith(address)) this.#problems.push(`asked ${url}`);
    });
    this.#page.on('pageerror', (error) => this.#problems.push(`error: ${String(error)}`));
    await this.#page.goto(`${address}/iframe.html?id=${id}&viewMode=story`);
    await this.#page.waitForFunction(() => globalThis.__STORYBOOK_ADDONS_CHANNEL__ !== undefined);
    await this.#page.evaluate(noteThrown);
  }

  async close() {
    await this.#page?.close();
    this.#page = undefined;
  }
}

const waiting = [...stories];
let failed = 0;
async function work() {
  const stage = new Stage();
  for (let story = waiting.shift(); story; story = waiting.shift()) {
    const problems = await stage.problemsOf(story);
    if (problems.length === 0) continue;
    failed += 1;
    console.error(`✖ ${story.title} / ${story.name} (${story.id})\n    ${problems.join('\n    ')}`);
  }
}
await Promise.all([work(), work()]);

await browser.close();
close();
if (stories.length === 0) console.error('There is no story.');
const failures = failed + (stories.length === 0 ? 1 : 0);
console.log(`${stories.length - failed} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;
