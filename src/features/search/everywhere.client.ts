import { singleKeys } from '../../components/single-keys.client.ts';

/** What search does on every page. It is little; the rest is loaded when it is wanted. */
const link = document.querySelector<HTMLAnchorElement>('a.find');
const onSearchPage = document.querySelector('site-search');
const canOpen = 'HTMLDialogElement' in window && 'showModal' in HTMLDialogElement.prototype;

if (/[?&]hl=/.test(location.search)) import('./mark/highlight.client.ts').then(({ highlight }) => highlight()).catch(() => undefined);

/** Topics of this page: those of the text it shows, or the topic it is about. */
function topicsHere(): string[] {
  const text = document.querySelector<HTMLElement>('[data-search-topics]:not([data-search-record])');
  if (text && text.dataset.searchTopics) return text.dataset.searchTopics.split(' ');
  const topic = /\/topics\/([a-z0-9-]+)\/$/.exec(location.pathname);
  return topic && topic[1] ? [topic[1]] : [];
}

function open(): void {
  if (!link) return;
  if (onSearchPage) {
    const field = onSearchPage.querySelector<HTMLInputElement>('input[type=search]');
    if (field) {
      field.focus();
      field.select();
    }
  } else if (canOpen)
    import('./finder/dialog.client.ts').then(
      ({ openFinder }) => openFinder({ ...link.dataset, topics: topicsHere() }),
      () => location.assign(link.href),
    );
  else location.assign(link.href);
}

/** Whether a key is meant for the field it is typed in. */
const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

if (link)
  document.addEventListener('keydown', (event) => {
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target) && singleKeys();
    const control = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (event.isComposing || !(slash || control)) return;
    event.preventDefault();
    open();
  });

if (link && canOpen && !onSearchPage)
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });

/** What assistive technology is told of the shortcuts is what holds. */
const tell = () => link && link.setAttribute('aria-keyshortcuts', singleKeys() ? '/ Control+K' : 'Control+K');
document.addEventListener('reading-settings', tell);
tell();
