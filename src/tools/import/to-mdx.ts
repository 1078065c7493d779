import type { BlockContent, ListItem, PhrasingContent, TableCell } from 'mdast';
import { plain, weight, type Block } from './tree.ts';

/** Escapes what Markdown and MDX would read as marks. Marks of sources, `[^id]`, stay. */
const escape = (value: string): string =>
  value
    .replace(/[\\`*_{}<]/g, (mark, at: number) => (mark === '_' && /\w/.test(value[at - 1] ?? '') && /\w/.test(value[at + 1] ?? '') ? mark : `\\${mark}`))
    .replace(/\](?=\()/g, '\\]')
    .replace(/\[(?!\^[a-z0-9-]+\])/g, '\\[')
    .replace(/~/g, '\\~')
    .replace(/&(?=#?\w+;)/g, '\\&');

/** What a line must not begin with unless it is meant. */
const escapeStart = (line: string): string =>
  line
    .replace(/^(\s*)([#>+=-]|\d{1,9}[.)])(?=\s|$|\2)/, (_, lead: string, mark: string) => `${lead}${mark.length > 1 ? mark.replace(/([.)])$/, '\\$1') : `\\${mark}`}`)
    // MDX takes a line that begins with these words for a program.
    .replace(/^(?:import|export)(?=[\s{])/, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`);

/** A bare address would become a link, and links lead only to registered sources. */
const address = /https?:\/\/[\w.~:/?#@!$&'*+,;=%-]+|\bwww\.[\w./?=&%#-]+/g;

/** How the writer shows what Markdown of this site cannot hold. */
export interface Placeholders {
  image: (number: number) => string;
  address: (url: string) => string;
}

/** Writes imported blocks as MDX: one line a paragraph, tables as GFM, notes at the end. */
export function toMdx(blocks: readonly Block[], placeholders: Placeholders): string {
  const inline = (children: readonly PhrasingContent[]): string =>
    children
      .map((child): string => {
        switch (child.type) {
          case 'text': {
            let from = 0;
            let written = '';
            for (const match of child.value.matchAll(address)) {
              written += escape(child.value.slice(from, match.index)) + placeholders.address(match[0]);
              from = match.index + match[0].length;
            }
            return written + escape(child.value.slice(from));
          }
          case 'strong': {
            const inner = inline(child.children).trim();
            return inner ? `**${inner}**` : '';
          }
          case 'delete': {
            const inner = inline(child.children).trim();
            return inner ? `~~${inner}~~` : '';
          }
          case 'footnoteReference':
            return `[^${child.identifier}]`;
          case 'image':
            return placeholders.image(Number(child.url));
          case 'break':
            return '';
          default:
            return 'children' in child ? inline(child.children) : 'value' in child ? escape(child.value) : '';
        }
      })
      .join('');
  const line = (children: readonly PhrasingContent[]) => escapeStart(inline(children).replace(/\s*\n\s*/g, '').trim());

  const item = (node: ListItem, mark: string): string => {
    const indent = ' '.repeat(mark.length);
    const [first = '', ...rest] = node.children.map((child) => block(child)).filter(Boolean).flatMap((part) => part.split('\n'));
    return [`${mark}${first}`, ...rest.map((more) => (more ? indent + more : more))].join('\n');
  };
  const cell = (node: TableCell) => inline(node.children).replace(/\s*\n\s*/g, '').replace(/\|/g, '\\|').trim();

  const block = (node: Block | BlockContent): string => {
    switch (node.type) {
      case 'paragraph':
        return line(node.children);
      case 'heading':
        return `${'#'.repeat(node.depth)} ${inline(node.children).replace(/\s+/g, ' ').trim()}`;
      case 'blockquote':
        return node.children.map((child) => block(child)).join('\n\n').replace(/^/gm, '> ').replace(/^> $/gm, '>');
      case 'list':
        return node.children.map((child, at) => item(child, node.ordered ? `${(node.start ?? 1) + at}. ` : '- ')).join('\n');
      case 'table': {
        const rows = node.children.map((row) => `| ${row.children.map(cell).join(' | ')} |`);
        const width = node.children[0]?.children.length ?? 1;
        return [rows[0] ?? '', `|${'---|'.repeat(width)}`, ...rows.slice(1)].join('\n');
      }
      case 'footnoteDefinition':
        return `[^${node.identifier}]: ${node.children.map((child) => block(child)).join(' ').replace(/\s*\n\s*/g, ' ')}`;
      default:
        return 'value' in node ? escape(node.value) : '';
    }
  };
  return `${blocks.filter((node) => node.type === 'image' || weight(plain(node)) > 0 || /\S/.test(block(node))).map((node) => block(node)).join('\n\n')}\n`;
}
