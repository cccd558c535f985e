import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A real Chromium: on Linux the one that came with `npm ci`, elsewhere an installed Chrome. Nothing is downloaded. */
export async function browser(more: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await executable(), args: ['--no-sandbox', ...more] });
}

/** Unpacks the one that is packed, unless it is: not to be done by two at a time. */
export async function executable(): Promise<string> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packed } = await import('@sparticuz/chromium');
    return packed.executablePath();
  }
  const path = installed.find((one) => existsSync(one));
  if (path === undefined) throw new Error('These tests need a browser: please install Chrome.');
  return path;
}
