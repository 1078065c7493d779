import { blockText, rangeOf } from '../../components/block-text.client.ts';
import { sentencesOf } from './sentences.ts';

/** A sentence to be read aloud and where it stands. */
export interface Spoken {
  words: string;
  block: HTMLElement;
  range: Range | undefined;
}

const blocks = 'h1, h2, h3, p, li, th, td, blockquote, figcaption';
/** What is for the eye only: tools, sources, tests with their answers, room for notes, the reader's own notes. */
const silent = '.tools, .meta, .kick, .toc-here, .notes, .cite-tools, .self-test, .test-answers, .further, .note-lines, .own, .own-changed, .own-status, .printed, .acts, .go-on, .sheet-form, .source, [aria-hidden="true"], [hidden]';

/** All sentences of the page's text in reading order. A block inside another is read by itself. */
export function spokenOf(article: Element): Spoken[] {
  const found: Spoken[] = [];
  article.querySelectorAll<HTMLElement>(blocks).forEach((block) => {
    if (block.closest(silent) || block.querySelector('blockquote, p')) return;
    const read = blockText(block, 'ul, ol, table');
    for (const { from, to } of sentencesOf(read.text)) found.push({ words: read.text.slice(from, to).replace(/\s+/g, ' '), block, range: rangeOf(read, from, to) });
  });
  return found;
}
