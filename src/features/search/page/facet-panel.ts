import type { FacetName } from '../index/format.ts';
import type { Choice, Counts } from '../query/facets.ts';
import { make } from './dom.ts';

/** Facets below the types, with the words readers see. */
const names: Partial<Record<FacetName, string>> = { topic: '主题', decade: '年代', place: '地点', speaker: '说话人', class: '文本类别' };
/** Values shown before the rest is folded away. */
const shown = 6;

function option(name: FacetName, kind: 'radio' | 'checkbox', id: string, label: string, count: number, checked: boolean): HTMLLabelElement {
  const row = make('label');
  const input = make('input');
  input.type = kind;
  input.name = name === 'type' ? 'kind' : name;
  input.value = id;
  input.checked = checked;
  const number = make('b', String(count));
  number.dataset.count = id;
  const words = make('span', `${label} `);
  words.append(number);
  row.append(input, words);
  return row;
}

/** Keeps the keyboard where it was while the options are made anew. */
function keepFocus(root: HTMLElement, change: () => void) {
  const active = document.activeElement;
  const held = active instanceof HTMLInputElement && root.contains(active) ? { name: active.name, value: active.value } : undefined;
  change();
  if (!held) return;
  const again = Array.from(root.querySelectorAll('input')).filter(({ name, value }) => name === held.name && value === held.value)[0];
  if (again) again.focus();
}

/** The row of types: one may be chosen, or all. */
export function showKinds(root: HTMLElement, counts: Counts, choice: Choice): void {
  const [wished = ''] = choice.type || [];
  const chosen = counts.type.some(({ id }) => id === wished) ? wished : '';
  const all = counts.type.reduce((sum, { count }) => sum + count, 0);
  keepFocus(root, () => {
    root.querySelectorAll('label').forEach((label) => label.remove());
    root.append(option('type', 'radio', '', '全部', all, chosen === ''));
    for (const { id, label, count } of counts.type) if (count > 0 || id === chosen) root.append(option('type', 'radio', id, label, count, id === chosen));
  });
}

/** The other facets. A value without results is not offered, unless it is chosen; a facet with one value narrows nothing. */
export function showFacets(root: HTMLElement, counts: Counts, choice: Choice): void {
  const unfolded = new Set(Array.from(root.querySelectorAll<HTMLDetailsElement>('details[open]')).map((details) => details.dataset.facet));
  keepFocus(root, () => {
    root.textContent = '';
    (Object.keys(names) as FacetName[]).forEach((name) => {
      const chosen = (choice[name] || []).filter((id) => counts[name].some((value) => value.id === id));
      const values = counts[name].filter(({ id, count }) => count > 0 || chosen.indexOf(id) >= 0);
      if (values.length < 2 && chosen.length === 0) return;
      if (name !== 'decade') values.sort((a, b) => Number(chosen.indexOf(b.id) >= 0) - Number(chosen.indexOf(a.id) >= 0) || b.count - a.count);
      const group = make('fieldset');
      group.append(make('legend', names[name]));
      const rows = values.map(({ id, label, count }) => option(name, 'checkbox', id, label, count, chosen.indexOf(id) >= 0));
      const few = rows.length > shown + 2 ? shown : rows.length;
      group.append(...rows.slice(0, few));
      if (few < rows.length) {
        const rest = make('details');
        rest.dataset.facet = name;
        rest.open = unfolded.has(name);
        rest.append(make('summary', `其余${rows.length - few}个`), ...rows.slice(few));
        group.append(rest);
      }
      root.append(group);
    });
  });
}

/** What is chosen in both. */
export function readChoice(kinds: HTMLElement, facets: HTMLElement): Choice {
  const choice: Choice = {};
  const take = (name: FacetName, root: HTMLElement, selector: string) => {
    const values = Array.from(root.querySelectorAll<HTMLInputElement>(selector)).map(({ value }) => value).filter(Boolean);
    if (values.length > 0) choice[name] = values;
  };
  take('type', kinds, 'input:checked');
  (Object.keys(names) as FacetName[]).forEach((name) => take(name, facets, `input[name="${name}"]:checked`));
  return choice;
}
