import type { FootnoteDefinition, Nodes, Parent, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { VFile } from 'vfile';

/** What the plug-in needs to know of the library; handed in so that Markdown stays below it. */
export interface NoteLookup {
  /** The words of a note for a source id, or undefined if there is no such source. */
  describe: (source: string) => string | undefined;
  /** The source ids of a registered quotation. */
  sourcesOfQuote: (quote: string) => string[];
}

/** Words, or words that lead to a page of this site. */
type NotePart = string | { text: string; href: string };
/** `parts` is there only where a note of our own has links. */
type Note = { number: number; source: string } | { number: number; words: string; parts?: NotePart[] };

interface Jsx {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: { type: string; name?: string; value?: unknown }[];
  children: Nodes[];
}

const mark = /\[\^([a-z0-9-]+)\]/g;

const plain = (node: Nodes): string =>
  'value' in node && typeof node.value === 'string' ? node.value : 'children' in node ? node.children.map((child) => plain(child as Nodes)).join('') : '';

/** The words of a note with its links; other marks inside it are read as plain words. */
const partsOf = (node: Nodes): NotePart[] =>
  node.type === 'link' ? [{ text: plain(node), href: node.url }] : 'children' in node ? node.children.flatMap((child) => partsOf(child as Nodes)) : [plain(node)];

const isLink = (part: NotePart): part is { text: string; href: string } => typeof part !== 'string';
const wordsOf = (parts: NotePart[]): string => parts.map((part) => (isLink(part) ? part.text : part)).join('').trim();

const attribute = (node: Jsx, name: string) => {
  const value = node.attributes.find((found) => found.type === 'mdxJsxAttribute' && found.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
};

/** An inline element that Markdown has no node for. */
const element = (hName: string, hProperties: Record<string, unknown>, children: PhrasingContent[]): PhrasingContent =>
  ({ type: 'emphasis', children, data: { hName, hProperties } }) as PhrasingContent;

/**
 * Turns `[^source-id]` into a numbered mark with its note beside it (GB/T 7714 sequential numbering: a source keeps the
 * number of its first use; a later mark leads to the list at the foot). A footnote with a definition of its own is an explanatory note in the same sequence. The
 * sources of a block quotation join the list where it stands; an inline one is covered by the marks of its sentence. The
 * list goes to `notes` for the foot of the page.
 */
export function sourceNotes(lookup: NoteLookup) {
  return (tree: Root, file: VFile) => {
    const notes: Note[] = [];
    const numbers = new Map<string, number>();
    const definitions = new Map<string, NotePart[]>();

    tree.children = tree.children.filter((node: RootContent) => {
      if (node.type === 'footnoteDefinition') definitions.set((node as FootnoteDefinition).identifier, partsOf(node as FootnoteDefinition));
      return node.type !== 'footnoteDefinition';
    });

    const numberOf = (label: string): number => {
      const known = numbers.get(label);
      if (known) return known;
      const number = notes.length + 1;
      const parts = definitions.get(label);
      notes.push(parts === undefined ? { number, source: label } : { number, words: wordsOf(parts), ...(parts.some(isLink) && { parts }) });
      numbers.set(label, number);
      return number;
    };

    const noteMark = (label: string): PhrasingContent[] => {
      const first = !numbers.has(label);
      const described = lookup.describe(label);
      const parts = definitions.get(label) ?? (described === undefined ? undefined : [described]);
      if (parts === undefined) throw new Error(`没有编号为“${label}”的出处`);
      const number = numberOf(label);
      const link = element('a', { href: `#${first ? 'f' : 'n'}${number}`, ariaLabel: `出处${number}` }, [{ type: 'text', value: `[${number}]` }]);
      const sup = element('sup', { className: ['ref'], 'data-pagefind-ignore': '' }, [link]);
      // The words stand beside the first use only: repeated at every use they were a third of a page's size.
      if (!first) return [sup];
      return [
        sup,
        element('span', { className: ['sn', 'first'], id: `f${number}`, 'data-pagefind-ignore': '' }, [
          element('b', {}, [{ type: 'text', value: `[${number}]` }]),
          ...parts.map((part): PhrasingContent => (isLink(part) ? element('a', { href: part.href }, [{ type: 'text', value: part.text }]) : { type: 'text', value: part })),
        ]),
      ];
    };

    const splitText = (node: Text): PhrasingContent[] => {
      const parts: PhrasingContent[] = [];
      let from = 0;
      for (const match of node.value.matchAll(mark)) {
        if (match.index > from) parts.push({ type: 'text', value: node.value.slice(from, match.index) });
        parts.push(...noteMark(match[1] ?? ''));
        from = match.index + match[0].length;
      }
      if (from === 0) return [node];
      if (from < node.value.length) parts.push({ type: 'text', value: node.value.slice(from) });
      return parts;
    };

    const walk = (parent: Parent) => {
      parent.children = parent.children.flatMap((child): Nodes[] => {
        if (child.type === 'text') return splitText(child);
        if (child.type === 'footnoteReference') return noteMark(child.identifier);
        const jsx = child as unknown as Jsx;
        if (jsx.name === 'Q') return [child];
        if (jsx.name === 'Quote') {
          const numbersOfQuote = lookup.sourcesOfQuote(attribute(jsx, 'id') ?? '').map(numberOf);
          jsx.attributes.push({ type: 'mdxJsxAttribute', name: 'notes', value: numbersOfQuote.join(' ') });
          return [child];
        }
        if ('children' in child) walk(child as Parent);
        return [child];
      }) as Parent['children'];
    };
    walk(tree);

    const data = file.data as { astro?: { frontmatter?: Record<string, unknown> } };
    if (data.astro?.frontmatter) data.astro.frontmatter.notes = notes;
  };
}
