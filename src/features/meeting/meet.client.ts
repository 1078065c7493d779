import { parseAddress, type Asked } from './address.ts';
import { MeetingNotes } from './notes.client.ts';
import { programmeOf, type Loaded } from './programme.client.ts';
import { MeetingView, showProblem } from './view.client.ts';

/** Loads what the address asks for; undefined where there is nothing of that name. */
export type Load = (asked: Asked) => Promise<Loaded | undefined>;

/** Starts the meeting view, or the leader's own window, on the page made for both. Without an address the page itself is all there is. */
export async function meet(load: Load): Promise<void> {
  const asked = parseAddress(location.search);
  const start = document.querySelector<HTMLElement>('[data-meet-start]');
  const show = document.querySelector<HTMLElement>(asked.notes ? '[data-meeting-notes]' : '[data-meeting-view]');
  document.querySelectorAll<HTMLElement>('[data-meet-scripts]').forEach((element) => (element.hidden = true));
  if (!asked.key || !start || !show) return;
  const working = document.querySelector<HTMLElement>('[data-meet-working]');
  if (working) working.hidden = false;
  start.hidden = true;
  try {
    const loaded = await load(asked);
    if (!loaded || loaded.items.length === 0) throw new Error('nothing found');
    const programme = await programmeOf(loaded);
    document.title = `${asked.notes ? '备注' : '领学'}：${programme.title}`;
    document.querySelectorAll<HTMLAnchorElement>('[data-meet-back]').forEach((link) => (link.href = (document.documentElement.dataset.base || '') + programme.path));
    if (asked.notes) new MeetingNotes(show, programme, asked.key);
    else new MeetingView(show, programme, asked.key);
  } catch (error) {
    start.hidden = false;
    const missing = error instanceof Error && error.message === 'nothing found';
    showProblem(missing ? (asked.item ? '没有找到这一篇：可能已撤下，也可能链接抄错了。' : '讲义篮是空的，没有可以放映的。') : '没有打开：读不到网站的文件。请检查网络后刷新。');
  }
  if (working) working.hidden = true;
}
