import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {a11ySnapshotPlugin} from '@web/test-runner-commands/plugins';
import {countResults} from './scripts/count-results.mjs';
import {chromiumArguments, findChromium} from './scripts/programs.mjs';
import {strictPage, trapFirst, trapInEveryTest} from './scripts/strict-page.mjs';

const coverage = process.env.COVERAGE === '1';

export default {
  files: 'test/**/*.test.ts',
  nodeResolve: {exportConditions: ['browser', 'import']},
  concurrency: 2,
  middleware: [strictPage],
  testRunnerHtml: trapFirst,
  plugins: [
    a11ySnapshotPlugin(),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: new URL('./tsconfig.json', import.meta.url).pathname,
    }),
    trapInEveryTest,
    {
      // What every bundler puts in: a page has no `process`.
      name: 'for-production',
      transform: ({path, body}) =>
        path.includes('/@tanstack/virtual-core/')
          ? body.replaceAll('process.env.NODE_ENV', '"production"')
          : undefined,
    },
  ],
  reporters: [defaultReporter({reportTestProgress: process.stdout.isTTY === true}), countResults()],
  browsers: [
    chromeLauncher({
      // One window per page: as tabs of one window, the page behind would get no mouse or keyboard input.
      createPage: ({browser}) => browser.newPage({type: 'window'}),
      launchOptions: {executablePath: findChromium(), headless: true, args: chromiumArguments},
    }),
  ],
  coverage,
  coverageConfig: {include: ['src/**/*.ts'], reporters: ['text', 'lcovonly'], reportDir: 'coverage'},
  // These end what hangs; they say nothing about how fast anything is.
  testFramework: {config: {ui: 'bdd', timeout: 60_000}},
  testsStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
};
