import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [number, number, number];

const parse = (hex: string): Colour => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;

/** Colours on the way from one to another, both ends included. */
const ramp = (from: string, to: string, steps: number): Colour[] => {
  const [a, b] = [parse(from), parse(to)];
  return Array.from({ length: steps }, (_value, step) => a.map((start, at) => Math.round(start + (((b[at] ?? 0) - start) * step) / (steps - 1))) as unknown as Colour);
};

/** At most sixteen colours: the ways from a ground to what is drawn on it, which is all that smooth edges need. */
export function paletteOf(ways: readonly { from: string; to: string; steps: number }[]): Colour[] {
  const all = ways.flatMap(({ from, to, steps }) => ramp(from, to, steps));
  const palette = all.filter((colour, at) => all.findIndex((other) => other.join() === colour.join()) === at);
  if (palette.length > 16) throw new Error('a palette of four bits has sixteen colours at most');
  return palette;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A PNG of sixteen colours from RGBA pixels without transparency; a tenth of the size of one of full colour. */
export function indexedPng(pixels: Uint8Array, width: number, height: number, palette: readonly Colour[]): Buffer {
  const known = new Map<number, number>();
  const nearest = (red: number, green: number, blue: number): number => {
    const key = (red << 16) | (green << 8) | blue;
    const found = known.get(key);
    if (found !== undefined) return found;
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    palette.forEach(([r, g, b], at) => {
      const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
      if (distance < least) [best, least] = [at, distance];
    });
    known.set(key, best);
    return best;
  };
  const stride = Math.ceil(width / 2) + 1;
  const rows = Buffer.alloc(stride * height);
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  let lastPixel = -1;
  let lastIndex = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const pixel = words[y * width + x] ?? 0;
      if (pixel !== lastPixel) {
        const at = (y * width + x) * 4;
        lastIndex = nearest(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
        lastPixel = pixel;
      }
      const place = y * stride + 1 + (x >> 1);
      rows[place] = (rows[place] ?? 0) | (x % 2 === 0 ? lastIndex << 4 : lastIndex);
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('PLTE', Buffer.from(palette.flat())), chunk('IDAT', deflateSync(rows, { level: 8 })), chunk('IEND', Buffer.alloc(0))]);
}
