import {existsSync} from 'node:fs';
import path from 'node:path';

/**
 * Finds a program: first by an environment variable, then by its names along PATH.
 *
 * @param {string} variable - The environment variable that holds its full path.
 * @param {readonly string[]} names - What it may be called.
 * @param {readonly string[]} [folders] - Where to look besides PATH.
 * @returns {string | undefined} its full path
 */
export function findProgram(variable, names, folders = []) {
  const named = process.env[variable];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`${variable} says ${named}, but there is no such file.`);
  }
  const everywhere = [...(process.env.PATH ?? '').split(path.delimiter), ...folders].filter(Boolean);
  for (const name of names) {
    for (const folder of everywhere) {
      const file = path.join(folder, name);
      if (existsSync(file)) return file;
    }
  }
  return undefined;
}

/** @returns {string | undefined} the Chromium to test in */
export function findChromium() {
  const onMac = '/Applications/Google Chrome.app/Contents/MacOS';
  return findProgram(
    'CHROME_PATH',
    ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'Google Chrome'],
    [onMac],
  );
}

/** @returns {string | undefined} the Firefox to test in */
export function findFirefox() {
  return findProgram(
    'FIREFOX_PATH',
    ['firefox-esr', 'firefox'],
    ['/Applications/Firefox.app/Contents/MacOS'],
  );
}

/** What every Chromium started by this project is told: nothing it does leaves the machine. */
export const chromiumArguments = [
  // A sandbox cannot be set up by root, which is what most build machines run as.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
