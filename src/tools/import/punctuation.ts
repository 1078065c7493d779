/** A text on its way: every character knows the piece of the input that it came from. */
interface Marked {
  text: string;
  owner: number[];
}

/** One repair; `to` is what replaces a match. Adding a repair is adding a row. */
interface Repair {
  name: string;
  find: RegExp;
  to: string | ((found: string, ...groups: string[]) => string);
}

const han = String.raw`\p{Script=Han}`;
const wide: Record<string, string> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）', '.': '。' };
const names: Record<string, string> = { ',': '半角逗号', ';': '半角分号', ':': '半角冒号', '!': '半角叹号', '?': '半角问号' };
const small: Record<string, string> = { '﹐': '，', '﹑': '、', '﹒': '。', '﹔': '；', '﹕': '：', '﹖': '？', '﹗': '！', '﹙': '（', '﹚': '）', '｡': '。', '､': '、' };
const chinese = String.raw`${han}\u3001-\u301b\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\u201c\u201d\u2018\u2019\u2026`;

const halfWidth = (mark: string): Repair => ({
  name: names[mark] ?? '',
  find: new RegExp(`(?<=[${han}\\u201d\\u2019》）％%〕])[${mark}]${mark === ':' ? '(?!//)' : ''}${mark === ':' ? '' : `|[${mark}](?=[${han}\\u201c\\u2018《（])`}`, 'gu'),
  to: wide[mark] ?? '',
});

const before: Repair[] = [
  { name: '看不见的字符', find: /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, to: '' },
  { name: '全角字母和数字', find: /[Ａ-Ｚａ-ｚ０-９]/g, to: (found) => String.fromCharCode(found.charCodeAt(0) - 0xfee0) },
  { name: '竖排或小形标点', find: /[﹐﹑﹒﹔﹕﹖﹗﹙﹚｡､]/g, to: (found) => small[found] ?? found },
  { name: '直角引号', find: /[「」『』〝〞]/g, to: (found) => ({ '「': '“', '」': '”', '『': '‘', '』': '’', '〝': '“', '〞': '”' })[found] ?? found },
  { name: '尖括号书名号', find: /(?:<<|＜＜)([^<>＜＞\n]{1,40})(?:>>|＞＞)/g, to: (_, title = '') => `《${title}》` },
  { name: '文号括号', find: /[（([［【﹝](\d{4})[）)\]］】﹞](?=第?\d+号)/g, to: (_, year = '') => `〔${year}〕` },
  { name: '省略号', find: new RegExp(`(?<=[${chinese}])(?:\\.{3,}|。{2,}|·{3,}|(?<!…)…(?!…)|…{3,})`, 'gu'), to: '……' },
  { name: '破折号', find: new RegExp(`(?<=[${chinese}])(?:-{2,}|–{2,}|─{1,}|－{2,}|—{3,})(?=[${chinese}])`, 'gu'), to: '——' },
  { name: '起止号', find: /(?<=\d[年月日]?)[-–－~～―─](?=\d{4}年|\d{1,2}月|\d{1,2}日)/g, to: '—' },
];

const after: Repair[] = [
  ...[',', ';', ':', '!', '?'].map(halfWidth),
  { name: '半角括号', find: new RegExp(`\\(([^()]*)\\)`, 'gu'), to: (found, inner = '') => (new RegExp(`[${chinese}]`, 'u').test(inner) ? `（${inner}）` : found) },
  { name: '半角括号', find: new RegExp(`(?<=[${chinese}])\\(([^()]*)\\)|\\(([^()]*)\\)(?=[${chinese}])`, 'gu'), to: (_, inner = '', other = '') => `（${inner || other}）` },
  { name: '半角括号', find: new RegExp(`(?<=[${han}])[()]|[()](?=[${han}])`, 'gu'), to: (found) => wide[found] ?? found },
  { name: '半角句号', find: new RegExp(`(?<=[${han}\\u201d）》])[.．](?=$|[${han}\\s\\u201c《（])`, 'gu'), to: '。' },
  { name: '重复的标点', find: /([，、；：])\1+/g, to: (_, mark = '') => mark },
  { name: '多余的空格', find: new RegExp(`(?<=[${chinese}]) +(?=[\\dA-Za-z])|(?<=[\\dA-Za-z%％]) +(?=[${chinese}])`, 'gu'), to: '' },
  { name: '多余的空格', find: / +(?=[、。，；：！？”’）》〕])|(?<=[、。，；：！？“‘（《〔]) +/g, to: '' },
];

/** Spaces between Han characters: layout in running text, but a pause in headlines and lists of names. */
const runningSpaces: Repair = { name: '多余的空格', find: new RegExp(`(?<=[${han}]) +(?=[${han}])`, 'gu'), to: '' };
const inSpaces: Repair = { name: '', find: /(?<!〔)[\u00a0\u3000\t\n ]+(?!〕)/g, to: ' ' };

export type Counts = Map<string, number>;

function substitute({ text, owner }: Marked, { name, find, to }: Repair, counts: Counts): Marked {
  let result = '';
  const owners: number[] = [];
  let from = 0;
  const keep = (end: number) => {
    result += text.slice(from, end);
    for (let at = from; at < end; at += 1) owners.push(owner[at] ?? 0);
  };
  for (const match of text.matchAll(find)) {
    const replacement = typeof to === 'string' ? to : to(match[0], ...match.slice(1));
    if (replacement === match[0]) continue;
    keep(match.index);
    result += replacement;
    for (let at = 0; at < replacement.length; at += 1) owners.push(owner[match.index + Math.min(at, match[0].length - 1)] ?? 0);
    from = match.index + match[0].length;
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  keep(text.length);
  return { text: result, owner: owners };
}

const isLatin = (char: string | undefined) => char !== undefined && /[A-Za-z]/.test(char);

/**
 * Sets the quotation marks of a paragraph: straight ones in pairs, outer ones double, inner ones single (GB/T 15834).
 * A paragraph whose marks do not pair is left as it is and reported, since only its author knows where a quotation ends.
 */
function quotes(given: Marked, counts: Counts): { marked: Marked; balanced: boolean } {
  const chars = given.text.split('');
  const hasHan = new RegExp(`[${han}]`, 'u').test(given.text);
  const result = [...chars];
  const stack: string[] = [];
  let balanced = true;
  chars.forEach((char, at) => {
    const isApostrophe = /['’]/.test(char) && isLatin(chars[at - 1]) && isLatin(chars[at + 1]);
    if (isApostrophe || !/["'“”‘’＂＇]/.test(char) || (!hasHan && /["'＂＇]/.test(char))) return;
    const kind = /["“”＂]/.test(char) ? 'double' : 'single';
    const straight = /["'＂＇]/.test(char);
    const opens = straight ? stack[stack.length - 1] !== kind : /[“‘]/.test(char);
    if (opens) {
      result[at] = stack.length % 2 === 0 ? '“' : '‘';
      stack.push(kind);
    } else if (stack.pop() === kind) result[at] = stack.length % 2 === 0 ? '”' : '’';
    else balanced = false;
  });
  if (stack.length > 0) balanced = false;
  if (!balanced) return { marked: given, balanced };
  chars.forEach((char, at) => {
    if (char === result[at]) return;
    const name = /["'＂＇]/.test(char) ? '直引号' : '引号的内外层';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  return { marked: { text: result.join(''), owner: given.owner }, balanced };
}

/** What is left of the pieces of one paragraph, and whether its quotation marks pair. */
export interface Normalised {
  pieces: string[];
  balanced: boolean;
}

/**
 * Normalises the punctuation and spaces of one paragraph that is given in pieces, as bold words and note marks cut it.
 * `running`: prose, in which spaces between Han characters mean nothing. Counts what it changed, by the name of the repair.
 */
export function normalisePunctuation(pieces: readonly string[], counts: Counts, running = true): Normalised {
  let marked: Marked = { text: pieces.join(''), owner: pieces.flatMap((piece, at) => Array.from({ length: piece.length }, () => at)) };
  marked = substitute(marked, inSpaces, counts);
  for (const repair of before) marked = substitute(marked, repair, counts);
  const { marked: quoted, balanced } = quotes(marked, counts);
  marked = quoted;
  for (const repair of running ? [...after, runningSpaces] : after) marked = substitute(marked, repair, counts);
  const result = pieces.map(() => '');
  marked.owner.forEach((owner, at) => (result[owner] += marked.text.charAt(at)));
  return { pieces: result, balanced };
}
