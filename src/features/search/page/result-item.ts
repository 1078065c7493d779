import { wellFormed } from '../../../text/well-formed.ts';
import { copy } from '../../../components/clipboard.client.ts';
import type { Hit } from '../show/hit.ts';
import { markForms } from '../show/excerpt.ts';
import type { Passage } from '../show/passage.ts';
import { basketButton } from './basket-button.ts';
import { appendStretches, make } from './dom.ts';

/** What an item needs to know of the site. */
export interface Place {
  /** Address below which the site lies, with a slash at its end. */
  base: string;
  site: string;
}

/** The address of a hit, with the words to be marked there: /cases/x/?hl=下党#p12. */
export function addressOf(url: string, words: readonly string[], { base }: Place): string {
  const [path = '', fragment] = url.split('#');
  const marked = words.slice(0, 8).join(' ');
  return base.replace(/\/$/, '') + path + (marked ? `?hl=${encodeURIComponent(wellFormed(marked))}` : '') + (fragment ? `#${fragment}` : '');
}

/** "第12段" for a numbered paragraph. */
const placeName = (anchor: string): string => (/^p\d+$/.test(anchor) ? `第${anchor.slice(1)}段` : '跳到原句');

function passageOf(hit: Hit, passage: Passage, place: Place): HTMLParagraphElement {
  const words = make('p');
  appendStretches(words, passage.stretches);
  if (passage.anchor && hit.url.slice(-passage.anchor.length - 1) !== `#${passage.anchor}` && passage.stretches.some(({ hit: marked }) => marked)) {
    const jump = make('a', placeName(passage.anchor), 'jump');
    jump.href = addressOf(`${hit.url.replace(/#.*/, '')}#${passage.anchor}`, hit.words, place);
    words.append(' ', jump);
  }
  return words;
}

/** What "copy with citation" hands over of a quotation. */
const citation = (hit: Hit, place: Place): string => {
  const address = location.origin + place.base.replace(/\/$/, '') + hit.url;
  const sources = hit.sources.map((source, at) => `[${at + 1}] ${source}`);
  return [`${hit.name}——${hit.note}。`, '', ...(sources.length > 0 ? ['出处：', ...sources, ''] : []), `${place.site}，${address}`].join('\n');
};

function copyButton(hit: Hit, place: Place): HTMLButtonElement {
  const button = make('button', '复制并附出处');
  button.type = 'button';
  button.addEventListener('click', () => {
    const text = citation(hit, place);
    const html = text.split('\n').filter(Boolean).map((line) => `<p>${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`).join('');
    copy({ text, html }, button.parentElement || button).then((done) => {
      button.textContent = done ? '已复制' : '已选中，请按复制';
      setTimeout(() => (button.textContent = '复制并附出处'), 2000);
    });
  });
  return button;
}

/** Says of a right quotation which wrong form it is mistaken for. */
function correctionOf({ wrong, url }: NonNullable<Hit['correction']>, place: Place): HTMLParagraphElement {
  const words = make('p', '', 'correction');
  const link = make('a', '看辨正');
  link.href = addressOf(url, [], place);
  words.append(make('b', '辨正'), ` 误引：${wrong}`, ' ', link);
  return words;
}

/** One result as a list item. A quotation is shown whole, with who said it where, how well it is established, and a button. */
export function resultItem(hit: Hit, place: Place, list: 'exact' | 'near' = 'exact'): HTMLLIElement {
  const item = make('li');
  item.dataset.type = hit.type;
  const quotation = hit.type === '论述';
  const [first] = hit.passages;
  const section = first && first.section;
  const path = make('small', [hit.type, ...(hit.note && !quotation ? [hit.note] : []), ...(section ? [section] : [])].join(' › '));
  if (hit.occurrences > 2) path.append(make('i', `共${hit.occurrences}处`));
  item.append(path);
  const link = make('a');
  appendStretches(link, hit.title);
  link.href = addressOf(hit.url, hit.words, place);
  if (list === 'near') link.dataset.nearHit = '';
  else link.dataset.hit = '';
  link.className = 'title';
  link.dataset.type = hit.type;
  if (list === 'exact' && !hit.asTyped) link.dataset.variant = '';
  item.append(link);
  if (hit.correction) item.append(correctionOf(hit.correction, place));
  if (hit.missing) item.append(make('p', `这里没有“${hit.missing}”。`, 'missing'));
  if (quotation) {
    const line = make('p', '', 'line');
    appendStretches(line, markForms(hit.note, hit.words));
    item.append(line);
  }
  for (const passage of hit.passages) {
    // The source line of a quotation has speaker, occasion and date already.
    const words = passage.stretches.map(({ text }) => text).join('');
    if (!quotation || hit.note.indexOf(words) < 0) item.append(passageOf(hit, passage, place));
  }
  const acts = make('p', '', 'acts');
  const basket = basketButton(hit);
  if (quotation) acts.append(copyButton(hit, place));
  if (basket) acts.append(basket);
  if (quotation) acts.append(make('span', hit.grade));
  if (acts.firstChild) item.append(acts);
  return item;
}
