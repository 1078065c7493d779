/** The words of one block as a reader sees them, and the text nodes they stand in. */
export interface BlockText {
  text: string;
  nodes: Text[];
}

/** What stands in a block but is none of its words: numbers, menus, source marks, pinyin, and what scripts add. */
const besides = '.n, .pmenu, sup.ref, .sn, .own, rt, script, style, button, select, textarea, svg, [hidden]';

/** Reads a block. `apart` names elements inside it that are blocks of their own. */
export function blockText(block: Element, apart = ''): BlockText {
  const nodes: Text[] = [];
  const skipped = apart ? `${besides}, ${apart}` : besides;
  const walk = (node: Node) => {
    if (node instanceof Text) nodes.push(node);
    else if (node instanceof Element && !(node !== block && node.matches(skipped))) node.childNodes.forEach(walk);
  };
  walk(block);
  return { text: nodes.map(({ data }) => data).join(''), nodes };
}

/** White space between the blocks of a list or a table: nothing there can be marked. */
const isGap = (node: Text): boolean => Boolean(node.parentElement && node.parentElement.matches('ul, ol, dl, table, thead, tbody, tr, div') && !node.data.trim());

/** The parts of text nodes that a stretch of the words covers. */
function parts({ nodes }: BlockText, from: number, to: number): { node: Text; from: number; to: number }[] {
  let start = 0;
  return nodes
    .map((node) => {
      const at = start;
      start += node.data.length;
      return { node, from: Math.max(0, from - at), to: Math.min(node.data.length, to - at) };
    })
    .filter((part) => part.from < part.to && !isGap(part.node));
}

/** A range over a stretch of the words; none where the stretch is empty. */
export function rangeOf(block: BlockText, from: number, to: number): Range | undefined {
  const found = parts(block, from, to);
  const first = found[0];
  const last = found[found.length - 1];
  if (!first || !last) return undefined;
  const range = document.createRange();
  range.setStart(first.node, first.from);
  range.setEnd(last.node, last.to);
  return range;
}

/** Wraps a stretch of the words in elements, one a text node. What was read of the block before no longer holds. */
export function wrapText(block: BlockText, from: number, to: number, make: () => HTMLElement): HTMLElement[] {
  // From the end, so that what is split off does not move what comes before.
  return parts(block, from, to)
    .reverse()
    .map((part) => {
      const rest = part.from > 0 ? part.node.splitText(part.from) : part.node;
      if (part.to - part.from < rest.data.length) rest.splitText(part.to - part.from);
      const element = make();
      if (rest.parentNode) rest.parentNode.replaceChild(element, rest);
      element.append(rest);
      return element;
    })
    .reverse();
}

/** Takes a wrapping element off and leaves its words. */
export function unwrap(element: Element): void {
  const parent = element.parentNode;
  if (!parent) return;
  while (element.firstChild) parent.insertBefore(element.firstChild, element);
  parent.removeChild(element);
  parent.normalize();
}

/** The stretch of the words that a selection covers, without white space at its ends. */
export function offsetsOf({ text, nodes }: BlockText, selection: Range): { from: number; to: number } | undefined {
  let from = -1;
  let to = -1;
  let start = 0;
  for (const node of nodes) {
    if (selection.intersectsNode(node)) {
      const first = node === selection.startContainer ? selection.startOffset : 0;
      const last = node === selection.endContainer ? selection.endOffset : node.data.length;
      if (first < last) {
        if (from < 0) from = start + first;
        to = start + last;
      }
    }
    start += node.data.length;
  }
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return from >= 0 && from < to ? { from, to } : undefined;
}
