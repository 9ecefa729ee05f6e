import {writeFileSync} from 'node:fs';

/** What went wrong, on one line. */
const why = (error) => (error?.message ? `: ${error.message.replaceAll(/\s+/g, ' ').slice(0, 300)}` : '');

/**
 * A reporter for the browser suites: says what was counted, and writes it to the file named by RESULTS_FILE for the
 * closing line of the whole run.
 */
export function countResults() {
  return {
    onTestRunFinished({sessions}) {
      const count = {passed: 0, failed: 0, skipped: 0, names: []};
      const visit = (suite, above) => {
        for (const test of suite.tests) {
          if (test.skipped) count.skipped += 1;
          else if (test.passed) count.passed += 1;
          else {
            count.failed += 1;
            count.names.push([...above, test.name].join(' ') + why(test.error));
          }
        }
        for (const below of suite.suites) visit(below, [...above, below.name]);
      };
      for (const session of sessions) {
        const before = count.failed;
        if (session.testResults) visit(session.testResults, [session.testFile ?? '']);
        // A page that failed as a whole (it did not load, the trap caught something) counts once.
        if (!session.passed && count.failed === before) {
          count.failed += 1;
          count.names.push(`${session.testFile}, as a whole${why(session.errors?.[0])}`);
        }
      }
      console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
      if (process.env.RESULTS_FILE) writeFileSync(process.env.RESULTS_FILE, JSON.stringify(count));
    },
  };
}
