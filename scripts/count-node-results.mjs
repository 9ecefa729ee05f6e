/**
 * A reporter for Node's test runner: yields one line of JSON with what was counted, for the closing line.
 *
 * @param {AsyncIterable<{type: string, data: {name?: string, skip?: unknown, todo?: unknown, details?: {type?: string, error?: Error}}}>} source
 */
export default async function* countNodeResults(source) {
  const count = {passed: 0, failed: 0, skipped: 0, names: []};
  for await (const {type, data} of source) {
    // A suite passes and fails with its tests; counting it too would count them twice.
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details?.type === 'suite') continue;
    if (data.skip !== undefined && data.skip !== false) count.skipped += 1;
    else if (type === 'test:pass') count.passed += 1;
    else {
      count.failed += 1;
      const {error} = data.details ?? {};
      const why = (error?.cause?.message ?? error?.message ?? '').replaceAll(/\s+/g, ' ').slice(0, 300);
      count.names.push(`${data.name ?? 'a test without a name'}${why && `: ${why}`}`);
    }
  }
  yield JSON.stringify(count);
}
