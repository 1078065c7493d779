import type { Link, Nodes, Parent, Root, Text } from 'mdast';
import { termFinder, type NamedTerm } from '../text/terms.ts';

const closed = new Set(['heading', 'link', 'footnoteDefinition', 'mdxJsxTextElement', 'tableRow']);

/**
 * Links each glossary term where a text first uses it. Longer names win ("现场办公下基层" is not the term "现场办公"),
 * headings, links, table rows and quotations are left alone. `href` turns a term's id into an address.
 */
export function termLinks({ terms, href }: { terms: () => NamedTerm[]; href: (id: string) => string }) {
  return (tree: Root) => {
    const find = termFinder(terms());
    const linked = new Set<string>();

    const split = (node: Text): (Text | Link)[] => {
      const parts: (Text | Link)[] = [];
      let from = 0;
      for (const use of find(node.value)) {
        if (linked.has(use.id)) continue;
        linked.add(use.id);
        if (use.from > from) parts.push({ type: 'text', value: node.value.slice(from, use.from) });
        parts.push({
          type: 'link',
          url: href(use.id),
          children: [{ type: 'text', value: node.value.slice(use.from, use.to) }],
          data: { hProperties: { className: ['term'] } },
        });
        from = use.to;
      }
      if (parts.length === 0) return [node];
      if (from < node.value.length) parts.push({ type: 'text', value: node.value.slice(from) });
      return parts;
    };

    const walk = (parent: Parent) => {
      parent.children = parent.children.flatMap((child): Nodes[] => {
        if (child.type === 'text') return split(child);
        if ('children' in child && !closed.has(child.type)) walk(child as Parent);
        return [child];
      }) as Parent['children'];
    };
    walk(tree);
  };
}
