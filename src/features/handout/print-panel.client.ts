import { applySheet } from './apply-sheet.ts';
import { defaultSheet, parseSheet, type SheetOptions } from './sheet.ts';

const key = 'sheet';

/** Choices of one kind: the option's name, what readers call it, and its values with their words. */
const choices: { name: 'kind' | 'notes'; legend: string; values: [string, string, string][] }[] = [
  { name: 'kind', legend: '版式', values: [['handout', '讲义版', '小四号字，约40字×38行'], ['large', '大字版', '小二号字，给年长读者'], ['official', '公文版', '三号仿宋，22行×28字']] },
  { name: 'notes', legend: '记笔记', values: [['none', '不留', ''], ['lines', '文末横线', ''], ['margin', '宽边', '']] },
];
const switches: ['questions' | 'answers' | 'sources' | 'columns' | 'duplex' | 'own', string, string][] = [
  ['questions', '带研讨题和自测', '.questions, .self-test'],
  ['answers', '自测答案另印一页', '.test-answers'],
  ['sources', '文末列出处', '.notes'],
  ['columns', '正文分两栏', '.prose'],
  ['duplex', '双面装订边', 'article'],
  ['own', '带上自己的笔记和划线', 'aside.own, mark.own'],
];

const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = '', className = ''): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
};

const stored = (): SheetOptions => {
  try {
    return parseSheet(localStorage.getItem(key));
  } catch (_error) {
    return defaultSheet;
  }
};

/** A labelled radio button or check box. */
function field(type: 'radio' | 'checkbox', name: string, value: string, words: string, note: string, checked: boolean): HTMLLabelElement {
  const label = make('label');
  const input = make('input');
  Object.assign(input, { type, name, value, checked });
  label.append(input, make('span', words));
  if (note) label.append(make('small', note));
  return label;
}

/** The choice of sheet under the print button. Built on first use, so that a page that is only read carries none of it. */
export class SheetForm {
  readonly element = make('form', '', 'sheet-form');
  private options = stored();

  /** `print` opens the browser's dialog, once the sheet is set. */
  constructor(print: () => void) {
    const { element } = this;
    const plan = document.documentElement.dataset.paper !== undefined;
    for (const { name, legend, values } of choices.slice(0, plan ? 1 : undefined)) {
      const group = make('fieldset');
      group.append(make('legend', legend), ...values.map(([value, words, note]) => field('radio', name, value, words, note, this.options[name] === value)));
      element.append(group);
    }
    const group = make('fieldset');
    group.append(make('legend', '内容'));
    for (const [name, words, needs] of plan ? [] : switches) if (document.querySelector(needs)) group.append(field('checkbox', name, '', words, '', this.options[name]));
    const start = make('button', '打印', 'go');
    start.type = 'submit';
    if (group.children.length > 1) element.append(group);
    element.append(make('p', '打印窗口里请选A4纸、100%缩放。', 'hint'), start);
    element.addEventListener('change', () => this.read());
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.read();
      print();
    });
    applySheet(this.options);
  }

  private read() {
    const data = new FormData(this.element);
    const next: Record<string, unknown> = { ...this.options, kind: data.get('kind'), notes: data.get('notes') || this.options.notes };
    this.element.querySelectorAll<HTMLInputElement>('input[type=checkbox]').forEach((box) => (next[box.name] = box.checked));
    this.options = parseSheet(JSON.stringify(next));
    applySheet(this.options);
    try {
      localStorage.setItem(key, JSON.stringify(this.options));
    } catch (_error) {
      // Private mode or full storage: the choice holds for this page.
    }
  }
}
