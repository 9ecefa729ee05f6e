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
function finishedStory() {
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  const finished = channel?.last('storyFinished')?.[0];
  if (!finished) return undefined;
  return {
    ...finished,
    // The status stays "success" when play throws, which is an event of its own.
    thrown:
      channel.last('playFunctionThrewException')?.[0]?.message ??
      channel.last('storyThrewException')?.[0]?.message,
  };
}

async function problemsOf({id}) {
  const page = await browser.newPage();
  await page.setViewport({width: 1280, height: 900});
  const problems = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && !url.startsWith(address)) problems.push(`asked ${url}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${String(error)}`));
  try {
    await page.goto(`${address}/iframe.html?id=${id}&viewMode=story`);
    const handle = await page.waitForFunction(finishedStory, {timeout: 20_000});
    const {status, reporters, thrown} = await handle.jsonValue();
    if (thrown) problems.push(`play: ${thrown.split('\n')[0]}`);
    else if (status !== 'success') problems.push(`ended as ${status}`);
    if (!reporters.some(({type}) => type === 'a11y')) problems.push('axe did not look at it');
    for (const {type, status: outcome, result} of reporters) {
      if (outcome !== 'failed') continue;
      for (const {id: rule, nodes} of result?.violations ?? [{id: 'failed', nodes: []}]) {
        problems.push(`${type}: ${rule} at ${nodes.map(({target}) => target.flat().join(' ')).join(', ')}`);
      }
    }
  } catch (error) {
    problems.push(String(error));
  } finally {
    await page.close();
  }
  return problems;
}

const waiting = [...stories];
let failed = 0;
async function work() {
  for (let story = waiting.shift(); story; story = waiting.shift()) {
    const problems = await problemsOf(story);
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
