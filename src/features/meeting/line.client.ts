import { wordsOf } from './dom.client.ts';
import type { Piece } from './piece.ts';

const kinds: Partial<Record<Piece['kind'], string>> = { title: '题', step: '议程', question: '问', answer: '测', quote: '引文', table: '表', end: '完' };

/** A piece in one line: its number or kind, and its first words. */
export function lineOf({ kind, number, heading, body }: Piece, most = 40): [mark: string, words: string] {
  const title = kind === 'step' || kind === 'title' ? body.querySelector('.title') : null;
  const words = title ? (title.firstChild?.textContent || '').trim() : heading.replace('\n', '　') || wordsOf(body);
  return [number ? `第${number}段` : kinds[kind] || '', words.length > most ? `${words.slice(0, most)}……` : words];
}
