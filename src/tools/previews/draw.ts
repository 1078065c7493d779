import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pictureSize } from '../../features/preview/address.ts';
import { indexedPng, paletteOf } from './indexed-png.ts';
import { colours } from './picture.ts';

const require = createRequire(import.meta.url);

const palette = paletteOf([
  { from: colours.paper, to: colours.ink, steps: 8 },
  { from: colours.paper, to: colours.red, steps: 5 },
  { from: '#ffffff', to: colours.red, steps: 3 },
  { from: colours.ink2, to: colours.ink2, steps: 2 },
]);

/**
 * Starts the drawing of pictures from SVG, without a browser and with nothing compiled at installation. Only called when
 * there is something to draw: fonts and program are forty megabytes to read.
 */
export async function startDrawing(): Promise<(svg: string) => Buffer> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  // A second start in one process is refused; the first one holds.
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm'))).catch((error: unknown) => {
    if (!/Already initialized/i.test(String(error))) throw error;
  });
  const fontBuffers = ['noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf', 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'].map((file) => new Uint8Array(readFileSync(require.resolve(`@expo-google-fonts/${file}`))));
  return (svg) => {
    const drawing = new Resvg(svg, { font: { fontBuffers, loadSystemFonts: false } });
    const image = drawing.render();
    try {
      return indexedPng(image.pixels, pictureSize.width, pictureSize.height, palette);
    } finally {
      image.free();
      drawing.free();
    }
  };
}
