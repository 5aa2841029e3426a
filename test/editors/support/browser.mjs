// A real browser for suites: Chromium as it is installed, found by CHROMIUM_PATH or where systems put it.

import { existsSync } from 'node:fs';
import process from 'node:process';
import { chromium } from 'playwright-core';

const usualPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchBrowser() {
  const { CHROMIUM_PATH } = process.env;
  const executablePath = CHROMIUM_PATH ?? usualPaths.find((path) => existsSync(path));
  if (executablePath === undefined) {
    throw new Error(
      'There is no Chromium: install it (Debian: apt-get install chromium), or set CHROMIUM_PATH.',
    );
  }
  return chromium.launch({ executablePath, args: quiet });
}
