import type { PlainText } from '../index/plain-source.ts';

/** Characters in a file; one that is larger is closed after the record that made it so. */
const fileSize = 600_000;

/**
 * The whole library as classic scripts that hand their part to `siteSearchText`: searched where neither index can be had.
 * Line separators and closing tags are escaped, so that the words are safe in any script.
 */
export function plainTextFiles({ records, ...plain }: PlainText): string[] {
  const parts: unknown[][] = [[]];
  let size = 0;
  for (const record of records) {
    if (size > fileSize) {
      parts.push([]);
      size = 0;
    }
    parts[parts.length - 1]?.push(record);
    size += JSON.stringify(record).length;
  }
  return parts.map((part, at) => {
    const parcel = JSON.stringify({ part: at, ...(at === 0 && { parts: parts.length, plain }), records: part });
    return `siteSearchText(${parcel.replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029').replace(/</g, '\\u003c')});\n`;
  });
}
