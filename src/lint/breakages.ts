/** One way in which a content file may arrive broken: what it does to the bytes of a sound file, and what it is called. */
export interface Breakage {
  name: string;
  /** Undefined where the file has nothing that this could break. */
  apply: (sound: string, pick: (below: number) => number) => string | Buffer | undefined;
}

/** The offsets at which a pattern matches. */
const places = (text: string, pattern: RegExp): number[] => [...text.matchAll(pattern)].map((match) => match.index);

/** Inserts words at one of the places where a pattern matches. */
const insertAt = (pattern: RegExp, words: string) => (text: string, pick: (below: number) => number): string | undefined => {
  const found = places(text, pattern);
  const at = found[pick(found.length)];
  return at === undefined ? undefined : text.slice(0, at) + words + text.slice(at);
};

/** Replaces one of the matches of a pattern. */
const replaceOne = (pattern: RegExp, by: (match: string) => string) => (text: string, pick: (below: number) => number): string | undefined => {
  const found = [...text.matchAll(pattern)];
  const match = found[pick(found.length)];
  return match ? text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length) : undefined;
};

/** GB 18030 has no encoder at hand: any two bytes from its double-byte range, which are not UTF-8 either, for one character. */
const asGbk = (text: string): Buffer => Buffer.concat([...text].map((character) => (character > '\u007f' ? Buffer.from([0xb0 + (character.charCodeAt(0) % 0x40), 0xa1 + (character.charCodeAt(0) % 0x5d)]) : Buffer.from(character))));

const bytes: Breakage[] = [
  { name: 'GBK', apply: asGbk },
  { name: 'UTF-16', apply: (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]) },
  { name: 'NUL', apply: insertAt(/[一-鿿]/g, '\u0000') },
  { name: 'control character', apply: insertAt(/[一-鿿]/g, '\u000b') },
  { name: 'character cut in two', apply: (text, pick) => { const all = Buffer.from(text); const at = all.indexOf(0xe4, pick(all.length / 2)); return at < 0 ? undefined : Buffer.concat([all.subarray(0, at + 1), all.subarray(at + 3)]); } },
  { name: 'empty', apply: () => '' },
  { name: 'blank', apply: () => '\n\n  \n' },
  { name: '5 MB', apply: (text) => text + '字'.repeat(5_000_000 / 3 + text.length) + '\n字'.repeat(600_000) },
  { name: 'all one byte', apply: (text) => Buffer.alloc(text.length, 0) },
  { name: 'another format', apply: () => Buffer.from('504b0304140000000800', 'hex') },
];

const yaml: Breakage[] = [
  { name: 'tab as indent', apply: replaceOne(/\n {2,}(?=[a-z]+:)/gi, () => '\n\t') },
  { name: 'quote not closed', apply: replaceOne(/: (?=[一-鿿])/g, () => ': "') },
  { name: 'bracket not closed', apply: replaceOne(/\]\n/g, () => '\n') },
  { name: 'key twice', apply: replaceOne(/\n( *)(title|text|term|name|summary|def|date|class|unit): [^\n]+/g, (line) => line + line) },
  { name: 'colon without space', apply: replaceOne(/(?<=\n *)[a-z]+: /g, (key) => key.trim()) },
  { name: 'English colon in words', apply: replaceOne(/(?<=(?:title|name|summary|term|def): [一-鿿]{2})/g, () => ': ') },
  { name: 'unknown field', apply: insertAt(/(?<=\n *)(?:title|name|term|text|summary): /g, 'nosuchfield: 1\n  ') },
  { name: 'unknown tag', apply: replaceOne(/(?<=(?:title|name|term|summary|def): )(?=[一-鿿])/g, () => '!!js/function ') },
  { name: 'alias to nothing', apply: replaceOne(/(?<=(?:title|name|term|summary|def): )[^\n]+/g, () => '*nowhere') },
  { name: 'alias bomb', apply: (text) => `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n${text}` },
  { name: 'number for words', apply: replaceOne(/(?<=\n *(?:title|name|term|summary|def): )[^\n]+/g, () => '42') },
  { name: 'list for words', apply: replaceOne(/(?<=\n *(?:title|name|term|summary|def): )[^\n]+/g, () => '[甲, 乙]') },
  { name: 'nothing for words', apply: replaceOne(/(?<=\n *(?:title|name|term|summary|def):) [^\n]+/g, () => '') },
  { name: 'unknown topic', apply: replaceOne(/(?<=topics: \[)[a-z-]+/g, () => 'no-such-topic') },
  { name: 'unknown source', apply: replaceOne(/(?<=sources: \[)[a-z0-9-]+/g, () => 'no-such-source') },
  { name: 'no such day', apply: replaceOne(/(?<=(?:updated|date): '?)\d{4}-\d\d-\d\d/g, () => '2026-02-30') },
  { name: 'conflict marks', apply: replaceOne(/\n(?=[a-z- ])/g, () => '\n<<<<<<< HEAD\n') },
  { name: 'prototype key', apply: insertAt(/(?<=\n *)(?:title|name|term|summary): /g, '__proto__: {polluted: 1}\n  ') },
];

const entries: Breakage[] = [
  { name: 'entry twice', apply: replaceOne(/(?<=\n)- id: [^\n]+\n(?: [^\n]*\n)+/g, (entry) => entry + entry) },
  { name: 'id missing', apply: replaceOne(/(?<=\n)- id: [^\n]+\n {2}/g, () => '- ') },
  { name: 'id in Chinese', apply: replaceOne(/(?<=\n- id: )[^\n]+/g, () => '编号') },
  { name: 'empty entry', apply: insertAt(/(?<=\n)- id: /g, '-\n') },
  { name: 'mapping for list', apply: (text) => `a: 1\n${text.replace(/^- .*\n(?: .*\n)*/gm, '')}` },
  { name: 'one word', apply: () => '四下基层\n' },
];

const frontMatter: Breakage[] = [
  { name: 'front matter not closed', apply: (text) => text.replace(/\n---\n/, '\n') },
  { name: 'front matter not opened', apply: (text) => text.replace(/^---\n/, '') },
  { name: 'title missing', apply: (text) => text.replace(/\ntitle: [^\n]+/, '') },
  { name: 'class unknown', apply: (text) => text.replace(/\nclass: [^\n]+/, '\nclass: 美文') },
];

const body: Breakage[] = [
  { name: 'tag not closed', apply: insertAt(/(?<=\n\n)[一-鿿]/g, '<Q id="q-huixin-lili">') },
  { name: 'tag never opened', apply: insertAt(/(?<=\n\n)[一-鿿]/g, '</Q>') },
  { name: 'unknown quotation', apply: insertAt(/(?<=\n\n)[一-鿿]/g, '<Quote id="no-such-quote" />\n\n') },
  { name: 'unknown component', apply: insertAt(/(?<=\n\n)[一-鿿]/g, '<Marquee>甲</Marquee>') },
  { name: 'expression not closed', apply: insertAt(/(?<=\n\n)[一-鿿]/g, '{1 +') },
  { name: 'expression', apply: insertAt(/(?<=\n\n)[一-鿿]/g, '{process.env.HOME}') },
  { name: 'script', apply: insertAt(/(?<=\n\n)[一-鿿]/g, '<script>alert(1)</script>') },
  { name: 'event handler', apply: insertAt(/(?<=\n\n)[一-鿿]/g, '<img src="x" onerror="alert(1)" />') },
  { name: 'import', apply: insertAt(/(?<=\n\n)[一-鿿]/g, "import fs from 'node:fs';\n\n") },
  { name: 'HTML comment', apply: insertAt(/(?<=\n\n)[一-鿿]/g, '<!-- 备注 -->') },
  { name: 'unknown source mark', apply: insertAt(/\[\^/g, '[^no-such-source]') },
  { name: 'script address', apply: insertAt(/(?<=\n\n)[一-鿿]/g, '[点这里](javascript:alert(1))') },
  { name: 'half-width punctuation', apply: replaceOne(/，/g, () => ',') },
  { name: 'less-than sign', apply: insertAt(/(?<=\n\n)[一-鿿]/g, '3<5，') },
];

/** What may befall a register of entries, and what may befall a text. */
export const entryBreakages: readonly Breakage[] = [...bytes, ...yaml, ...entries];
export const textBreakages: readonly Breakage[] = [...bytes, ...yaml, ...frontMatter, ...body];
