import { cleaned } from './clean.client.ts';
import { all, make, wordsOf } from './dom.client.ts';
import { listPiece, piece, proseOf, titlePiece, type Origin } from './from-text.client.ts';
import type { Part, Piece, Step } from './piece.ts';

/** Gives the page at an address below the base. */
export type Pages = (path: string) => Promise<Document>;

/** Pieces of a plan, with its steps and occasions. */
export interface PlanRead {
  pieces: Piece[];
  steps: Step[];
  parts: Part[];
}

const minutes = (words: string): number => {
  const [hours = 0, rest = 0] = words.split(':').map(Number);
  return hours * 60 + rest;
};

/** The list that stands under a label on the leader's sheet. */
const aside = (step: Element | undefined, label: string): string[] => {
  const box = step && all(step, '.asides > div').find((found) => wordsOf(found.querySelector('b')) === label);
  return box ? all(box, 'li').map(wordsOf) : [];
};

/** The paragraphs of a text that a step has read aloud. */
async function readAloud(link: Element, pages: Pages, origin: Origin): Promise<Piece[]> {
  const { material: item = '', part = '' } = (link.closest('li') as HTMLElement | null)?.dataset || {};
  const [, first, last = first] = /^第(\d+)(?:—(\d+))?段$/.exec(part) || [];
  if (!item || first === undefined) return [];
  const article = (await pages(`/${item}/`)).querySelector('article');
  if (!article) return [];
  const found = proseOf(article, { ...origin, item, name: wordsOf(link) });
  const numbers = found.map(({ number }) => Number(number));
  const from = numbers.indexOf(Number(first));
  const to = numbers.lastIndexOf(Number(last));
  return from < 0 || to < from ? [] : found.slice(from, to + 1).filter(({ number, kind }) => number !== '' || kind === 'table');
}

/** What is on the screen while a step begins: its time, what is done, what is taken to hand. */
function stepBody(step: Element): HTMLElement {
  const body = make('div');
  const clock = wordsOf(step.querySelector('.clock b'));
  const length = wordsOf(step.querySelector('.clock span:last-child'));
  body.append(make('p', 'when', `${clock}　${length}`));
  const title = step.querySelector('h3');
  const lead = wordsOf(title?.querySelector('small'));
  const line = make('p', 'title', wordsOf(title).slice(0, lead ? -lead.length : undefined).trim());
  if (lead) line.append(make('small', '', `　${lead}`));
  body.append(line);
  all(step, '.what > p').forEach((words) => body.append(cleaned(words)));
  const list = make('ul');
  all(step, '.materials > li:not(.said)').forEach((material) => list.append(make('li', '', wordsOf(material))));
  if (list.children.length > 0) body.append(list);
  return body;
}

/**
 * The agenda as screens: each step, then what it reads aloud, paragraph by paragraph, then its questions one by one. The
 * leader's sheet adds what the room does not see; where it cannot be had, only that is missing. `inline` is false in a
 * basket, which holds the texts themselves.
 */
export async function readPlan(article: Element, item: string, pages: Pages, inline: boolean): Promise<PlanRead> {
  const leader = await pages(`/${item}/leader/`).then(
    (page) => all(page, '.agenda > .step'),
    () => [],
  );
  const base: Origin = { item, name: '', step: -1, part: 0 };
  const meta = wordsOf(article.querySelector('.head .meta > span:nth-child(2)')).split('。')[0];
  const title = titlePiece(base, '学习方案', wordsOf(article.querySelector('h1')), wordsOf(article.querySelector('.lead')));
  if (meta) title.body.append(make('p', 'lead', meta));
  const steps: Step[] = [];
  const parts: Part[] = [];
  const pieces: Piece[] = [title, ...listPiece(base, 'aims', '学习目标', article.querySelector('.aims ul'))];
  for (const [at, part] of all(article, '.part').entries()) {
    const when = wordsOf(part.querySelector('.when b'));
    const inside = all(part, '.step');
    for (const element of inside) {
      const number = steps.length;
      const [from = 0, to = 0] = wordsOf(element.querySelector('.clock b')).split('–').map(minutes);
      const heading = element.querySelector('h3');
      const lead = wordsOf(heading?.querySelector('small'));
      const name = wordsOf(heading).slice(0, lead ? -lead.length : undefined).trim();
      steps.push({ title: name, lead, from, to, part: at, hints: aside(leader[number], '提示'), expect: aside(leader[number], '希望听到') });
      const origin: Origin = { item, name: '', step: number, part: at };
      pieces.push(piece(origin, `s${number + 1}`, { kind: 'step', running: when, body: stepBody(element) }));
      for (const material of all(element, '.materials > li')) {
        const link = material.querySelector('a');
        if (material.matches('.said')) pieces.push(piece(origin, `s${number + 1}-${material.dataset.material || ''}`, { kind: 'quote', running: name, body: make('p', '', wordsOf(material.querySelector('.words'))), caption: wordsOf(link), aloud: true }));
        else if (inline && link) pieces.push(...(await readAloud(link, pages, origin)));
      }
      all(element, '.ask > li').forEach((question, nth, list) => pieces.push(piece(origin, `s${number + 1}-q${nth + 1}`, { kind: 'question', running: `${name} · 讨论题 ${nth + 1}/${list.length}`, body: make('p', '', wordsOf(cleaned(question))) })));
    }
    parts.push({ when, minutes: Math.max(0, ...steps.filter((step) => step.part === at).map(({ to }) => to)) });
  }
  const last: Origin = { ...base, part: Math.max(0, parts.length - 1) };
  pieces.push(...listPiece(last, 'after', '会后', article.querySelector('.after ul')));
  return { pieces, steps, parts };
}
