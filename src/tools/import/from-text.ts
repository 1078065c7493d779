import { paragraph, type Block, type Imported } from './tree.ts';

const ends = /[。！？：；…”」）)》\]〕.!?:;]\s*$/;
/** A line that begins something of its own: an indent, a number, a mark. */
const begins = /^(?:[\u3000\t]|\s{2,}|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．)]|第[一二三四五六七八九十\d]+[章节篇部条]|[-•·●*]|[①-⑳]|[[【〔]\d)/;

/**
 * Joins lines that a program has broken at a fixed width, as text copied from a PDF or a mail is. Known by most lines
 * being of one length: a line within four characters of it that ends no sentence goes on in the next.
 */
function unwrap(lines: string[]): string[] {
  const lengths = lines.filter((line) => line.trim()).map((line) => line.trimEnd().length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const near = lengths.filter((length) => Math.abs(length - width) <= 4).length;
  if (lengths.length < 6 || width < 15 || width > 80 || near < lengths.length * 0.5) return lines;
  const joined: string[] = [];
  let open = false;
  for (const line of lines) {
    if (line.trim() === '') open = false;
    if (open && !begins.test(line)) joined[joined.length - 1] = (joined[joined.length - 1] ?? '').trimEnd() + line.trimStart();
    else joined.push(line);
    open = line.trim() !== '' && line.trimEnd().length >= width - 4 && !ends.test(line);
  }
  return joined;
}

/** Reads plain text: a paragraph a line, tables of tabs as tables. What is a heading or a list is seen later. */
export function fromText(raw: string): Imported {
  const lines = unwrap(raw.replace(/\r\n?/g, '\n').split('\n'));
  const blocks: Block[] = [];
  let rows: string[][] = [];
  const flush = () => {
    if (rows.length >= 2) blocks.push({ type: 'table', children: rows.map((row) => ({ type: 'tableRow', children: row.map((cell) => ({ type: 'tableCell', children: [{ type: 'text', value: cell.trim() }] })) })) });
    else rows.forEach((row) => blocks.push(paragraph(row.join(' '))));
    rows = [];
  };
  for (const line of lines) {
    const cells = line.trim().split(/\t+/);
    if (cells.length >= 2 && cells.every((cell) => cell.trim() !== '') && (rows.length === 0 || rows[0]?.length === cells.length)) {
      rows.push(cells);
      continue;
    }
    flush();
    if (line.trim() !== '') blocks.push(paragraph(line.trim()));
  }
  flush();
  return { blocks, images: [], remarks: [] };
}
