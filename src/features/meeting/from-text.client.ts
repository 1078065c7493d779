import { cleaned, shortened, sourcesOf } from './clean.client.ts';
import { all, make, wordsOf } from './dom.client.ts';
import type { Piece } from './piece.ts';
import { addBars, tableParts } from './table.client.ts';

/** What all pieces of one text share. */
export interface Origin {
  /** "cases/xiadang". */
  item: string;
  /** Shown small where pieces of several texts follow each other; empty for a text by itself. */
  name: string;
  step: number;
  part: number;
}

/** A piece with everything that is not said left empty. */
export const piece = (origin: Origin, key: string, given: Partial<Piece> & Pick<Piece, 'kind' | 'body'>): Piece => ({ number: '', running: origin.name, heading: '', caption: '', sources: [], aloud: false, step: origin.step, part: origin.part, key: `${origin.item}#${key}`, ...given });

/** Bodies by the kind of block. */
function bodyOf(block: Element): Pick<Piece, 'kind' | 'body'> & Partial<Piece> {
  if (block.matches('figure.quote')) return { kind: 'quote', body: cleaned(block.querySelector('blockquote p') || block), caption: wordsOf(block.querySelector('figcaption > span')), aloud: true };
  if (block.matches('figure.chart')) {
    const { body, head, cards } = tableParts(cleaned(block.querySelector('table') || block));
    addBars(body, block);
    return { kind: 'table', body, ...(head && { head }), cards, heading: wordsOf(block.querySelector('figcaption')), sources: all(block, '.source span').map((entry) => shortened(wordsOf(entry))) };
  }
  const table = block.querySelector('table');
  if (table) {
    const { body, head, cards } = tableParts(cleaned(table));
    return { kind: 'table', body, ...(head && { head }), cards };
  }
  const body = cleaned(block.matches('.facts') ? block.querySelector('ul') || block : block);
  if (block.matches('.facts')) body.className = 'figures';
  return { kind: 'text', body, aloud: !block.matches('.facts,ol.events') };
}

/** The blocks of a text's own prose, under their headings. */
export function proseOf(article: Element, origin: Origin): Piece[] {
  const notes = article.querySelector('.notes') || article;
  const pieces: Piece[] = [];
  let section = '';
  let heading = '';
  Array.from(article.querySelector('.prose')?.children || []).forEach((block, at) => {
    if (/^H[23]$/.test(block.tagName)) {
      const words = wordsOf(cleaned(block));
      if (block.tagName === 'H2') section = words;
      // A section that opens with a sub-heading shows both.
      heading = heading ? `${heading}\n${words}` : words;
      return;
    }
    const number = block.getAttribute('data-n') || '';
    const own = bodyOf(block);
    if (!wordsOf(own.body) && !own.cards) return;
    const running = [origin.name, heading ? '' : section].filter(Boolean).join(' · ');
    pieces.push(piece(origin, number ? `p${number}` : `b${at}`, { number, running, sources: sourcesOf(block, notes), ...own, heading: [heading, own.heading].filter(Boolean).join('\n') }));
    heading = '';
  });
  return pieces;
}

/** A list with its title, as one piece that may go over several screens. */
export function listPiece(origin: Origin, key: string, heading: string, list: Element | null | undefined): Piece[] {
  return list ? [piece(origin, key, { kind: 'text', heading, body: cleaned(list) })] : [];
}

/** Each discussion question by itself, in large letters. */
export const questionsOf = (article: Element, origin: Origin): Piece[] =>
  all(article, '.questions ol > li').map((question, at, list) => piece(origin, `q${at + 1}`, { kind: 'question', running: [origin.name, `研讨题 ${at + 1}/${list.length}`].filter(Boolean).join(' · '), body: asParagraph(cleaned(question)) }));

const asParagraph = (element: HTMLElement): HTMLElement => {
  const paragraph = make('p');
  paragraph.append(...Array.from(element.childNodes));
  return paragraph;
};

/** Questions of the self-test, each followed by its answer on a screen of its own. */
export function testOf(article: Element, origin: Origin): Piece[] {
  const notes = article.querySelector('.notes') || article;
  return all(article, '.self-test fieldset').flatMap((question, at, list) => {
    const running = [origin.name, `自测 ${at + 1}/${list.length}`].filter(Boolean).join(' · ');
    const body = make('div');
    const legend = make('p', 'ask', wordsOf(question.querySelector('legend')).replace(/^\d+\.\s*/, '').replace(wordsOf(question.querySelector('.kind')), ''));
    legend.prepend(make('b', 'kind', `${wordsOf(question.querySelector('.kind'))}　`));
    body.append(legend);
    const words = question.querySelector('blockquote');
    if (words) body.append(make('p', 'words', wordsOf(words)), make('p', 'who', wordsOf(question.querySelector('figcaption'))));
    const options = make('ul', 'options');
    all(question, 'ul li').forEach((option) => options.append(make('li', '', wordsOf(option))));
    if (options.children.length > 0) body.append(options);
    const answer = question.querySelector('details p');
    const asked = piece(origin, `t${at + 1}`, { kind: 'answer', running, body });
    return answer ? [asked, piece(origin, `a${at + 1}`, { kind: 'answer', running: `${running} · 答案`, body: cleaned(answer), sources: sourcesOf(answer, notes) })] : [asked];
  });
}

/** The first screen: what is read, and in a sentence what it is about. */
export function titlePiece(origin: Origin, kind: string, title: string, lead: string): Piece {
  const body = make('div');
  body.append(make('p', 'title', title));
  if (lead) body.append(make('p', 'lead', lead));
  return piece(origin, 'title', { kind: 'title', running: kind, body });
}

/** All of a lesson, case, essay or form, in the order of its page. */
export function textPieces(article: Element, origin: Origin, kind: string): Piece[] {
  const head = article.querySelector('header.head') || article;
  return [
    titlePiece(origin, kind, wordsOf(head.querySelector('h1')), wordsOf(head.querySelector('.lead'))),
    ...listPiece(origin, 'aims', '学习目标', article.querySelector('section.aims ul')),
    ...proseOf(article, origin),
    ...questionsOf(article, origin),
    ...testOf(article, origin),
  ];
}

/** A quotation of the library, or whatever else a basket holds: a term, an event, a stretch of the chronicle, own words. */
export function otherPieces(element: Element, origin: Origin, title: string): Piece[] {
  const folder = origin.item.split('/')[0];
  if (folder === 'quotes') {
    const body = make('p', '', wordsOf(element.querySelector('h1')));
    const sources = all(element, '.notes .cite').map((entry, at) => `[${at + 1}] ${shortened(wordsOf(entry))}`);
    return [piece(origin, 'words', { kind: 'quote', running: '', body, caption: element.getAttribute('data-search-note') || '', aloud: true, sources })];
  }
  const events = all(element, 'ol.timeline > li');
  if (events.length > 0) return events.flatMap((event) => otherPieces(event, { ...origin, item: `timeline/${event.id}`, name: title }, wordsOf(event.querySelector('h2,h3'))));
  const body = make('div');
  const time = wordsOf(element.querySelector('time'));
  const copy = cleaned(element);
  all(copy, 'h1,h2,h3,time,.src,.kick').forEach((found) => found.remove());
  body.append(...all(copy, 'p,li').map((line) => make('p', '', wordsOf(line))).filter((line) => line.textContent));
  const source = wordsOf(element.querySelector('.src')).replace(/^出处：/, '');
  if (!wordsOf(body)) return [piece(origin, 'words', { kind: 'text', body: make('p', '', title), heading: time, sources: source ? [source] : [] })];
  return [piece(origin, 'words', { kind: 'text', heading: [time, wordsOf(element.querySelector('h2,h3')) || title].filter(Boolean).join('　'), body, aloud: true, sources: source ? [source] : [] })];
}
