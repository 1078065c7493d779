import { Bookmark, FootnoteReferenceRun, SimpleField, TextRun, UnderlineType, type ParagraphChild } from 'docx';
import { font } from './docx-styles.ts';
import { hasClass, isElement, textOf, type SheetElement, type SheetNode } from './tree.ts';

/** Turns source marks into page footnotes; one register for a whole document, so that numbers run through it. */
export class Footnotes {
  /** Text of each footnote by its number, counted from 1. */
  readonly texts: string[] = [];
  private readonly firstUse = new Map<string, number>();

  /**
   * The mark for a note. Its first use makes the footnote; later ones refer back to it by a NOTEREF field, which Word keeps
   * right when footnotes are added or removed. A source so keeps the number of its first use (GB/T 7714), and in the file
   * of a single text it is the number on the page. `scope` keeps apart the notes of several items in one document.
   */
  mark(scope: string, label: string, words: string): ParagraphChild[] {
    const key = `${scope} ${label}`;
    const first = this.firstUse.get(key);
    const bracket = (text: string) => new TextRun({ text, superScript: true });
    if (first !== undefined) return [bracket('['), new SimpleField(`NOTEREF note${first} \\f \\h`, String(first)), bracket(']')];
    this.texts.push(words);
    const number = this.texts.length;
    this.firstUse.set(key, number);
    return [bracket('['), new Bookmark({ id: `note${number}`, children: [new FootnoteReferenceRun(number)] }), bracket(']')];
  }
}

/** How a stretch of text is set. */
interface Look {
  bold?: boolean;
  emphasis?: boolean;
  kai?: boolean;
  deleted?: boolean;
  underline?: boolean;
}

/** What the inline mapping needs to know of its surroundings. */
export interface InlineContext {
  /** Item the notes belong to, and the text of its notes by number. */
  scope: string;
  notes: ReadonlyMap<string, string>;
  footnotes: Footnotes;
}

/** An element that the Word mapping does not know. It fails the build: nothing is dropped without a word. */
export class UnmappedError extends Error {
  constructor(element: SheetElement, where: string) {
    const name = element.attributes.class ? `<${element.tag} class="${element.attributes.class}">` : `<${element.tag}>`;
    super(`Word 文件里没有与 ${name} 对应的写法（${where}）。请在 src/features/export/ 的映射里补上。`);
  }
}

const run = (text: string, look: Look): TextRun =>
  new TextRun({
    text,
    ...(look.kai && { font: font('kai') }),
    ...(look.bold && { bold: true }),
    ...(look.emphasis && { emphasisMark: { type: 'dot' } }),
    ...(look.deleted && { strike: true }),
    ...(look.underline && { underline: { type: UnderlineType.SINGLE } }),
  });

/** White space of HTML: line breaks and runs of blanks are one blank, and none beside a line's ends. */
const collapse = (text: string): string => text.replace(/[ \t\n\r]+/g, ' ');

/** The runs of a paragraph. Notes beside the text are not repeated; they stand in the footnotes. */
export function inlineRuns(nodes: SheetNode[], context: InlineContext, look: Look = {}): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    if (!isElement(node)) return node ? [run(collapse(node), look)] : [];
    const inner = (more: Look = {}) => inlineRuns(node.children, context, { ...look, ...more });
    switch (node.tag) {
      case 'a':
        // The number beside a paragraph stands before its text already.
        if (hasClass(node, 'n')) return [];
        return inner(hasClass(node, 'q') ? { kai: true } : {});
      case 'strong':
      case 'b':
        return inner({ bold: true });
      case 'em':
        return inner({ emphasis: true });
      case 'del':
        return inner({ deleted: true });
      case 'sup':
        return hasClass(node, 'ref') ? noteReference(node, context) : inner();
      case 'br':
        return [new TextRun({ break: 1 })];
      case 'span':
        if (hasClass(node, 'sn') || hasClass(node, 'lines')) return [];
        return inner(hasClass(node, 'gap') ? { underline: true } : {});
      case 'small':
        return [run('　', look), ...inner()];
      case 'time':
      case 'i':
      case 'cite':
      case 'print-facts':
        return inner();
      case 'label':
        return node.children.some((child) => isElement(child) && child.tag === 'input') ? [run('□ ', look), ...inner()] : inner();
      case 'input':
        return [];
      default:
        throw new UnmappedError(node, '行内');
    }
  });
}

function noteReference(mark: SheetElement, context: InlineContext): ParagraphChild[] {
  const label = textOf(mark).replace(/[^\d]/g, '');
  const words = context.notes.get(label);
  if (words === undefined) throw new Error(`文末没有第${label}条出处，Word 文件无法写脚注（${context.scope}）`);
  return context.footnotes.mark(context.scope, label, words);
}
