import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { isAlive } from './spawn.ts';

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
  const words = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.map((folder) => `<dir>${folder}</dir>`).join('')}<cachedir>${join(cache, 'fontcache')}</cachedir>${alias('serif', 'Noto Serif SC')}${alias('sans-serif', 'Noto Sans SC')}</fontconfig>`;
  // Other processes read it: it is written where it is not yet so.
  if (!existsSync(file) || readFileSync(file, 'utf8') !== words) writeFileSync(file, words);
  return file;
}

/**
 * Unpacks the Chromium that an npm package carries, with the libraries it needs on a bare machine. It is unpacked beside and
 * renamed when complete, for the package itself takes a half-unpacked browser for a whole one.
 */
async function fromNpm(): Promise<{ path: string; libraries: string }> {
  const whole = join(cache, 'unpacked');
  if (!existsSync(whole)) {
    const part = join(cache, `part-${process.pid}`);
    const before = process.env.TMPDIR;
    mkdirSync(cache, { recursive: true });
    for (const name of readdirSync(cache)) if (/^part-\d+$/.test(name) && !isAlive(Number(name.slice(5)))) rmSync(join(cache, name), { recursive: true, force: true });
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part);
    try {
      process.env.TMPDIR = part;
      const { default: packed, inflate } = await import('@sparticuz/chromium');
      await packed.executablePath();
      if (!existsSync(join(part, 'al2023', 'lib'))) await inflate(resolve('node_modules', '@sparticuz', 'chromium', 'bin', 'al2023.tar.br'));
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
    // Another process may have been faster.
    if (existsSync(whole)) rmSync(part, { recursive: true, force: true });
    else renameSync(part, whole);
  }
  return { path: join(whole, 'chromium'), libraries: join(whole, 'al2023', 'lib') };
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
