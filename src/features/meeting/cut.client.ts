import { breaksOf, type Break } from './breaks.ts';
import { all } from './dom.client.ts';

/** An element whose text can be cut into stretches that keep its markup. */
export interface Cuttable {
  element: HTMLElement;
  length: number;
  breaks: Break[];
  nodes: { node: Text; at: number }[];
}

const blocks = 'p,li,tr,dt,dd,.card';

/** Looks up once where the text nodes of an element begin and where it may be cut. `rows`: only after rows of a table. */
export function cuttable(element: HTMLElement, rows = false): Cuttable {
  const nodes: Cuttable['nodes'] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = '';
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    nodes.push({ node, at: text.length });
    text += node.data;
  }
  const ends = all(element, rows ? 'tr' : blocks).map((block) => {
    const inside = nodes.filter(({ node }) => block.contains(node)).pop();
    return inside ? inside.at + inside.node.data.length : 0;
  });
  const breaks = breaksOf(text, ends);
  return { element, nodes, length: text.length, breaks: rows ? breaks.filter(({ rank }) => rank === 0) : breaks };
}

/** The stretch of an element from one offset of its text to another, inside the elements that enclose it. */
export function cut({ element, nodes, length, breaks }: Cuttable, from: number, to: number): HTMLElement {
  if (from === 0 && to >= length) return element.cloneNode(true) as HTMLElement;
  const start = nodes.filter(({ at }) => at <= from).pop();
  const end = nodes.filter(({ at }) => at < to).pop();
  const copy = element.cloneNode(false) as HTMLElement;
  if (!start || !end) return copy;
  const range = document.createRange();
  range.setStart(start.node, from - start.at);
  range.setEnd(end.node, to - end.at);
  let inside: Node = range.cloneContents();
  let shell: Node | null = range.commonAncestorContainer;
  if (shell.nodeType === Node.TEXT_NODE) shell = shell.parentNode;
  for (; shell && shell !== element; shell = shell.parentNode) {
    const outer = shell.cloneNode(false);
    outer.appendChild(inside);
    inside = outer;
  }
  copy.append(inside);
  // The rest of an item goes on without its number or dot.
  if (from > 0 && !breaks.some(({ at, rank }) => at === from && rank === 0)) (copy.tagName === 'LI' ? copy : copy.querySelector('li,p,.card'))?.classList.add('cont');
  return copy;
}
