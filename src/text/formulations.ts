import { matches } from './matches.ts';
import { normalForm, originalRange, type NormalForm } from './normal-form.ts';
import { officeFinder, type OfficeRow } from './offices.ts';

interface Row {
  id: string;
  level: '错误' | '提醒';
  /** What is right. */
  message: string;
}

/** Full names that, when all of them are listed, stand in this order. */
export interface OrderRow extends Row {
  kind: 'order';
  items: readonly string[];
}

/** A list whose parts are fixed. */
export interface PartsRow extends Row {
  kind: 'parts';
  begins: string;
  near: readonly string[];
  items: readonly string[];
}

/** A wording that is no longer used. */
export interface WordingRow extends Row {
  kind: 'wording';
  text: string;
}

/** The table of formulations as plain data, so that pages can carry it to the reader's device. */
export type FormulationRow = OrderRow | PartsRow | WordingRow | OfficeRow;

/** A place that departs from a row; offsets are those of the text. */
export interface FormulationFinding {
  row: string;
  level: '错误' | '提醒';
  /** What was found. */
  found: string;
  /** What is right. */
  right: string;
  from: number;
  to: number;
}

/** Names of one list stand no further apart than this, counted in characters that are not punctuation. */
const widestGap = 40;

const finding = (row: Row, text: string, from: number, to: number, found = text.slice(from, to)): FormulationFinding => ({ row: row.id, level: row.level, found, right: row.message, from, to });

/** Lists that name every item once, close together, in another order. A stray mention beside a right list is none. */
function orderFindings(text: string, normal: NormalForm, row: OrderRow): FormulationFinding[] {
  const forms = row.items.map((item) => normalForm(item).form);
  const places = forms.flatMap((form, item) => placesOf(normal.form, form).map((at) => ({ item, from: at, to: at + form.length }))).sort((a, b) => a.from - b.from);
  const isList = (list: typeof places) =>
    new Set(list.map(({ item }) => item)).size === forms.length && list.every(({ from }, at) => at === 0 || from - (list[at - 1]?.to ?? 0) <= widestGap);
  const used = new Set<number>();
  const take = (wanted: (list: typeof places) => boolean): (typeof places)[] =>
    places.flatMap((_, at) => {
      const list = places.slice(at, at + forms.length);
      if (!isList(list) || list.some((_place, next) => used.has(at + next)) || !wanted(list)) return [];
      list.forEach((_place, next) => used.add(at + next));
      return [list];
    });
  take((list) => list.every(({ item }, at) => item === at));
  return take(() => true).map((list) => {
    const { from, to } = originalRange(normal, list[0]?.from ?? 0, list[list.length - 1]?.to ?? 0);
    return finding(row, text, from, to, list.map(({ item }) => row.items[item]).join('—'));
  });
}

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/** How far before a list its number (四下基层, 四项) may stand, in characters of the text. */
const numberReach = 16;

/** Lists announced by their number that name all items but one: 四下基层是甲、乙、丙. */
function lackingFindings(text: string, normal: NormalForm, row: OrderRow): FormulationFinding[] {
  const forms = row.items.map((item) => normalForm(item).form);
  const places = forms.flatMap((form, item) => placesOf(normal.form, form).map((at) => ({ item, from: at, to: at + form.length }))).sort((a, b) => a.from - b.from);
  return places.flatMap((first, at): FormulationFinding[] => {
    const list = [first];
    for (const next of places.slice(at + 1)) if (next.from === list[list.length - 1]?.to) list.push(next);
    const isWhole = places.some(({ to }) => to === first.from) || new Set(list.map(({ item }) => item)).size !== forms.length - 1 || list.length !== forms.length - 1;
    if (isWhole) return [];
    const { from, to } = originalRange(normal, first.from, list[list.length - 1]?.to ?? 0);
    const lacking = row.items.find((_, item) => !list.some((place) => place.item === item)) ?? '';
    const before = text.slice(Math.max(0, from - numberReach), from);
    const announced = before.lastIndexOf(numerals[forms.length] ?? '');
    // What is joined to the list before or behind it may be the item in another wording, of which another row tells.
    if (announced < 0 || /[。；、\n]|，.{4}/.test(before.slice(announced)) || text.slice(to, to + 60).includes(lacking.slice(0, 4))) return [];
    return [finding(row, text, from, to)];
  });
}

const placesOf = (text: string, form: string): number[] => {
  const found: number[] = [];
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) found.push(at);
  return found;
};

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Lists of parts, joined by 、 or ，, that are not the fixed ones. */
function partsFindings(text: string, row: PartsRow): FormulationFinding[] {
  const part = `${escape(row.begins)}(?:(?!${escape(row.begins)})[^、，。；：！？“”‘’（）()\\s]){1,12}`;
  const list = new RegExp(`${part}(?:(?:[、，]|和|及|以及)\\s*${part})+`, 'g');
  return matches(text, list).flatMap((match): FormulationFinding[] => {
    const parts = match.text.split(new RegExp(`(?:[、，]|和|及|以及)\\s*(?=${escape(row.begins)})`));
    const right = parts.filter((words) => row.items.includes(words)).length;
    const around = text.slice(Math.max(0, match.from - 30), match.from + match.text.length + 30);
    const last = row.items.length - 1;
    // Beside no word of the list, a few of its parts may be named alone, or another place described.
    if ((right < 2 || parts.length < last) && !row.near.some((word) => around.includes(word))) return [];
    const fits = parts.length === row.items.length && parts.every((words, at) => (at === last ? words.startsWith(row.items[at] ?? '') : words === row.items[at]));
    return fits ? [] : [finding(row, text, match.from, match.from + match.text.length)];
  });
}

function wordingFindings(text: string, normal: NormalForm, row: WordingRow): FormulationFinding[] {
  const { form } = normalForm(row.text);
  return placesOf(normal.form, form).map((at) => {
    const { from, to } = originalRange(normal, at, at + form.length);
    return finding(row, text, from, to);
  });
}

/** Spares the work where a name cannot stand: its last two characters would have to. */
const mayHold = (text: string, name: string): boolean => text.includes(name.slice(-2));

/**
 * Prepares the table for searching: the result tells where a text departs from fixed formulations. Works on a phrase, a
 * paragraph or a whole speech, in the build and on the reader's device. `year` is the year a text speaks of when its
 * sentences name none, e.g. that of a timeline entry.
 */
export function formulationFinder(rows: readonly FormulationRow[]): (text: string, year?: number) => FormulationFinding[] {
  const findOffices = officeFinder(rows.filter((row) => row.kind === 'office'));
  return (text, year) => {
    let form: NormalForm | undefined;
    const normal = () => (form ??= normalForm(text));
    const found = rows.flatMap((row): FormulationFinding[] => {
      if (row.kind === 'order') {
        const held = row.items.filter((item) => mayHold(text, item)).length;
        if (held < row.items.length - 1) return [];
        return [...(held === row.items.length ? orderFindings(text, normal(), row) : []), ...lackingFindings(text, normal(), row)];
      }
      if (row.kind === 'parts') return text.includes(row.begins) ? partsFindings(text, row) : [];
      return row.kind === 'wording' && mayHold(text, row.text) ? wordingFindings(text, normal(), row) : [];
    });
    const offices = findOffices(text, year).map(({ row, office, from, to }) => finding(row, text, from, to, office));
    return [...found, ...offices].sort((a, b) => a.from - b.from);
  };
}
