import type { Segment } from '../../text/difference.ts';
import { quoted } from '../../text/quoted-words.ts';
import { kinds, type Finding, type Kind } from './finding.ts';
import { countsOf, mostPlaces, mostRemarks, paragraphAt, stretches, type Remark } from './layout.ts';
import { rightLabel } from './report.ts';

/** Makes an element with words and children. The text under check comes in here only, always as text. */
function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className = '', ...children: (Node | string)[]): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function link(address: string, words: string, label = ''): HTMLAnchorElement {
  const anchor = make('a', '', words);
  anchor.href = address;
  if (label) anchor.setAttribute('aria-label', label);
  return anchor;
}

/** The counts, each a link to its section. */
export function summary(findings: readonly Finding[]): HTMLElement[] {
  return countsOf(findings).map(({ kind, count }) => {
    const item = make('li', `k-${kind}`);
    const anchor = link(`#s-${kind}`, '');
    anchor.append(make('span', 'tag', kinds[kind].label), make('b', '', String(count)), '处');
    item.append(anchor);
    return item;
  });
}

/** The text itself with marks; behind each mark the number of its remark. */
export function marked(text: string, remarks: readonly Remark[]): DocumentFragment {
  const whole = document.createDocumentFragment();
  const kindOf = new Map(remarks.map(({ number, finding }) => [number, finding.kind]));
  for (const { text: words, kind, begins, ends } of stretches(text, remarks)) {
    if (!kind) whole.append(words);
    else {
      const mark = make('mark', `k-${kind}`);
      for (const { number, place } of begins) {
        const anchor = make('span', 'place');
        anchor.id = `m${number}-${place}`;
        mark.append(anchor);
      }
      mark.append(words);
      whole.append(mark);
    }
    for (const number of ends) {
      const sign = make('sup', '', link(`#f${number}`, String(number), `第${number}条，${kinds[kindOf.get(number) ?? 'unknown'].label}`));
      whole.append(sign);
    }
  }
  return whole;
}

/** What to take out and what to put in, said in words as well as struck out and underlined; what goes stands first. */
function comparison(segments: readonly Segment[]): HTMLElement {
  const line = make('p', 'diff');
  const out = (text: string) => make('del', '', make('small', '', '删'), text);
  const into = (text: string) => make('ins', '', make('small', '', '增'), text);
  segments.forEach(({ kind, text }, at) => {
    const before = segments[at - 1];
    if (kind === 'same') line.append(text);
    else if (kind === 'missing' && segments[at + 1]?.kind !== 'extra') line.append(into(text));
    else if (kind === 'extra') line.append(out(text), before?.kind === 'missing' ? into(before.text) : '');
  });
  return line;
}

function placesOf({ number, places, finding }: Remark, text: string, paragraph: (offset: number) => number): HTMLElement {
  const line = make('p', 'where');
  if (places.length === 1) {
    const words = text.slice(finding.from, finding.to).replace(/\s+/g, ' ');
    line.append(`第${paragraph(finding.from)}段　`, link(`#m${number}-1`, words.length > 44 ? `${words.slice(0, 40)}……` : words, '到文中这一处'));
    return line;
  }
  line.append(`${places.length}处：`);
  places.slice(0, 30).forEach(({ from }, at) => line.append(link(`#m${number}-${at + 1}`, `第${paragraph(from)}段`), ' '));
  if (places.length > 30) line.append('……');
  return line;
}

/** One remark: what it is, where it stands, how the wordings compare, what is right and where it comes from. */
function remark(one: Remark, text: string, paragraph: (offset: number) => number, base: string): HTMLElement {
  const { finding, number } = one;
  const item = make('li', `k-${finding.kind}`);
  item.id = `f${number}`;
  item.append(make('span', 'num', String(number)), placesOf(one, text, paragraph), make('p', '', finding.message));
  if (finding.difference) item.append(comparison(finding.difference));
  if (finding.right) {
    const right = make('p', 'right', make('span', 'label', rightLabel(finding)), finding.kind === 'exact' ? '' : quoted(finding.right));
    if (finding.quote && finding.source) right.append(make('span', 'source', finding.source));
    item.append(right);
  }
  if (finding.note) item.append(make('p', 'note', make('span', 'label', '辨析'), finding.note));
  const acts = make('p', 'does');
  if (finding.right) {
    const button = make('button', '', finding.quote ? '复制正文与出处' : '复制正确写法');
    button.type = 'button';
    button.dataset.copy = String(number);
    acts.append(button);
  }
  if (finding.quote) acts.append(link(`${base}quotes/${finding.quote}/`, '看这条论述'));
  if (finding.misquote) acts.append(link(`${base}misquotes/#${finding.misquote}`, '看辨正'));
  if (acts.childNodes.length > 0) item.append(acts);
  return item;
}

/** All remarks, in sections by kind, gravest first. */
export function remarks(text: string, all: readonly Remark[], base: string): DocumentFragment {
  const whole = document.createDocumentFragment();
  const paragraph = paragraphAt(text);
  const places = all.reduce((sum, { places: own }) => sum + own.length, 0);
  if (all.length > mostRemarks || places > mostPlaces) whole.append(make('p', 'meta', `共${all.length}条、${places}处，这里列出前${mostRemarks}条，文中标出前${mostPlaces}处。改过之后再检一遍，或者分段来检。`));
  for (const kind of Object.keys(kinds) as Kind[]) {
    const own = all.slice(0, mostRemarks).filter(({ finding }) => finding.kind === kind);
    if (own.length === 0) continue;
    const section = make('section', `k-${kind}`);
    section.id = `s-${kind}`;
    const heading = make('h3', '', make('span', 'tag', kinds[kind].label), kinds[kind].what, make('small', '', `${own.reduce((sum, { places: at }) => sum + at.length, 0)}处`));
    section.append(heading, make('ol', '', ...own.map((one) => remark(one, text, paragraph, base))));
    whole.append(section);
  }
  return whole;
}
