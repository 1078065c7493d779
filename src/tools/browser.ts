import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const cache = resolve('node_modules', '.cache', 'browser');
const require = createRequire(import.meta.url);

/** A fontconfig file that gives the browser the Chinese fonts from npm, whatever the machine has. */
function fontConfiguration(): string {
  const folders = ['noto-serif-sc', 'noto-sans-sc'].map((name) => dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)));
  const alias = (family: string, to: string) => `<alias binding="same"><family>${family}</family><prefer><family>${to}</family></prefer></alias>`;
  const file = join(cache, 'fonts.conf');
  mkdirSync(cache, { recursive: true });
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.map((folder) => `<dir>${folder}</dir>`).join('')}<cachedir>${join(cache, 'fontcache')}</cachedir>${alias('serif', 'Noto Serif SC')}${alias('sans-serif', 'Noto Sans SC')}</fontconfig>`,
  );
  return file;
}

/** Unpacks the Chromium that an npm package carries, with the libraries it needs on a bare machine. */
async function fromNpm(): Promise<{ path: string; libraries: string }> {
  mkdirSync(cache, { recursive: true });
  process.env.TMPDIR = cache;
  const { default: packed, inflate } = await import('@sparticuz/chromium');
  const path = await packed.executablePath();
  const bin = resolve('node_modules', '@sparticuz', 'chromium', 'bin');
  const libraries = join(cache, 'al2023', 'lib');
  if (!existsSync(libraries)) await inflate(join(bin, 'al2023.tar.br'));
  return { path, libraries };
}

/** Starts a system Chrome, Chromium or Edge, else the one from npm; always with the fonts from npm. */
export async function launch(): Promise<Browser> {
  const system = candidates.find((path) => path && existsSync(path));
  const found = system && !process.env.NPM_CHROMIUM ? { path: system, libraries: '' } : await fromNpm();
  const env: Record<string, string> = { ...(process.env as Record<string, string>), FONTCONFIG_FILE: fontConfiguration() };
  if (found.libraries) env.LD_LIBRARY_PATH = [found.libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return chromium.launch({
    executablePath: found.path,
    env,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}
