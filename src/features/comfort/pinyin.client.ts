import type { Readings } from './readings.ts';

let readings: Promise<Readings> | undefined;

/** The table of readings, fetched when somebody wants pinyin. */
const load = (): Promise<Readings> => {
  readings =
    readings ||
    fetch(`${document.documentElement.dataset.base || ''}/readings.json`).then((response) => {
      if (!response.ok) throw new Error(`readings.json: ${response.status}`);
      return response.json() as Promise<Readings>;
    });
  readings.catch(() => (readings = undefined));
  return readings;
};

/** Not annotated: sources in their fixed form, what is typed, and drawings. */
const closed = '.notes, .sn, .cite, ruby, script, style, textarea, input, select, svg, .printed, [hidden]';

function ruby(character: string, syllable: string): HTMLElement {
  const element = document.createElement('ruby');
  const over = document.createElement('rt');
  over.textContent = syllable;
  element.append(character, over);
  return element;
}

/** A text node with pinyin over what has a reading; undefined where nothing has. */
function annotated(text: string, pattern: RegExp, { words, chars }: Readings): DocumentFragment | undefined {
  const fragment = document.createDocumentFragment();
  let from = 0;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    fragment.append(text.slice(from, found.index));
    const syllables = words[found[0]] || [chars[found[0]] || ''];
    Array.from(found[0]).forEach((character, at) => fragment.append(ruby(character, syllables[at] || '')));
    from = found.index + found[0].length;
  }
  if (from === 0) return undefined;
  fragment.append(text.slice(from));
  return fragment;
}

/** Puts pinyin over the rare characters of the page. */
export async function showPinyin(): Promise<void> {
  const table = await load();
  const names = Object.keys(table.words).concat(Object.keys(table.chars)).sort((a, b) => b.length - a.length);
  const main = document.querySelector('main');
  if (!main || names.length === 0 || !document.documentElement.dataset.pinyin) return;
  const pattern = new RegExp(names.join('|'), 'g');
  const walker = document.createTreeWalker(main, 4);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.parentElement && !node.parentElement.closest(closed)) nodes.push(node as Text);
  for (const node of nodes) {
    const shown = annotated(node.data, pattern, table);
    if (shown && node.parentNode) node.parentNode.replaceChild(shown, node);
  }
}

/** Takes all pinyin off again. */
export function hidePinyin(): void {
  document.querySelectorAll('main ruby').forEach((element) => {
    const parent = element.parentNode;
    if (!parent) return;
    element.querySelectorAll('rt').forEach((over) => over.remove());
    parent.replaceChild(document.createTextNode(element.textContent || ''), element);
    parent.normalize();
  });
}
