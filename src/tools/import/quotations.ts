import { printable } from '../../text/difference.ts';
import { norm } from '../../text/norm.ts';
import type { Finding, QuotationIndex, Registered } from '../../text/quotation-index.ts';

/** Something an author has to decide at a place of the imported text. */
export interface Note {
  /** Offset in the text that the note belongs to. */
  at: number;
  level: '错误' | '提醒';
  message: string;
  hint?: string | undefined;
  rule: string;
}

/** What was done with the quotations of a text. */
export interface Quoted {
  body: string;
  /** Ids in the order in which they were put in. */
  replaced: { id: string; words: string; block: boolean }[];
  notes: Note[];
}

const isMark = (char: string | undefined) => char !== undefined && norm(char) === '' && !/[\n|\\]/.test(char);
const count = (words: string, char: string) => words.split(char).length - 1;

/** The registered words of a finding, with the marks at their edges that belong to them. */
function registeredWords(text: string, from: number, to: number): { words: string; from: number; to: number } {
  let [start, end] = [from, to];
  const unbalanced = (open: string, close: string) => count(text.slice(start, end), open) - count(text.slice(start, end), close);
  for (const [open = '', close = ''] of ['“”', '‘’', '《》', '（）'].map((pair) => pair.split(''))) {
    if (unbalanced(open, close) < 0 && text[start - 1] === open) start -= 1;
    if (unbalanced(open, close) > 0 && text[end] === close) end += 1;
  }
  return { words: text.slice(start, end), from: start, to: end };
}

/** The quotation marks around a finding, when nothing but marks stands between. */
function frame(line: string, { from, to }: Finding): { from: number; to: number; after: string } | undefined {
  let start = from;
  while (isMark(line[start - 1]) && line[start - 1] !== '“') start -= 1;
  let end = to;
  while (isMark(line[end]) && line[end] !== '”') end += 1;
  if (line[start - 1] !== '“' || line[end] !== '”') return undefined;
  return { from: start - 1, to: end + 1, after: line.slice(to, end).replace(/[’》）]/g, '') };
}

/** Puts a registered quotation in place of one found in a line; the rest is handed to the author. */
function replaceIn(line: string, finding: Finding, text: string): { line: string; words: string; block: boolean } | undefined {
  const around = finding.marked && !finding.omission ? frame(line, finding) : undefined;
  if (!around) return undefined;
  const own = registeredWords(text, finding.quoteFrom, finding.quoteTo);
  const lead = /^(?:> )?/.exec(line)?.[0] ?? '';
  const isAlone = line.slice(lead.length, around.from).trim() === '' && /^[。！？]?$/.test(line.slice(around.to).trim());
  if (isAlone && norm(own.words) === norm(text)) return { line: `<Quote id="${finding.id}" />`, words: own.words, block: true };
  // A stop inside the marks belongs to the quotation if it is registered with it, else to the sentence around it.
  const stop = /^[。！？]/.exec(around.after)?.[0] ?? '';
  const isOwn = stop !== '' && text[own.to] === stop;
  const words = own.words + (isOwn ? stop : '');
  const next = line.slice(around.to);
  const rest = stop && !isOwn && !/^[。！？，；]/.test(next) ? stop + next : next;
  return { line: `${line.slice(0, around.from)}<Q id="${finding.id}">${words}</Q>${rest}`, words, block: false };
}

/** Lines that hold prose: no headings, no rules of tables, no notes of the importer's own. */
const isProse = (line: string) => line.trim() !== '' && !/^(?:#|\|-|<)/.test(line);

/**
 * Looks the words of an imported text up in the quotation library. A registered quotation in quotation marks becomes a
 * component with the registered wording; one that differs, or stands without marks, is reported. What is not registered at
 * all is the content check's business.
 */
export function recogniseQuotations(body: string, index: QuotationIndex, quotations: ReadonlyMap<string, Registered>, fixed: ReadonlySet<string>): Quoted {
  const replaced: Quoted['replaced'] = [];
  const notes: Note[] = [];
  let offset = 0;
  const lines = body.split('\n').map((given) => {
    let line = given;
    if (isProse(line)) {
      const own: Note[] = [];
      const findings = index.scan(line);
      // From the end, so that the places of earlier findings stay right; notes move with what is put in before them.
      for (const finding of [...findings].reverse()) {
        const text = quotations.get(finding.id)?.text ?? '';
        const words = given.slice(finding.from, finding.to);
        const isRight = finding.kind === 'exact' || finding.kind === 'excerpt' || finding.kind === 'punctuation';
        const done = isRight ? replaceIn(line, finding, text) : undefined;
        if (done) {
          const grown = done.line.length - line.length;
          own.forEach((note) => (note.at += grown));
          line = done.line;
          replaced.unshift({ id: finding.id, words: done.words, block: done.block });
          if (finding.kind === 'punctuation') own.push({ at: finding.from, level: '提醒', message: `引文的标点照登记改了：${printable(finding.difference)}`, rule: 'quote-punctuation' });
        } else if (!isRight && fixed.has(finding.id)) continue;
        else if (!isRight)
          own.push({ at: finding.from, level: '错误', message: `与登记的论述 ${finding.id} ${finding.kind === 'order' ? '次序不同' : '文字不同'}：${printable(finding.difference)}`, hint: `登记的是：${text}`, rule: 'near-quote' });
        else if (finding.omission) own.push({ at: finding.from, level: '提醒', message: `这里节引了论述 ${finding.id}，中间有省略`, hint: `写成 <Q id="${finding.id}">前段……后段</Q>，两段都照登记的文字`, rule: 'quote-omission' });
        else if (!fixed.has(finding.id) && norm(words).length >= 13) own.push({ at: finding.from, level: '提醒', message: `有${norm(words).length}个字与论述 ${finding.id} 相同，没有单独加引号`, hint: `是引用就写成 <Q id="${finding.id}">${words.length > 24 ? '连续的一段' : words}</Q>`, rule: 'unmarked-quote' });
      }
      notes.push(...own.map((note) => ({ ...note, at: offset + Math.max(0, note.at) })));
    }
    offset += line.length + 1;
    return line;
  });
  return { body: lines.join('\n'), replaced, notes };
}
