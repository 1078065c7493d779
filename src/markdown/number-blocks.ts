import type { Link, List, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';

interface JsxBlock {
  type: 'mdxJsxFlowElement';
  name: string | null;
  attributes: { type: 'mdxJsxAttribute'; name: string; value: string }[];
}

const isQuote = (node: RootContent | JsxBlock): node is JsxBlock =>
  (node as JsxBlock).type === 'mdxJsxFlowElement' && (node as JsxBlock).name === 'Quote';

/** The number as a reader sees it: a link to its own block, so that it can be shared without a script. */
const numberLink = (number: number): Link => ({
  type: 'link',
  url: `#p${number}`,
  children: [{ type: 'text', value: String(number) }],
  data: { hProperties: { className: ['n'], ariaLabel: `第${number}段`, 'data-pagefind-ignore': '' } },
});

/** The first line of a block: that of a list is in its first item, for a list may hold nothing but items. */
function firstLine(block: Paragraph | List): PhrasingContent[] | undefined {
  if (block.type === 'paragraph') return block.children;
  const first = block.children[0]?.children[0];
  return first?.type === 'paragraph' ? first.children : undefined;
}

/**
 * Gives headings the ids s1, s1-1 … and every paragraph, list and block quotation a number: the id p12 and the same 12 on
 * screen, on paper and in links. Only blocks at the top level count, so a number names one thing a reader can point at.
 */
export function numberBlocks() {
  return (tree: Root) => {
    let section = 0;
    let subsection = 0;
    let paragraph = 0;
    for (const node of tree.children) {
      if (node.type === 'heading' && node.depth <= 3) {
        if (node.depth === 2) {
          section += 1;
          subsection = 0;
        } else subsection += 1;
        node.data = { ...node.data, hProperties: { id: node.depth === 2 ? `s${section}` : `s${section}-${subsection}` } };
      } else if (node.type === 'paragraph' || node.type === 'list') {
        paragraph += 1;
        node.data = { ...node.data, hProperties: { id: `p${paragraph}`, 'data-n': String(paragraph) } };
        firstLine(node)?.unshift(numberLink(paragraph));
      } else if (isQuote(node)) {
        paragraph += 1;
        (node as JsxBlock).attributes.push({ type: 'mdxJsxAttribute', name: 'number', value: String(paragraph) });
      }
    }
  };
}
