import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadRegister } from '../../library/register.ts';
import { sourceLine, quoted } from '../../features/quotation/words.ts';
import { startDrawing } from './draw.ts';
import { indexedPng, paletteOf } from './indexed-png.ts';
import { pictureSvg } from './picture.ts';
import { fitsIn, widthOf, wrap } from './wrap.ts';

const quotes = [...loadRegister().quotes.values()];

describe('lines of a picture', () => {
  it('hold every word of every quotation, begin with no closing mark and end with no opening one', () => {
    for (const { text } of quotes)
      for (const width of [9, 13.5, 20]) {
        const lines = wrap(quoted(text), width, Number.POSITIVE_INFINITY);
        expect(lines.join('').replace(/\s/g, '')).toBe(quoted(text).replace(/\s/g, ''));
        for (const line of lines) {
          expect(line).not.toMatch(/^[，。、；：？！）》”’…—]|[（《“‘]$/);
          // A mark that clings to its character may stand over by itself.
          expect(widthOf(line)).toBeLessThanOrEqual(width + 3);
        }
      }
  });

  it('cut what does not fit, and close the quotation', () => {
    const lines = wrap(quoted('群众'.repeat(60)), 10, 3);
    expect(lines.length).toBe(3);
    expect(lines[2]).toMatch(/……”$/);
    expect(fitsIn('群众', 10, 1)).toBe(true);
    expect(fitsIn('群众'.repeat(6), 10, 1)).toBe(false);
  });

  it('keep words and numbers in one piece', () => {
    expect(wrap('按ISO 8601写到2019年8月', 5, 9).some((line) => /ISO$/.test(line) || line.includes('ISO'))).toBe(true);
    for (const line of wrap('发布于2019年和2023年的两篇报道', 4, 9)) expect(line).not.toMatch(/20$|^19|^23/);
  });
});

/** Colour indices of a picture of sixteen colours. */
function indices(png: Buffer): { width: number; height: number; at: (x: number, y: number) => number } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const start = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
  const stride = Math.ceil(width / 2) + 1;
  return { width, height, at: (x, y) => ((rows[y * stride + 1 + (x >> 1)] ?? 0) >> (x % 2 === 0 ? 4 : 0)) & 15 };
}

it('writes the pixels it was given', () => {
  const palette = paletteOf([{ from: '#ffffff', to: '#000000', steps: 3 }]);
  const pixels = new Uint8Array([255, 255, 255, 255, 0, 0, 0, 255, 130, 130, 130, 255, 250, 250, 250, 255, 10, 0, 0, 255, 255, 255, 255, 255]);
  const picture = indices(indexedPng(pixels, 3, 2, palette));
  expect([0, 1, 2].map((x) => picture.at(x, 0))).toEqual([0, 2, 1]);
  expect([0, 1, 2].map((x) => picture.at(x, 1))).toEqual([0, 2, 0]);
});

it('draws Chinese words in the fonts from npm, within 40 KB, the same each time, also the longest quotation', { timeout: 120_000 }, async () => {
  const draw = await startDrawing();
  const longest = [...quotes].sort((a, b) => b.text.length - a.text.length)[0];
  if (!longest) throw new Error('no quotation');
  const svg = (title: string) => pictureSvg({ site: '四下基层学习资料库', seal: '四下', kick: '论述 · 群众路线', title, words: sourceLine(longest), isQuotation: true });
  const png = draw(svg(quoted(longest.text)));
  expect(png.length).toBeLessThan(40 * 1024);
  expect(draw(svg(quoted(longest.text))).equals(png)).toBe(true);
  const picture = indices(png);
  expect([picture.width, picture.height]).toEqual([1200, 630]);
  const inked = (x0: number, y0: number, x1: number, y1: number, image = picture) => {
    let count = 0;
    for (let y = y0; y < y1; y += 1) for (let x = x0; x < x1; x += 1) if (image.at(x, y) > 3) count += 1;
    return count;
  };
  // Words in the middle, a margin kept clean at the right and below.
  expect(inked(120, 230, 1110, 560)).toBeGreaterThan(20_000);
  expect(inked(1150, 20, 1200, 630)).toBe(0);
  expect(inked(0, 606, 1200, 630)).toBe(0);
  // A title without words leaves that space empty: what was counted above are glyphs.
  expect(inked(140, 250, 1110, 400, indices(draw(pictureSvg({ site: '', seal: '', kick: '', title: '', words: '', isQuotation: false }))))).toBe(0);
});

it('keeps the colours of the site', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const svg = pictureSvg({ site: 'a', seal: 'b', kick: 'c', title: 'd', words: 'e', isQuotation: true });
  for (const name of ['paper', 'ink', 'red']) expect(svg).toContain(new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(tokens)?.[1]);
});
