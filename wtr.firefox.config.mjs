import {chromeLauncher, puppeteerCore} from '@web/test-runner-chrome';
import {findFirefox} from './scripts/programs.mjs';
import chromium from './web-test-runner.config.mjs';

export default {
  ...chromium,
  coverage: false,
  // Focus belongs to one window at a time, so pages that type cannot share the browser.
  concurrency: 1,
  browsers: [
    chromeLauncher({
      puppeteer: puppeteerCore,
      launchOptions: {browser: 'firefox', executablePath: findFirefox(), headless: true},
    }),
  ],
};
