import { matches } from './matches.ts';

/** Who held which office when. Dates are ISO 8601, as exact as they are known; years are compared. */
export interface OfficeRow {
  kind: 'office';
  id: string;
  level: '错误' | '提醒';
  message: string;
  person: string;
  office: string;
  also: readonly string[];
  from: string;
  to: string;
  /** The dates are those at which the office is on record, not the limits of the term. */
  seen: boolean;
  /** Offices with which this one is confused in these years. */
  wrong: readonly string[];
}

/** An office that the person did not hold in the year of the sentence, and the row that says what is right. */
export interface OfficeFinding {
  row: OfficeRow;
  office: string;
  from: number;
  to: number;
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const yearOf = (date: string): number => Number(date.slice(0, 4));
const covers = (row: OfficeRow, year: number): boolean => year >= yearOf(row.from) && year <= yearOf(row.to);
const namesOf = (row: OfficeRow): string[] => [row.office, ...row.also];

/** The row of the right office where one that is named does not fit the year; nothing where the table cannot tell. */
function rightRow(office: string, year: number, rows: readonly OfficeRow[]): OfficeRow | undefined {
  const held = rows.filter((row) => namesOf(row).includes(office));
  if (held.some((row) => covers(row, year))) return undefined;
  const right = rows.filter((row) => covers(row, year));
  const confused = right.find((row) => row.wrong.includes(office));
  if (confused) return confused;
  // Only a term with known limits rules out the years outside it.
  return held.length > 0 && held.every((row) => !row.seen) ? right[0] : undefined;
}

/** How an office belongs to a person: 某书记某某, 某某（某书记）, 某某时任某书记. */
function patternsOf(person: string, offices: readonly string[]): RegExp[] {
  const anyOffice = [...offices].sort((a, b) => b.length - a.length).map(escape).join('|');
  const name = escape(person);
  return [
    new RegExp(`(${anyOffice})(?:、?\\s*(?:的|同志))?${name}`, 'g'),
    new RegExp(`${name}(?:同志)?[^。；]{0,16}?(?:任|为|是|作为|以|（|\\()(?:中共)?(${anyOffice})(?![\\u4e00-\\u9fff]{2,4}(?:说|在|到|和))`, 'g'),
  ];
}

const mentions = (sentence: string, patterns: readonly RegExp[]): { office: string; from: number }[] =>
  patterns.flatMap((pattern) => matches(sentence, pattern).map(({ text, groups, from }) => ({ office: groups[0] ?? '', from: from + text.lastIndexOf(groups[0] ?? '') })));

/**
 * Prepares the table for searching: offices that do not fit the year of their sentence. A sentence without a year, or with
 * any year that fits, is left alone, so that the date of a newspaper does not count against the office it reports.
 */
export function officeFinder(rows: readonly OfficeRow[]): (text: string, year?: number) => OfficeFinding[] {
  const people = Array.from(new Set(rows.map((row) => row.person))).map((person) => {
    const own = rows.filter((row) => row.person === person);
    return { person, own, patterns: patternsOf(person, own.flatMap((row) => [...namesOf(row), ...row.wrong])) };
  });
  return (text, year) => {
    const named = people.filter(({ person }) => text.includes(person));
    if (named.length === 0) return [];
    const found: OfficeFinding[] = [];
    for (const { text: sentence, from: offset } of matches(text, /[^。！？；\n]+/g)) {
      const said = matches(sentence, /((?:19|20)\d{2})年/g).map(({ groups }) => Number(groups[0]));
      const years = said.length > 0 ? said : year === undefined ? [] : [year];
      for (const { own, patterns } of years.length > 0 ? named : [])
        for (const { office, from } of mentions(sentence, patterns)) {
          const rights = years.map((at) => rightRow(office, at, own));
          const [row] = rights;
          const start = offset + from;
          if (row && rights.every((right) => right !== undefined) && !found.some((other) => other.from === start)) found.push({ row, office, from: start, to: start + office.length });
        }
    }
    return found;
  };
}
