import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import type { PluggableList } from 'unified';
import type { NamedTerm } from '../text/terms.ts';
import { baseLinks } from './base-links.ts';
import { dropComments } from './drop-comments.ts';
import { joinLines } from './join-lines.ts';
import { numberBlocks } from './number-blocks.ts';
import { sourceNotes, type NoteLookup } from './source-notes.ts';
import { wrapTables } from './tables.ts';
import { termLinks } from './term-links.ts';
import { writeIns } from './write-ins.ts';

/** What the pipeline needs from outside: the library's words and the site's addresses. */
export interface PipelineContext extends NoteLookup {
  terms: () => NamedTerm[];
  termHref: (id: string) => string;
  /** Where a page of the site is published, from its address below the base. */
  pageHref: (path: string) => string;
}

/**
 * Plug-ins of the one Markdown pipeline. The two "cjk-friendly" ones are needed because CommonMark refuses to close
 * emphasis between a Chinese mark and a Han character (commonmark-spec issue 650).
 */
export const remarkPlugins = (context: PipelineContext): PluggableList => [
  dropComments,
  // Before terms and notes, whose addresses are complete.
  [baseLinks, { href: context.pageHref }],
  remarkCjkFriendly,
  remarkCjkStrikethrough,
  joinLines,
  writeIns,
  [termLinks, { terms: context.terms, href: context.termHref }],
  [sourceNotes, context],
  numberBlocks,
];

export const rehypePlugins: PluggableList = [wrapTables];
