import { isMap, isScalar, isSeq, parseDocument, type Pair, type YAMLMap } from 'yaml';

/** A renewed check of one entry: its day and the fingerprint of what was compared. */
export interface Renewal {
  id: string;
  on: string;
  print: string;
}

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key);
const pairOf = (entry: YAMLMap, key: string): Pair | undefined => entry.items.find((pair) => keyOf(pair) === key);
const rangeOf = (node: unknown): [number, number] | undefined => {
  const range = (node as { range?: [number, number, number] | null } | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
};

/** Hex digits are always quoted: 12345678 and 1e234567 would be read as numbers. */
const words = ({ on, print }: Renewal): string => `{on: ${on}, print: '${print}'}`;

/**
 * Writes the `checked` field of the named entries into the text of a quotes file. Every other character stays as it was:
 * comments, quoting, order, line ends. Throws where an entry cannot be found.
 */
export function withChecked(raw: string, renewals: readonly Renewal[]): string {
  const { contents } = parseDocument(raw);
  const entries = isSeq(contents) ? contents.items.filter((item) => isMap(item)) : [];
  const edits = renewals.map((renewal): { from: number; to: number; text: string } => {
    const entry = entries.find((item) => {
      const id = pairOf(item, 'id')?.value;
      return isScalar(id) && id.value === renewal.id;
    });
    if (!entry) throw new Error(`文件里没有编号“${renewal.id}”`);
    const there = rangeOf(pairOf(entry, 'checked')?.value);
    if (there) return { from: there[0], to: raw.slice(0, there[1]).trimEnd().length, text: words(renewal) };
    const first = rangeOf(entry.items[0]?.key)?.[0] ?? 0;
    const last = entry.items[entry.items.length - 1];
    const end = rangeOf(last?.value)?.[1] ?? rangeOf(last?.key)?.[1] ?? first;
    // A block value's range runs past its line break; the field goes behind the last line that has words.
    const at = raw[end - 1] === '\n' ? raw.slice(0, end).trimEnd().length : end + (/\r?\n|$/.exec(raw.slice(end))?.index ?? 0);
    const eol = raw.includes('\r\n') ? '\r\n' : '\n';
    const indent = ' '.repeat(first - (raw.lastIndexOf('\n', first) + 1));
    return { from: at, to: at, text: `${eol}${indent}checked: ${words(renewal)}` };
  });
  return edits.sort((a, b) => b.from - a.from).reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), raw);
}
