import type { Link, Nodes, Parent, Root, Text } from 'mdast';

/** A term of the glossary and every name under which its first use may be linked. */
export interface LinkableTerm {
  id: string;
  names: string[];
}

const closed = new Set(['heading', 'link', 'footnoteDefinition', 'mdxJsxTextElement', 'tableRow']);

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Links each glossary term where a text first uses it. Longer names win ("现场办公下基层" is not the term "现场办公"),
 * headings, links, table rows and quotations are left alone. `href` turns a term's id into an address.
 */
export function termLinks({ terms, href }: { terms: () => LinkableTerm[]; href: (id: string) => string }) {
  return (tree: Root) => {
    const byName = new Map(terms().flatMap((term) => term.names.map((name) => [name, term.id] as const)));
    if (byName.size === 0) return;
    const pattern = new RegExp([...byName.keys()].sort((a, b) => b.length - a.length).map(escape).join('|'), 'g');
    const linked = new Set<string>();

    const split = (node: Text): (Text | Link)[] => {
      const parts: (Text | Link)[] = [];
      let from = 0;
      for (const match of node.value.matchAll(pattern)) {
        const id = byName.get(match[0]);
        if (!id || linked.has(id)) continue;
        linked.add(id);
        if (match.index > from) parts.push({ type: 'text', value: node.value.slice(from, match.index) });
        parts.push({
          type: 'link',
          url: href(id),
          children: [{ type: 'text', value: match[0] }],
          data: { hProperties: { className: ['term'] } },
        });
        from = match.index + match[0].length;
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
