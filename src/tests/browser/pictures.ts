import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

const folder = join('src', 'tests', 'browser', 'pictures');

/**
 * Compares a picture with the kept one of the same name, both drawn an eighth as large in grey: what remains is where the
 * ink stands, not how one version of Chromium smooths its edges. The fonts are those of npm on every machine
 * (tools/browser.ts). `difference` is the mean of all points, `worst` that of the worst patch of 8 by 8, 0 to 1.
 * PICTURES=new keeps the picture as the new one.
 */
export async function comparePicture(browser: Browser, name: string, shot: Buffer): Promise<{ difference: number; worst: number }> {
  const file = join(folder, `${name}.png`);
  const page = await browser.newPage();
  const small = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(image.width / 8), Math.round(image.height / 8)];
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.imageSmoothingQuality = 'high';
    context.filter = 'grayscale(1)';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').replace(/^.*,/, '');
  }, shot.toString('base64'));
  if (process.env.PICTURES === 'new') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, Buffer.from(small, 'base64'));
  }
  if (!existsSync(file)) throw new Error(`${file} is not there; PICTURES=new keeps one`);
  const answer = await page.evaluate(
    async (both) => {
      const [one, other] = await Promise.all(
        both.map(async (data) => {
          const image = new Image();
          image.src = `data:image/png;base64,${data}`;
          await image.decode();
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [image.width, image.height];
          const context = canvas.getContext('2d');
          context?.drawImage(image, 0, 0);
          return { width: image.width, height: image.height, points: context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray() };
        }),
      );
      if (!one || !other || one.width !== other.width || Math.abs(one.height - other.height) > 2) return { difference: 1, worst: 1 };
      const height = Math.min(one.height, other.height);
      let [sum, worst] = [0, 0];
      const patches = new Map<number, number>();
      for (let y = 0; y < height; y += 1)
        for (let x = 0; x < one.width; x += 1) {
          const at = (y * one.width + x) * 4;
          const off = Math.abs((one.points[at] ?? 0) - (other.points[at] ?? 0)) / 255;
          sum += off;
          const patch = Math.floor(y / 8) * 1000 + Math.floor(x / 8);
          patches.set(patch, (patches.get(patch) ?? 0) + off / 64);
        }
      patches.forEach((value) => (worst = Math.max(worst, value)));
      return { difference: sum / (one.width * height), worst };
    },
    [small, readFileSync(file).toString('base64')],
  );
  await page.close();
  return answer;
}
