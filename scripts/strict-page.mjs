import {createHash} from 'node:crypto';

/**
 * The page policy that the elements are made for (see "Content Security Policy" in the README).
 *
 * @param {string} [scripts] - Further script sources: hashes of what a test runner writes into its own page.
 * @returns {string} the header's value
 */
export function strictPolicy(scripts = '') {
  return [
    "default-src 'none'",
    `script-src 'self'${scripts}`,
    "style-src 'self'",
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/**
 * Puts every test page under the strict policy.
 *
 * The runner writes two small inline scripts into its page (its configuration and its console recorder).
 * They are let through by the hash of exactly that text; nothing else is allowed, neither inline scripts nor inline
 * styles nor `eval`.
 */
export async function strictPage(context, next) {
  await next();
  if (!context.response.is('html') || typeof context.body !== 'string') return;
  const inline = context.body.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
  const hashes = Array.from(
    inline,
    ([, text]) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  context.set('content-security-policy', strictPolicy(hashes.join('')));
}

/** Loads the trap before anything else in the page, so that the first violation counts too. */
export function trapFirst(testFramework) {
  return `<!doctype html>
<html lang="en">
  <head>
    <title>Tests</title>
    <link rel="icon" href="/test/support/icon.svg" />
    <script type="module" src="/test/support/trap.ts"></script>
  </head>
  <body><script type="module" src="${testFramework}"></script></body>
</html>`;
}

/** Every test file ends with the trap's verdict, whether its author thought of it or not. */
export const trapInEveryTest = {
  name: 'trap-in-every-test',
  transform(context) {
    if (!/\/test\/.*\.test\.ts$/.test(context.path)) return undefined;
    // On the first line, so that line numbers in error messages stay true.
    return `import {judge as judgeTrap} from '/test/support/trap.ts'; judgeTrap(); ${context.body}`;
  },
};
