import look from '../../styles/places-read.css?url';
import { addStyle } from '../../components/style.client.ts';
import { overwrite } from '../../components/kept-copy.client.ts';
import { recall } from '../../components/stored.client.ts';
import { placesKey, readPlaces, withPlace } from './places.ts';

/** Remembers in which paragraph a reader stopped, and offers to go on there. Nothing of it leaves the device. */
const path = location.pathname.slice((document.documentElement.dataset.base || '').length);
const blocks = Array.from(document.querySelectorAll<HTMLElement>('.prose [data-n]'));
const heading = document.querySelector('h1');

/** Number of the first paragraph that the window shows. */
function shown(): number {
  const first = blocks.find((block) => block.getBoundingClientRect().bottom > 80);
  return first ? Number(first.dataset.n) : blocks.length;
}

let moved = false;

function keep(): void {
  if (!moved || !heading) return;
  const place = { path, title: (heading.textContent || '').slice(0, 200), n: shown(), at: Date.now() };
  overwrite(placesKey, JSON.stringify(withPlace(readPlaces(recall(placesKey)), place, blocks.length)), readPlaces);
}

/** A line beneath the page's tools: where reading stopped last time. */
function offer(): void {
  const last = readPlaces(recall(placesKey)).find((place) => place.path === path);
  const target = last && document.getElementById(`p${last.n}`);
  const tools = document.querySelector('.tools');
  if (!last || !target || !tools || location.hash || /[?&](?:p|hl)=/.test(location.search)) return;
  const line = document.createElement('p');
  line.className = 'go-on';
  line.append(`上次读到第${last.n}段。`);
  const link = document.createElement('a');
  link.href = `#${target.id}`;
  link.textContent = '接着读';
  const away = document.createElement('button');
  away.type = 'button';
  away.textContent = '不用了';
  away.addEventListener('click', () => {
    line.remove();
    overwrite(placesKey, JSON.stringify(readPlaces(recall(placesKey)).filter((place) => place.path !== path)), readPlaces);
  });
  line.append(link, away);
  tools.insertAdjacentElement('afterend', line);
}

/** Begins to remember. */
export function remembering(): void {
  if (blocks.length === 0) return;
  void addStyle(look).then(offer);
  let waiting = 0;
  window.addEventListener(
    'scroll',
    () => {
      moved = true;
      clearTimeout(waiting);
      waiting = window.setTimeout(keep, 600);
    },
    { passive: true },
  );
  window.addEventListener('pagehide', keep);
  // The scroll that loaded this module is over.
  if (window.pageYOffset > 0) {
    moved = true;
    waiting = window.setTimeout(keep, 600);
  }
}
