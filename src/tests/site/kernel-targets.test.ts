import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { bareFeatures, withoutSupports } from './css-features.ts';
import { builtPages } from './dist.ts';

const all = readdirSync('dist', { recursive: true, encoding: 'utf8' }).map((file) => file.split('\\').join('/'));
/** Every script and sheet that is shipped; parcels of data are checked by the first of them, since they are all made alike. */
const parcel = /^(?:search\/text|offline)\//;
const files = [...all.filter((file) => /\.(?:js|css)$/.test(file) && !parcel.test(file)), ...all.filter((file) => /\.js$/.test(file) && parcel.test(file)).slice(0, 2)];
const read = (file: string) => readFileSync(join('dist', file), 'utf8');

/** What esbuild would have to turn into older syntax, or could not; nothing if the file is understood as it is. */
function tooNew(code: string, loader: 'js' | 'css', target: string[]): string | undefined {
  const as = (wanted: string | string[]) => transformSync(code, { loader, target: wanted, charset: 'utf8', logLevel: 'silent' });
  const [plain, old] = [as('esnext'), as(target)];
  if (plain.code === old.code && old.warnings.length === 0) return undefined;
  const before = new Set(plain.code.split('\n'));
  return old.warnings[0]?.text ?? old.code.split('\n').find((line) => !before.has(line))?.trim();
}

// esbuild lowers `?.` below Chromium 91, for a fault that shows in spread arguments only; Pagefind, the second of three
// engines, has it and runs in Chromium 81 (kernels.test.ts).
const pagefind = /^pagefind\//;
const grades: [string, string[], { chrome: number; safari: number }][] = [
  ['B: Chromium 87 and Safari 15', ['chrome87', 'safari15'], { chrome: 87, safari: 15 }],
  ['C: Chromium 81', ['chrome81'], { chrome: 81, safari: 99 }],
];

describe.each(grades)('grade %s', (_name, target, kernel) => {
  it('understands every script and sheet as shipped', () => {
    expect(files.length).toBeGreaterThan(60);
    const faults = files.flatMap((file) => {
      if (pagefind.test(file)) return [];
      const found = tooNew(read(file), file.endsWith('.css') ? 'css' : 'js', target);
      return found === undefined ? [] : [`${file}: ${found.slice(0, 160)}`];
    });
    expect(faults).toEqual([]);
  });

  it('meets no newer CSS outside @supports, but what a page reads as well without', () => {
    const faults = [...files.filter((file) => file.endsWith('.css')).map((file) => [file, read(file)] as const), ...builtPages().slice(0, 1).map(({ path, html }) => [path, (html.match(/<style[^>]*>[\s\S]*?<\/style>/g) ?? []).join('')] as const)].flatMap(([file, css]) =>
      bareFeatures(css, kernel).flatMap(({ name, without }) => (without === undefined ? [`${file}: ${name}`] : [])),
    );
    expect(faults).toEqual([]);
  });
});

it('a selector that old kernels do not know stands alone, so that they drop nothing else with it', () => {
  const faults = files.filter((file) => file.endsWith('.css')).flatMap((file) =>
    [...withoutSupports(read(file)).matchAll(/([^{}]+)\{/g)].map((match) => (match[1] ?? '').trim()).filter((selector) => /:focus-visible|::highlight/.test(selector) && selector.includes(',')).map((selector) => `${file}: ${selector.slice(0, 120)}`),
  );
  expect(faults).toEqual([]);
});

it('sees what it looks for', () => {
  expect(tooNew('const a = b?.c ?? d;', 'js', ['chrome69'])).toBeDefined();
  expect(tooNew('class A { static { b() } }', 'js', ['chrome87', 'safari15'])).toBeDefined();
  expect(tooNew('a{b{color:red}}', 'css', ['chrome87'])).toBeDefined();
  const names = (css: string) => bareFeatures(css, { chrome: 81, safari: 15 }).map(({ name }) => name);
  expect(names('a{display:flex;gap:1rem}')).toEqual(['gap in flex']);
  expect(names('a:has(b){color:red}')).toEqual([':has()']);
  expect(names('@supports (inset:0){a{inset:0}}b{color:red}')).toEqual([]);
  expect(names('@media(width>40rem){a{top:0}}')).toEqual(['media ranges']);
});
