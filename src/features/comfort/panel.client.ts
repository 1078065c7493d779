import look from '../../styles/settings.css?url';
import { addStyle } from '../../components/style.client.ts';
import { recall, remember } from '../../components/stored.client.ts';
import { changed, choices, isOpen, readSettings, settingKeys, type Choice, type Settings } from './settings.ts';
import { hidePinyin, showPinyin } from './pinyin.client.ts';

const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = '', className = ''): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
};

/** What holds on this page: boot.js has written it on the root element. */
const onPage = (): Settings => readSettings((name) => document.documentElement.getAttribute(`data-${name}`) || '');

let settings = onPage();
const inputs: { input: HTMLInputElement; name: keyof Settings }[] = [];

/** Whether the browser keeps what it is given: in private windows and full storage it does not. */
function keeps(): boolean {
  return (Object.keys(settingKeys) as (keyof Settings)[]).every((name) => recall(settingKeys[name]) === settings[name]);
}

function show(): void {
  for (const { input, name } of inputs) {
    input.checked = settings[name] === input.value;
    input.disabled = !isOpen(name, input.value, settings);
  }
}

/** Takes a choice: the page changes at once, the device keeps it if it may. */
function take(name: keyof Settings, value: string, note: HTMLElement): void {
  settings = changed(settings, name, value);
  (Object.keys(settingKeys) as (keyof Settings)[]).forEach((key) => remember(settingKeys[key], settings[key]));
  document.dispatchEvent(new CustomEvent('reading-settings', { detail: settings }));
  note.textContent = keeps() ? '' : '浏览器不让保存，这些设置只在这一页有效。';
  if (name === 'pinyin')
    if (value) showPinyin().catch(() => (note.textContent = '拼音表没有取到，请检查网络后再选。'));
    else hidePinyin();
  show();
}

function group({ name, legend, values }: Choice, note: HTMLElement): HTMLFieldSetElement {
  const set = make('fieldset');
  set.append(make('legend', legend));
  for (const [value, words] of values) {
    const label = make('label');
    const input = make('input');
    Object.assign(input, { type: 'radio', name: `setting-${name}`, value });
    input.addEventListener('change', () => take(name, value, note));
    inputs.push({ input, name });
    label.append(input, make('span', words));
    set.append(label);
  }
  return set;
}

function build(host: HTMLElement, close: () => void): HTMLElement {
  const panel = make('div', '', 'settings-panel');
  panel.id = 'reading-settings';
  panel.setAttribute('role', 'group');
  panel.setAttribute('aria-label', '阅读设置');
  const note = make('p', '', 'hint');
  note.setAttribute('role', 'status');
  panel.append(...choices.map((choice) => group(choice, note)), note);
  const foot = make('p', '', 'foot');
  const mine = make('a', '我的笔记');
  mine.href = `${document.documentElement.dataset.base || ''}/mine/`;
  const done = make('button', '收起');
  done.type = 'button';
  done.addEventListener('click', close);
  foot.append(mine, done);
  panel.append(foot);
  host.append(panel);
  return panel;
}

let panel: HTMLElement | undefined;

/** Opens the panel under its button or closes it. Escape, the button and a touch elsewhere close it too. */
export async function toggle(host: HTMLElement, button: HTMLButtonElement): Promise<void> {
  await addStyle(look);
  const set = (open: boolean) => {
    if (!panel) return;
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  if (!panel) {
    panel = build(host, () => {
      set(false);
      button.focus();
    });
    panel.hidden = true;
    button.setAttribute('aria-controls', panel.id);
    host.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !panel || panel.hidden) return;
      event.preventDefault();
      set(false);
      button.focus();
    });
    document.addEventListener('click', (event) => {
      if (event.target instanceof Node && document.contains(event.target) && !host.contains(event.target)) set(false);
    });
  }
  const opens = Boolean(panel.hidden);
  set(opens);
  if (!opens) return;
  settings = onPage();
  show();
  const first = panel.querySelector<HTMLInputElement>('input:checked');
  if (first) first.focus();
}
