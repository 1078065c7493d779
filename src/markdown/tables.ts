import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Wraps tables so that a wide one scrolls in its own box on a phone instead of moving the page sideways. */
export function wrapTables() {
  return (tree: Root) =>
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || index === undefined || !parent) return;
      if (parent.type === 'element' && parent.properties.className?.toString().includes('scroll')) return;
      const box: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['scroll'], tabIndex: 0, role: 'region', ariaLabel: '表格，可左右滑动' },
        children: [node],
      };
      parent.children[index] = box;
    });
}
