import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import puppeteer, {type Browser, type Page} from 'puppeteer-core';
import {haveBrowser} from '../scripts/browsers.mjs';
import {chromiumArguments, findChromium} from '../scripts/programs.mjs';
import {serveFolder} from '../scripts/serve-folder.mjs';
import {buildPage} from '../test/support/built-page.js';

/** Opens pages that have loaded the bench. */
export interface Bench {
  /** The page's files, for a server of its own. */
  readonly folder: string;
  /** By default, nothing but these files is served where it is. */
  readonly open: (address?: string) => Promise<Page>;
  /** A page in a browser that draws as soon as it is asked to, instead of waiting for the display's next turn. */
  readonly openUnpaced: () => Promise<Page>;
  readonly close: () => Promise<void>;
}

export async function openBench(): Promise<Bench> {
  if (!haveBrowser('chromium')) process.exit(1);
  const folder = mkdtempSync(path.join(tmpdir(), 'kyc-bench-'));
  await buildPage(folder, {script: 'bench/page.ts', file: 'index.html', title: 'Bench'});
  const files = await serveFolder(folder);
  const executablePath = findChromium();
  const launch = (...more: string[]): Promise<Browser> =>
    puppeteer.launch({
      ...(executablePath !== undefined && {executablePath}),
      args: [...chromiumArguments, ...more],
      protocolTimeout: 600_000,
    });
  const browser = await launch();
  let unpaced: Browser | undefined;
  const openIn = async (which: Browser, address: string): Promise<Page> => {
    const page = await which.newPage();
    await page.setViewport({width: 1280, height: 900});
    page.on('pageerror', (error) => console.error(error));
    await page.goto(`${address}/index.html`);
    await page.waitForFunction(() => 'bench' in globalThis);
    return page;
  };
  return {
    folder,
    open: (address = files.address) => openIn(browser, address),
    async openUnpaced() {
      unpaced ??= await launch('--disable-frame-rate-limit', '--disable-gpu-vsync');
      return openIn(unpaced, files.address);
    },
    async close() {
      await Promise.all([browser.close(), unpaced?.close()]);
      files.close();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}
