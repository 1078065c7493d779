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
  /** In Chinese, for authors. */
  errors: { message: string; line: number; column: number }[];
}

/** What the parser's codes mean for an author. */
const inChinese: Record<string, string> = {
  ALIAS_PROPS: '引用（*名）后面不能再加标记',
  BAD_ALIAS: '引用（*名）写得不对，或者没有对应的锚（&名）；文字以 * 或 & 开头时用引号括起',
  BAD_COLLECTION_TYPE: '列表和键值混在了一起',
  BAD_DIRECTIVE: '以 % 开头的行不是文字；文字以 % 开头时用引号括起',
  BAD_DQ_ESCAPE: '双引号里的反斜线写法不对；改用单引号',
  BAD_INDENT: '缩进不齐',
  BAD_PROP_ORDER: '锚和标记的次序不对',
  BAD_SCALAR_START: '文字不能以这个符号开头，用引号括起',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个“: ”，或者缩进不齐；文字里有英文冒号时整段用引号括起',
  BLOCK_IN_FLOW: '方括号或花括号里不能分行写列表',
  DUPLICATE_KEY: '同一个字段写了两遍',
  IMPOSSIBLE: '这里读不懂',
  KEY_OVER_1024_CHARS: '字段名太长，多半是漏了引号',
  MISSING_CHAR: '少了一个符号：引号、冒号或者括号没有成对',
  MULTILINE_IMPLICIT_KEY: '字段名跨了行，多半是漏了冒号或引号',
  MULTIPLE_ANCHORS: '一处写了两个锚（&名）',
  MULTIPLE_DOCS: '一个文件里有两份文档（多了一行 ---）',
  MULTIPLE_TAGS: '一处写了两个标记（!名）',
  NON_STRING_KEY: '字段名要是文字',
  TAB_AS_INDENT: '缩进用了制表符，改成空格',
  TAG_RESOLVE_FAILED: '标记（!名）没有意义；文字以 ! 开头时用引号括起',
  UNEXPECTED_TOKEN: '这里多了一个符号',
};

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
  const errors = [...document.errors, ...document.warnings].map((error) => ({ message: inChinese[error.code] ?? `${error.message.split('\n')[0]}（${error.code}）`, ...place(error.pos[0]) }));
  let value: unknown;
  try {
    value = errors.length > 0 ? undefined : document.toJS();
  } catch (error) {
    // Aliases that name each other, or multiply without bounds.
    errors.push({ message: `引用（*名）没有对应的锚（&名），绕成了圈，或者展开后太大；文字以 * 或 & 开头时用引号括起（${error instanceof Error ? error.message : String(error)}）`, ...place(0) });
  }
  const failed = errors.length > 0;
  return { value, at, texts: failed ? [] : textsIn(document.contents, [], []), errors };
}
