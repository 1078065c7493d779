import type { FormField } from '../../model/texts.ts';

/** The blanks of a form by rows: two half ones that follow each other share a row, every other one has its own. */
export function fieldRows(fields: readonly FormField[]): FormField[][] {
  const rows: FormField[][] = [];
  for (const field of fields) {
    const open = rows[rows.length - 1];
    if (field.half && open?.length === 1 && open[0]?.half) open.push(field);
    else rows.push([field]);
  }
  return rows;
}

/** First number of each numbered column: a sheet with two lists side by side counts down the first, then the second. */
export function firstNumbers(columns: readonly { numbered: boolean }[], rows: number): (number | undefined)[] {
  let next = 1;
  return columns.map((column) => {
    if (!column.numbered) return undefined;
    const first = next;
    next += rows;
    return first;
  });
}
