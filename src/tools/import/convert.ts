import type { Text } from 'mdast';
import { furnitureIn, removeFurniture, type Removed } from './furniture.ts';
import type { Library } from './library.ts';
import { typedNotes } from './notes.ts';
import { PassageIndex, type Run } from './overlap.ts';
import { normalisePunctuation, type Counts } from './punctuation.ts';
import { recogniseQuotations, type Note, type Quoted } from './quotations.ts';
import { markRedactions } from './redactions.ts';
import { splitParts, type Part } from './split.ts';
import { structure } from './structure.ts';
import { toMdx } from './to-mdx.ts';
import { inlineRuns, textsIn, weight, type Block, type Imported } from './tree.ts';
import { unglue } from './unglue.ts';

/** One text ready to be written, with what was done to it and what its author has to decide. */
export interface Converted {
  title: string | undefined;
  byline: Part['byline'];
  reasons: string[];
  body: string;
  counts: Counts;
  redactions: number;
  quotations: Quoted['replaced'];
  notes: Note[];
  /** Runs that the text shares with the earlier parts of the file and with the texts of the library. */
  shared: Run[];
  /** Numbers of the images that it refers to. */
  images: number[];
}

/** A whole file, converted. */
export interface Conversion {
  parts: Converted[];
  removed: Removed[];
  remarks: string[];
}

/** Above this many characters a paragraph is too long to be read aloud (EDITORIAL 1.1 asks for 200). */
const longParagraph = 400;

/** Brings the punctuation of all blocks in order, in place, and marks covered names; returns how many there are. */
function normaliseBlocks(blocks: readonly Block[], counts: Counts): number {
  let redactions = 0;
  for (const block of blocks)
    for (const run of inlineRuns(block)) {
      const nodes = textsIn(run);
      const { pieces } = normalisePunctuation(nodes.map((node) => node?.value ?? '\ufffc'), counts, block.type === 'paragraph' || block.type === 'list' || block.type === 'blockquote');
      nodes.forEach((node: Text | undefined, at) => {
        if (!node) return;
        const marked = markRedactions(pieces[at] ?? '');
        node.value = marked.words;
        redactions += marked.count;
      });
    }
  return redactions;
}

const placeholders = (name: (image: number) => string) => ({
  image: (number: number) => `〔待写：图${number}（${name(number)}），本站正文不收图片，写成文字或表格，或者删去〕`,
  address: (url: string) => `〔待写：网址${url.replace(/^https?:\/\//, '').replace(/^www\./, '')}，登记成出处后改为出处标记〕`,
});

/** What is left to decide in a body that no rule of the content check speaks of. */
function bodyNotes(body: string): Note[] {
  const notes: Note[] = [];
  let offset = 0;
  for (const line of body.split('\n')) {
    const own = (at: number, level: Note['level'], rule: string, message: string, hint?: string) => notes.push({ at: offset + at, level, rule, message, hint });
    for (const match of line.matchAll(/〔待写：遮盖[^〕]*〕/g)) own(match.index, '错误', 'redaction', '原稿遮盖了名字', '查到真名写真名，查不到就不写这一句');
    for (const match of line.matchAll(/〔待写：(?:图\d|网址)[^〕]*〕/g)) own(match.index, '提醒', 'placeholder', match[0].includes('：图') ? '原稿这里有图' : '原稿这里有网址');
    for (const words of furnitureIn(line)) own(line.indexOf(words), '提醒', 'furniture', `像是网站的零件：“${words}”`, '不属于正文就删去');
    if (weight(line) > longParagraph && !line.startsWith('|')) own(0, '提醒', 'long-paragraph', `这一段有${weight(line)}字`, '一段一意，宜在200字以内，按意思分段');
    offset += line.length + 1;
  }
  return notes;
}

/** Turns what a reader of a format found into texts of this site. Writes nothing; `nameOf` names the files of images. */
export function convert(imported: Imported, library: Library, { whole = false, keep = false, nameOf }: { whole?: boolean; keep?: boolean; nameOf: (image: number) => string }): Conversion {
  const apart = whole ? { blocks: imported.blocks, remarks: [] } : unglue(imported.blocks);
  const { kept, removed } = keep ? { kept: apart.blocks, removed: [] } : removeFurniture(apart.blocks);
  const earlier = new PassageIndex();
  const parts = splitParts(kept, { title: imported.title, byline: imported.byline, whole }).map((part, at): Converted => {
    const counts: Counts = new Map();
    const blocks = structure(typedNotes(part.blocks));
    const redactions = normaliseBlocks(blocks, counts);
    const title = part.title === undefined ? undefined : markRedactions(normalisePunctuation([part.title], counts, false).pieces[0]?.trim() ?? '');
    const written = toMdx(blocks, placeholders(nameOf));
    const quoted = recogniseQuotations(written, library.index, library.quotations, library.fixed);
    const lines = quoted.body.replace(/<Q\b[^>]*>[\s\S]*?<\/Q>/g, (found) => ' '.repeat(found.length)).replace(/<[^>\n]*>/g, (found) => ' '.repeat(found.length));
    const shared = [...earlier.runs(lines), ...library.passages.runs(lines)].filter(({ from, to }) => ![...library.fixed].some((id) => (library.quotations.get(id)?.text ?? '').includes(lines.slice(from, to)))).sort((a, b) => a.from - b.from);
    lines.split('\n').forEach((line) => earlier.add(`第${at + 1}篇`, line));
    const notes = [...quoted.notes, ...bodyNotes(quoted.body)].sort((a, b) => a.at - b.at);
    const images = [...quoted.body.matchAll(/〔待写：图(\d+)/g)].map((match) => Number(match[1]));
    return { title: title?.words, byline: part.byline, reasons: part.reasons, body: quoted.body, counts, redactions: redactions + (title?.count ?? 0), quotations: quoted.replaced, notes, shared, images };
  });
  return { parts, removed, remarks: [...imported.remarks, ...apart.remarks] };
}
