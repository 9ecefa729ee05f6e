import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {findChromium, findFirefox, findProgram} from './programs.mjs';
import {root} from './setup.mjs';

const browsers = {
  chromium: {find: findChromium, variable: 'CHROME_PATH', debian: 'chromium', download: 'chrome@stable'},
  firefox: {find: findFirefox, variable: 'FIREFOX_PATH', debian: 'firefox-esr', download: 'firefox@stable'},
};

function run(command, words, options = {}) {
  return spawnSync(command, words, {cwd: root, stdio: 'inherit', ...options}).status === 0;
}

function installFromDebian(name) {
  if (process.getuid?.() !== 0 || !findProgram('APT_GET', ['apt-get'])) return false;
  console.log(`Installing ${name} with apt-get …`);
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  return (
    run('apt-get', ['-qq', 'update'], {env}) &&
    run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', name], {env})
  );
}

function download(name) {
  console.log(`Downloading ${name} …`);
  const {status, stdout} = spawnSync(
    process.platform === 'win32' ? 'npx.cmd' : 'npx',
    ['--yes', '@puppeteer/browsers', 'install', name, '--path', path.join(root, '.cache/browsers')],
    {cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32'},
  );
  // Its last line is "chrome@131.0.6778.85 /path/to/chrome".
  return status === 0 ? /^\S+@\S+ (.+)$/m.exec(stdout)?.[1]?.trim() : undefined;
}

/**
 * Makes sure that a browser is there; the suites find it through its environment variable.
 *
 * @param {'chromium' | 'firefox'} name - Which one.
 * @returns {boolean} whether it is there
 */
export function haveBrowser(name) {
  const browser = browsers[name];
  const found =
    browser.find() ??
    (installFromDebian(browser.debian) ? browser.find() : undefined) ??
    download(browser.download);
  if (found === undefined) {
    console.error(
      `There is no ${name} here, and it could not be installed. Say where it is: ${browser.variable}=…`,
    );
    return false;
  }
  process.env[browser.variable] = found;
  return true;
}
