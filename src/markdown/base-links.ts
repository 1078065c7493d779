import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Puts the site's base before links that authors write from its root, [下党](/cases/xiadang/), so that a site below a path holds together. */
export function baseLinks({ href }: { href: (path: string) => string }) {
  return (tree: Root) => {
    visit(tree, ['link', 'image', 'definition'], (node) => {
      if ('url' in node && /^\/(?!\/)/.test(node.url)) node.url = href(node.url);
    });
  };
}
