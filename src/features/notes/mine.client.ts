import { eraseDevice, keptHere } from '../../components/device-keys.ts';
import { isInApp } from '../../components/in-app.client.ts';
import { keptCopies } from '../../components/kept-copy.client.ts';
import { changedMarks } from './check.client.ts';
import { placeId, placeWords } from './blocks.client.ts';
import { button, make } from './dom.client.ts';
import { changeNotes, forgetNotes, notKept, notesWarning, onNotes, recallNotes, withMark, withoutMark } from './store.client.ts';
import type { Favourite, Mark } from './store.ts';
import { exported, importNotes, save } from './transfer.client.ts';

const base = document.documentElement.dataset.base || '';

/** Whether pages are kept here for offline use. */
const keepsPages = async (): Promise<boolean> => 'caches' in window && (await caches.keys()).some((name) => name.indexOf(`held:${base}/:`) === 0);

/** A link into the site. Paths were checked when they were read: they begin with one slash and have letters, digits and hyphens. */
function link(words: string, path: string): HTMLAnchorElement {
  const made = make('a', words);
  made.href = base + path;
  return made;
}

/** `<my-notes>`: all favourites, highlights and notes by text; export, import, print, erase. */
class MyNotes extends HTMLElement {
  private readonly status = make('p', '', 'own-status');
  private readonly list = make('div', '', 'mine');
  private readonly field = make('textarea');

  connectedCallback() {
    this.textContent = '';
    this.status.setAttribute('role', 'status');
    this.append(this.tools(), this.status, this.list, this.erasing());
    onNotes(() => this.show());
    this.show();
  }

  private say(words: string, undo?: () => void) {
    this.status.textContent = words;
    if (undo) this.status.append(button('撤销', undo));
  }

  private tools(): HTMLElement {
    const row = make('div', '', 'tools');
    const file = make('input');
    file.type = 'file';
    file.accept = '.json,application/json';
    file.id = 'notes-file';
    file.hidden = true;
    file.addEventListener('change', () => {
      const chosen = file.files && file.files[0];
      if (!chosen) return;
      const reader = new FileReader();
      reader.onload = () => this.say(importNotes(String(reader.result)));
      reader.onerror = () => this.say('文件没有读出来。');
      reader.readAsText(chosen);
      file.value = '';
    });
    const print = make('span', '', 'print-own');
    print.append(button('打印', () => window.print()));
    row.append(print, button('导出', () => this.export()), button('导入', () => file.click()), file);
    return row;
  }

  /** In an app's own browser a file cannot be saved: the text is shown to be copied. */
  private export() {
    const text = exported();
    if (!isInApp) {
      save(text);
      return this.say('导出了一个文件，在浏览器的下载里。');
    }
    this.field.value = text;
    this.field.readOnly = true;
    this.field.className = 'copied';
    this.field.setAttribute('aria-label', '导出的笔记');
    this.say('这个应用里不能存文件：请复制下面的文字存起来，要用时存成.json文件再导入。');
    this.status.insertAdjacentElement('afterend', this.field);
    this.field.select();
  }

  private show() {
    const notes = recallNotes();
    this.list.textContent = '';
    const warning = notesWarning();
    if (warning) this.list.append(make('p', warning, 'own-warning'));
    keptCopies().forEach(({ of, text }, at) => {
      const line = make('p', `读不出来的旧${of}，原样留着（${text.length}个字符）。`, 'own-warning');
      line.append(button('存成文件', () => save(text, `旧${of}-${at + 1}.txt`)));
      this.list.append(line);
    });
    if (notes.favourites.length + notes.marks.length === 0) {
      this.list.append(make('p', '还没有收藏、划线或笔记。打开一篇材料，按“收藏”；选中文字，或按段落前的编号，可以划线、记笔记。'));
      return;
    }
    if (notes.favourites.length > 0) this.list.append(this.favourites(notes.favourites));
    const paths = notes.marks.map(({ path }) => path).filter((path, at, all) => all.indexOf(path) === at);
    for (const path of paths) this.list.append(this.text(path, notes.marks.filter((mark) => mark.path === path)));
  }

  private favourites(favourites: readonly Favourite[]): HTMLElement {
    const section = make('section');
    const list = make('ul', '', 'plainlist');
    for (const favourite of favourites.slice().sort((a, b) => b.made - a.made)) {
      const item = make('li');
      const remove = button('取消收藏', () => {
        const done = changeNotes((notes) => ({ ...notes, favourites: notes.favourites.filter(({ path }) => path !== favourite.path) }));
        this.say(done ? '取消了一个收藏。' : notKept, () => void changeNotes((notes) => ({ ...notes, favourites: [...notes.favourites, favourite] })));
      });
      remove.setAttribute('aria-label', `取消收藏：${favourite.title}`);
      item.append(link(favourite.title, favourite.path), remove);
      list.append(item);
    }
    section.append(make('h2', '收藏'), list);
    return section;
  }

  private text(path: string, marks: readonly Mark[]): HTMLElement {
    const section = make('section');
    const heading = make('h2');
    const first = marks[0];
    heading.append(link(first ? first.title : path, path));
    const list = make('ul', '', 'plainlist');
    const items = marks
      .slice()
      .sort((a, b) => Number(a.n) - Number(b.n) || a.made - b.made)
      .map((mark) => ({ mark, item: this.mark(mark) }));
    list.append(...items.map(({ item }) => item));
    section.append(heading, list);
    changedMarks(path, marks)
      .then((changed) => items.filter(({ mark }) => changed.indexOf(mark) >= 0).forEach(({ item }) => item.insertBefore(make('b', '原文已改', 'changed'), item.firstChild)))
      .catch(() => undefined);
    return section;
  }

  private mark(mark: Mark): HTMLElement {
    const item = make('li');
    const place = link(placeWords(mark.path, mark.n), `${mark.path}#${placeId(mark.path, mark.n)}`);
    item.append(place, make('blockquote', mark.words.length > 200 ? `${mark.words.slice(0, 200)}……` : mark.words));
    if (mark.note) item.append(make('p', mark.note, 'note'));
    const remove = button('删', () => {
      const done = changeNotes((notes) => withoutMark(notes, mark.id));
      this.say(done ? '删去了一条。' : notKept, () => void changeNotes((notes) => withMark(notes, mark)));
    });
    remove.setAttribute('aria-label', `删：${mark.words.slice(0, 12)}`);
    item.append(remove);
    return item;
  }

  /** One action for all that this site keeps here, with a question before it. */
  private erasing(): HTMLElement {
    const section = make('section', '', 'erasing');
    const question = make('div');
    question.hidden = true;
    const ask = button('清除这台设备上的一切', async () => {
      const kept = [...keptHere(), ...((await keepsPages().catch(() => false)) ? ['为离线使用存下的页面'] : [])];
      question.textContent = '';
      question.hidden = false;
      ask.hidden = true;
      const words = make('p', kept.length > 0 ? `将清除：${kept.join('、')}。清除以后找不回来；要留，先按“导出”。` : '本站没有在这台设备上存什么。');
      const back = button('不清除', close);
      question.append(words, ...(kept.length > 0 ? [button('确定清除', erase)] : []), back);
      back.focus();
    });
    const close = () => {
      question.hidden = true;
      ask.hidden = false;
      ask.focus();
    };
    const erase = () => {
      const done = eraseDevice();
      document.dispatchEvent(new CustomEvent('reading-settings'));
      document.dispatchEvent(new CustomEvent('basket'));
      // What is kept for offline use tells which pages were read.
      const works: Promise<unknown>[] = [];
      document.dispatchEvent(new CustomEvent('erase-device', { detail: works }));
      forgetNotes();
      close();
      if (works.length > 0) this.say('正在清除，请不要关掉这一页……');
      Promise.all(works).then(
        () => this.say(done ? '都清除了。' : '浏览器不让清除，请在浏览器的设置里清除本站的数据。'),
        () => this.say('存下的页面没有清除完，请再按一次。'),
      );
    };
    section.append(make('h2', '清除'), make('p', '收藏、划线、笔记、讲义篮、检索记录和阅读设置只在这台设备上，没有上传。公用的电脑，用完请清除；为离线使用存下的页面也一起清除。'), ask, question);
    return section;
  }
}

customElements.define('my-notes', MyNotes);
