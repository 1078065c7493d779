import { pictureSize } from '../../features/preview/address.ts';
import { fitsIn, wrap } from './wrap.ts';

/** What stands on the picture of a page. */
export interface PictureWords {
  site: string;
  seal: string;
  /** "案例 · 现场办公": the kind of page and its topics; empty on the home page. */
  kick: string;
  title: string;
  words: string;
  isQuotation: boolean;
}

/** The colours of tokens.css in daylight, in which previews are always drawn. */
export const colours = { paper: '#fbf8f2', surface: '#fffdf9', ink: '#24211c', ink2: '#5d564b', rule: '#cfc2ad', red: '#a3211b' };

const left = 84;
const right = 1116;
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

interface Style {
  size: number;
  fill: string;
  serif?: boolean;
}

const line = (x: number, y: number, words: string, { size, fill, serif = false }: Style) =>
  `<text x="${x}" y="${y}" font-family="${serif ? 'Noto Serif SC' : 'Noto Sans SC'}" font-weight="${serif ? 700 : 400}" font-size="${size}" fill="${fill}">${escape(words)}</text>`;

/** The largest size at which the title fits its space, and its lines; at the smallest it is cut. */
function fitted(title: string, width: number, height: number): { size: number; leading: number; lines: string[] } {
  const sizes = [88, 76, 66, 58, 50, 44, 38, 33].map((size) => ({ size, leading: Math.round(size * 1.42) }));
  const found = sizes.find(({ size, leading }) => fitsIn(title, width / size, Math.floor(height / leading))) ?? { size: 33, leading: 47 };
  return { ...found, lines: wrap(title, width / found.size, Math.floor(height / found.leading)) };
}

/** The picture as SVG: a page of the book, with name, kind, title and a sentence; a quotation beside its red rule. */
export function pictureSvg(picture: PictureWords): string {
  const { width, height } = pictureSize;
  const { site, seal, kick, title, words, isQuotation } = picture;
  const indent = isQuotation ? 36 : 0;
  const below = wrap(words, (right - left - indent) / 28, 2);
  const belowHeight = below.length * 44;
  const top = kick ? 218 : 160;
  const bottom = 584;
  const head = fitted(title, right - left - indent, bottom - top - belowHeight - 40);
  // The block of title and words stands in the middle of the space between head and foot, a little above.
  const blockHeight = head.lines.length * head.leading + belowHeight + 12;
  const start = top + Math.max(0, (bottom - top - blockHeight) * 0.42);
  const titleLines = head.lines.map((text, at) => {
    // An opening mark at the edge hangs, so that the words stand flush.
    const hang = /^[“《（]/.test(text) ? head.size * 0.5 : 0;
    return line(left + indent - hang, Math.round(start + at * head.leading + head.size), text, { size: head.size, fill: colours.ink, serif: true });
  });
  const wordsTop = start + head.lines.length * head.leading + 12;
  const shapes = [
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    `<rect width="${width}" height="12" fill="${colours.red}"/>`,
    `<rect x="${left}" y="60" width="56" height="56" rx="6" fill="${colours.red}"/>`,
    `<text x="${left + 28}" y="98" text-anchor="middle" font-family="Noto Serif SC" font-weight="700" font-size="25" fill="#ffffff">${escape(seal)}</text>`,
    line(left + 74, 99, site, { size: 31, fill: colours.ink, serif: true }),
    kick ? line(left, 184, kick, { size: 27, fill: colours.red }) : '',
    isQuotation ? `<rect x="${left}" y="${Math.round(start + head.size * 0.1)}" width="7" height="${Math.round(head.lines.length * head.leading + belowHeight)}" fill="${colours.red}"/>` : '',
    ...titleLines,
    ...below.map((text, at) => line(left + indent, Math.round(wordsTop + at * 44 + 28), text, { size: 28, fill: colours.ink2 })),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${shapes.join('')}</svg>`;
}
