const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2014\u2018-\u201d\u2026]/;

/** Columns that a text takes in a terminal: a Han character takes two. */
export const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (wide.test(char) ? 2 : 1), 0);

/** A text cut or filled up to a number of columns. */
export function fit(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text + ' '.repeat(columns - widthOf(text));
  let cut = '';
  for (const char of text) {
    if (widthOf(cut) + widthOf(char) > columns - 2) break;
    cut += char;
  }
  return `${cut}…`.padEnd(cut.length + 1 + Math.max(0, columns - widthOf(cut) - 2));
}

/** Rows as a table for the terminal; no column but the last is wider than `most`, so that addresses stay whole. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[], most = 44): string {
  const widths = columns.map((column, at) => Math.min(at === columns.length - 1 ? Infinity : most, Math.max(widthOf(column), ...rows.map((row) => widthOf(row[at] ?? '')))));
  const line = (cells: readonly string[]) => cells.map((cell, at) => fit(cell, widths[at] ?? 0)).join('  ').trimEnd();
  return [line(columns), widths.map((width) => '-'.repeat(Math.min(width, most))).join('  '), ...rows.map(line)].join('\n');
}
