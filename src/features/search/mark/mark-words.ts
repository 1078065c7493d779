import { blockTags } from '../blocks.ts';
import { rangesOf } from '../show/excerpt.ts';

/** What stands in a page but is none of its reading text. */
const besides = '[data-pagefind-ignore], .n, .pmenu, .sn, sup.ref, rt, script, style, template, button, select, svg, [hidden]';

/** The text nodes of one block in order, as one text. */
interface Run {
  nodes: Text[];
  text: string;
}

/** The reading text below an element, block by block, as search has it. */
function runsOf(root: Element): Run[] {
  const runs: Run[] = [];
  let run: Run = { nodes: [], text: '' };
  const flush = () => {
    if (run.nodes.length > 0) runs.push(run);
    run = { nodes: [], text: '' };
  };
  const walk = (node: Node) => {
    if (node instanceof Text) {
      run.nodes.push(node);
      run.text += node.data;
    } else if (node instanceof Element && !node.matches(besides)) {
      const block = blockTags.has(node.tagName.toLowerCase());
      if (block) flush();
      node.childNodes.forEach(walk);
      if (block) flush();
    }
  };
  walk(root);
  flush();
  return runs;
}

/** The texts of the blocks below an element. */
export const readingOf = (root: Element): string[] => runsOf(root).map(({ text }) => text);

/** Wraps a part of a text node. */
function wrap(node: Text, from: number, to: number): HTMLElement {
  const rest = from > 0 ? node.splitText(from) : node;
  if (to - from < rest.data.length) rest.splitText(to - from);
  const mark = document.createElement('mark');
  mark.className = 'hl';
  if (rest.parentNode) rest.parentNode.replaceChild(mark, rest);
  mark.append(rest);
  return mark;
}

/** Marks every place below the roots where one of the words stands, across links and notes. Returns the marks, one list a place. */
export function markWords(roots: readonly Element[], words: readonly string[]): HTMLElement[][] {
  const found: HTMLElement[][] = [];
  for (const root of roots)
    for (const { nodes, text } of runsOf(root)) {
      const places = rangesOf(text, words).map((range) => ({ range, marks: [] as HTMLElement[] }));
      let end = text.length;
      // From the end, so that what is split off does not move what comes before.
      for (const node of [...nodes].reverse()) {
        const start = end - node.data.length;
        for (const { range, marks } of [...places].reverse()) {
          const from = Math.max(range.from, start);
          const to = Math.min(range.to, end);
          if (to > from) marks.unshift(wrap(node, from - start, to - start));
        }
        end = start;
      }
      for (const { marks } of places) if (marks.length > 0) found.push(marks);
    }
  return found;
}

/** Takes marks away again; the text is as it was. */
export function unmark(places: readonly HTMLElement[][]): void {
  for (const marks of places)
    for (const mark of marks) {
      const parent = mark.parentNode;
      if (!parent) continue;
      while (mark.firstChild) parent.insertBefore(mark.firstChild, mark);
      parent.removeChild(mark);
      parent.normalize();
    }
}
