import { LineCounter, parseDocument, isMap, isScalar, isSeq, type Document } from 'yaml';

/** One piece of text in a YAML file: its field, its words, and where they stand in the source, without quoting marks. */
export interface YamlText {
  path: PropertyKey[];
  value: string;
  from: number;
  to: number;
}

/** A YAML document with a way back from a field to its place in the file. */
export interface YamlData {
  value: unknown;
  /** Line and column of the value at a path; of the nearest existing ancestor where it is missing. */
  at: (path: readonly PropertyKey[]) => { line: number; column: number };
  /** Every text value, in file order. */
  texts: YamlText[];
  errors: { message: string; line: number; column: number }[];
}

/** Collects the text values below a node; keys and comments are not among them. */
function textsIn(node: unknown, path: PropertyKey[], found: YamlText[]): YamlText[] {
  if (isMap(node)) for (const { key, value } of node.items) textsIn(value, [...path, String(isScalar(key) ? key.value : key)], found);
  else if (isSeq(node)) node.items.forEach((item, at) => textsIn(item, [...path, at], found));
  else if (isScalar(node) && typeof node.value === 'string' && node.range) {
    const quoting = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
    found.push({ path, value: node.value, from: node.range[0] + quoting, to: node.range[1] - quoting });
  }
  return found;
}

/** Reads YAML without throwing; `lineOffset` is the number of lines before it in its file. */
export function readYaml(source: string, lineOffset = 0): YamlData {
  const lines = new LineCounter();
  const document: Document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: line + lineOffset, column: Math.max(1, col) };
  };
  const at = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const parent = length > 0 ? document.getIn(path.slice(0, length - 1), true) : document.contents;
      const key = path[length - 1];
      if (length > 0 && isMap(parent)) {
        const pair = parent.items.find((item) => String((item.key as { value?: unknown })?.value ?? item.key) === String(key));
        const range = (pair?.value as { range?: [number, number, number] } | null)?.range ?? (pair?.key as { range?: [number, number, number] })?.range;
        if (range) return place(range[0]);
      } else if (length > 0 && isSeq(parent)) {
        const range = (parent.items[Number(key)] as { range?: [number, number, number] } | undefined)?.range;
        if (range) return place(range[0]);
      }
    }
    return place(document.contents?.range?.[0] ?? 0);
  };
  const failed = document.errors.length > 0;
  return {
    value: failed ? undefined : document.toJS(),
    at,
    texts: failed ? [] : textsIn(document.contents, [], []),
    errors: document.errors.map((error) => ({ message: error.message.split('\n')[0] ?? '', ...place(error.pos[0]) })),
  };
}
