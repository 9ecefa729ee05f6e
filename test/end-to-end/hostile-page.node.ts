import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'puppeteer-core';
import {smallCaseName} from '../../demo/server/world/small-world.js';
import {
  openBrowser,
  smallCustomerId,
  startDemo,
  visit,
  withoutBrowser,
  type Demo,
  type Visit,
} from '../support/page.js';

const screens = [
  {tag: 'customer-profile', path: `/profile/${smallCustomerId}`, depths: [0, 800, 1600]},
  {tag: 'verification-detail', path: `/verifications/${smallCaseName.type}/${smallCaseName.id}`, depths: [0]},
] as const;

/** What a page may have that never thought of elements inside it. Direction is not in it, because that is to pass. */
const hostile = `
  * { font-size: 40px !important; letter-spacing: 3px !important; }
  body {
    text-transform: uppercase; color: white; line-height: 0; word-spacing: 20px; text-indent: 50px;
    font-style: italic; font-weight: 900; font-family: fantasy; text-align: right; white-space: pre;
    font-variant: small-caps; text-shadow: 0 0 9px red; list-style: square; cursor: wait;
  }
`;

/** Gives the screen all of the window, whatever the page around it becomes. */
const fillWindow = (page: Page, tag: string): Promise<void> =>
  page.evaluate((name) => {
    const screen = inPage.all(name)[0];
    const place = {position: 'fixed', inset: '0', zIndex: '99', overflow: 'auto', background: 'Canvas'};
    Object.assign(screen?.style ?? {}, place);
  }, tag);

const scroll = (page: Page, tag: string, to: number): Promise<void> =>
  page.evaluate((name, top) => inPage.all(name)[0]?.scrollTo({top, behavior: 'instant'}), tag, to);

/** The share of the points of two pictures that differ, from 0 to 1. */
const difference = (page: Page, one: string, other: string): Promise<number> =>
  page.evaluate(
    async (...pictures) => {
      const points = await Promise.all(
        pictures.map(async (text) => {
          const bytes = Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
          const picture = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
          const canvas = document.createElement('canvas');
          Object.assign(canvas, {width: picture.width, height: picture.height});
          const context = canvas.getContext('2d');
          context?.drawImage(picture, 0, 0);
          const data = context?.getImageData(0, 0, picture.width, picture.height).data;
          return new Uint32Array(data?.buffer ?? new ArrayBuffer(0));
        }),
      );
      const [first = new Uint32Array(), second = new Uint32Array()] = points;
      if (first.length === 0 || first.length !== second.length) return 1;
      return first.reduce((sum, point, at) => sum + (point === second[at] ? 0 : 1), 0) / first.length;
    },
    one,
    other,
  );

for (const name of ['chromium', 'firefox'] as const) {
  describe(`a page whose styles reach everywhere, in ${name}`, {skip: withoutBrowser(name)}, () => {
    let demo: Demo;
    let browser: Browser;
    let open: Visit | undefined;

    before(async () => {
      [demo, browser] = await Promise.all([startDemo(), openBrowser(name)]);
    });
    after(async () => {
      await open?.leave();
      await browser?.close();
      await demo?.close();
    });

    for (const {tag, path, depths} of screens) {
      it(`HO-01 <${tag}> looks the same to the point, within one in a thousand`, async () => {
        open = await visit(browser, demo.address + path, {
          persona: 'meridian-owner',
          settings: {theme: 'light', language: 'en'},
        });
        const {page} = open;
        await open.live();
        await open.until('all of it is there', () =>
          page.evaluate(
            () =>
              inPage.all('[aria-busy="true"], .is-coming').length === 0 &&
              inPage.all('img').every((each) => each instanceof HTMLImageElement && each.complete),
          ),
        );
        await fillWindow(page, tag);
        const pictures = async (): Promise<readonly string[]> => {
          const all: string[] = [];
          for (const depth of depths) {
            await scroll(page, tag, depth);
            all.push(await page.screenshot({encoding: 'base64'}));
          }
          return all;
        };
        let friendly = await pictures();
        // A picture that was fetched and decoded may still be painted a moment later.
        await open.until('the screen is at rest', async () => {
          const before = friendly;
          friendly = await pictures();
          return friendly.every((picture, at) => picture === before[at]);
        });
        await scroll(page, tag, 3);
        const moved = await page.screenshot({encoding: 'base64'});
        assert.ok((await difference(page, friendly[0] ?? '', moved)) > 0.001, 'no difference would be seen');
        await page.evaluate((css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }, hostile);
        assert.equal(await page.evaluate(() => getComputedStyle(document.body).fontStyle), 'italic');
        for (const [at, picture] of (await pictures()).entries()) {
          const differing = await difference(page, friendly[at] ?? '', picture);
          assert.ok(differing <= 0.001, `${differing * 100} % of the points differ at ${depths[at]}`);
        }
        await open.leave();
        open = undefined;
      });
    }
  });
}
