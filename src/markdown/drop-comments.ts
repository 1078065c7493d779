import type { Nodes, Parent, Root } from 'mdast';

const isComment = (node: Nodes): boolean => (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') && /^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value);

/** Takes authors' comments out of a text before anything counts, numbers or exports its blocks. */
export function dropComments() {
  return (tree: Root) => {
    const walk = (parent: Parent) => {
      parent.children = parent.children.filter((child) => !isComment(child as Nodes)) as Parent['children'];
      for (const child of parent.children) if ('children' in child) walk(child as Parent);
    };
    walk(tree);
  };
}
