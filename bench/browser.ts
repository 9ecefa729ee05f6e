import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import puppeteer, {type Page} from 'puppeteer-core';
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
  readonly close: () => Promise<void>;
}

export async function openBench(): Promise<Bench> {
  if (!haveBrowser('chromium')) process.exit(1);
  const folder = mkdtempSync(path.join(tmpdir(), 'kyc-bench-'));
  await buildPage(folder, {script: 'bench/page.ts', file: 'index.html', title: 'Bench'});
  const files = await serveFolder(folder);
  const executablePath = findChromium();
  const browser = await puppeteer.launch({
    ...(executablePath !== undefined && {executablePath}),
    args: [...chromiumArguments],
    protocolTimeout: 600_000,
  });
  return {
    folder,
    async open(address = files.address) {
      const page = await browser.newPage();
      await page.setViewport({width: 1280, height: 900});
      page.on('pageerror', (error) => console.error(error));
      await page.goto(`${address}/index.html`);
      await page.waitForFunction(() => 'bench' in globalThis);
      return page;
    },
    async close() {
      await browser.close();
      files.close();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}
