/** Strict small readers of the bibliographic files, for the tests: they throw where a reference manager might stumble. */
export interface ReadEntry {
  type: string;
  id: string;
  fields: Record<string, string>;
}

const words: Record<string, string> = { textbackslash: '\\', textasciitilde: '~', textasciicircum: '^' };

/** The text behind the escapes and braces of a BibTeX value. */
export const unescapeBibtex = (value: string): string =>
  value.replace(/\\(textbackslash|textasciitilde|textasciicircum)\{\}|\\([{}$&%#_])|[{}]/g, (_all, word?: string, mark?: string) => (word ? (words[word] ?? '') : (mark ?? '')));

/** Reads a whole BibTeX file; every brace must close, every field must be name = {value}. */
export function readBibtex(text: string): ReadEntry[] {
  const entries: ReadEntry[] = [];
  let at = 0;
  const expect = (pattern: RegExp): RegExpExecArray => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) throw new Error(`BibTeX，第${text.slice(0, at).split('\n').length}行：不合 ${pattern}：${text.slice(at, at + 40)}`);
    at = pattern.lastIndex;
    return match;
  };
  const value = (): string => {
    expect(/\{/y);
    const from = at;
    for (let depth = 1; depth > 0; at += 1) {
      if (at >= text.length) throw new Error('BibTeX：花括号没有合上');
      if (text[at] === '\\') at += 1;
      else if (text[at] === '{') depth += 1;
      else if (text[at] === '}') depth -= 1;
    }
    return text.slice(from, at - 1);
  };
  while (text.slice(at).trim()) {
    const [, type = '', id = ''] = expect(/\s*@([a-z]+)\{([a-zA-Z0-9-]+),\n/y);
    const fields: Record<string, string> = {};
    while (text[at] !== '}') {
      const [, name = ''] = expect(/ {2}([a-z]+) = /y);
      if (fields[name] !== undefined) throw new Error(`BibTeX：${id} 的字段 ${name} 写了两次`);
      fields[name] = value();
      expect(/,\n/y);
    }
    expect(/\}\n/y);
    entries.push({ type, id, fields });
  }
  return entries;
}

/** Reads a whole RIS file; TY opens, ER closes, each line is "XX  - value". Values of a repeated tag are joined by "|". */
export function readRis(text: string): ReadEntry[] {
  const entries: ReadEntry[] = [];
  let open: ReadEntry | undefined;
  if (!text.endsWith('\r\n')) throw new Error('RIS：最后一行没有换行');
  for (const line of text.split('\r\n')) {
    if (line === '' && !open) continue;
    const [, tag = '', value = ''] = /^([A-Z][A-Z0-9]) {2}- ([^\r\n]*)$/.exec(line) ?? [];
    if (!tag) throw new Error(`RIS：这一行不合规格：${line}`);
    if (tag === 'TY') {
      if (open) throw new Error('RIS：上一条没有 ER');
      open = { type: value, id: '', fields: {} };
      entries.push(open);
    } else if (!open) throw new Error(`RIS：TY 之前有 ${tag}`);
    else if (tag === 'ER') open = undefined;
    else if (tag === 'ID') open.id = value;
    else open.fields[tag] = open.fields[tag] === undefined ? value : `${open.fields[tag]}|${value}`;
  }
  if (open) throw new Error('RIS：最后一条没有 ER');
  return entries;
}

const strings = 'id type title container-title edition volume issue page number publisher publisher-place ISBN URL note language'.split(' ');
const nameLists = ['author', 'translator', 'container-author'];
const dates = ['issued', 'accessed'];
const cslTypes = new Set('article article-journal article-newspaper book chapter dataset document legislation manuscript report standard thesis webpage'.split(' '));

/** What is wrong with an item by the CSL-JSON schema: its types of fields, names and dates. */
export function faultsOfCsl(item: Record<string, unknown>): string[] {
  const faults: string[] = [];
  if (!cslTypes.has(String(item.type))) faults.push(`type ${String(item.type)}`);
  for (const [field, value] of Object.entries(item)) {
    if (strings.includes(field)) {
      if (typeof value !== 'string' || value === '') faults.push(`${field} ${JSON.stringify(value)}`);
    } else if (nameLists.includes(field)) {
      const names = Array.isArray(value) ? (value as { literal?: unknown }[]) : [];
      if (names.length === 0 || !names.every((name) => typeof name.literal === 'string' && name.literal)) faults.push(field);
    } else if (dates.includes(field)) {
      const parts = (value as { 'date-parts'?: unknown })['date-parts'];
      const one = (part: unknown) => Array.isArray(part) && part.length >= 1 && part.length <= 3 && part.every((number, at) => Number.isInteger(number) && (at === 0 || (number >= 1 && number <= (at === 1 ? 12 : 31))));
      if (!Array.isArray(parts) || parts.length < 1 || parts.length > 2 || !parts.every(one)) faults.push(`${field} ${JSON.stringify(value)}`);
    } else faults.push(`没有字段 ${field}`);
  }
  return faults;
}
