import type { Element, Root } from 'hast';
import { EXIT, visit } from 'unist-util-visit';

/** The number of cells in a table's first row. */
const columnsOf = (table: Element): number => {
  let columns = 0;
  visit(table, 'element', (node) => {
    if (node.tagName !== 'tr') return undefined;
    columns = node.children.filter((child) => child.type === 'element').length;
    return EXIT;
  });
  return columns;
};

/** Wraps tables so that a wide one scrolls in its own box on a phone instead of moving the page sideways; two columns have room. */
export function wrapTables() {
  return (tree: Root) =>
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || index === undefined || !parent) return;
      if (parent.type === 'element' && parent.properties.className?.toString().includes('scroll')) return;
      const box: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: columnsOf(node) > 2 ? ['scroll'] : ['scroll', 'narrow'], tabIndex: 0, role: 'group', ariaLabel: '表格，可左右滑动' },
        children: [node],
      };
      parent.children[index] = box;
    });
}
