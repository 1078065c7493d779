import { createHash } from 'node:crypto';
import { ledgerDays } from '../../library/addresses.ts';
import { entries } from '../../library/register.ts';
import { allTexts } from '../../library/texts.ts';
import { plans } from '../../library/plans.ts';
import { sheetVersions, versions, type SheetVersion } from '../../library/versions.ts';
import { difference } from '../../model/versions.ts';
import { sourceLineOf } from './words.ts';

/** One addition or correction. */
export interface FeedEntry {
  id: string;
  title: string;
  /** Address below the base. */
  path: string;
  /** ISO day. */
  day: string;
  words: string;
}

/** Kept apart from the site's address, so that moving house does not make readers see everything anew. */
function stableId(...parts: string[]): string {
  const hex = createHash('sha256').update(['sixia-library', ...parts].join('\0')).digest('hex');
  // Shaped as a name-based UUID (RFC 9562, version 8).
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${'89ab'.charAt(parseInt(hex.charAt(16), 16) % 4)}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A month or a year is the first day of it. */
const wholeDay = (date: string): string => `${date}-01-01`.slice(0, 10);

const paragraphs = (numbers: readonly number[]): string => `第${numbers.join('、')}段`;

/** What a version changed against the one before it. */
function changes(past: readonly string[] | undefined, after: readonly string[] | undefined): string {
  if (!after || !past) return '内容有改动，哪些段落没有登记。';
  const { changed, added, removed } = difference(past, after);
  const parts = [changed.length > 0 && `改过${paragraphs(changed)}`, added.length > 0 && `新加${paragraphs(added)}`, removed.length > 0 && `删去原来的${paragraphs(removed)}`].filter(Boolean);
  return parts.length > 0 ? `${parts.join('；')}。` : '编了号的段落没有变，改的是标题、研讨题、自测或引文的著录。';
}

/** Texts and plans: one entry when they were first published, one for each correction. */
async function textEntries(): Promise<FeedEntry[]> {
  const about = new Map<string, { kind: string; summary: string }>([
    ...(await allTexts()).map(({ path, kind, data }) => [path, { kind, summary: data.summary }] as const),
    ...plans().map(({ path, data }) => [path, { kind: '学习方案', summary: data.summary }] as const),
  ]);
  const ledger = versions();
  const states = new Map<string, SheetVersion[]>();
  for (const version of await sheetVersions()) states.set(version.path, [...(states.get(version.path) ?? []), version]);
  return [...states].flatMap(([path, list]) => {
    const printsOf = (code: string) => ledger[path]?.find((one) => one.code === code)?.prints.split(' ').filter(Boolean);
    return list.map((version, at): FeedEntry => {
      const { kind, summary } = about.get(path) ?? { kind: '', summary: '' };
      const before = list[at - 1];
      return {
        id: stableId(path, version.code),
        title: `${before ? '更正' : '新增'}：${kind}《${version.title}》`,
        path,
        day: wholeDay(version.date),
        words: before ? changes(printsOf(before.code), printsOf(version.code)) : summary,
      };
    });
  });
}

/** Quotations: one entry for all that were registered on one day. */
function quoteEntries(): FeedEntry[] {
  const { quotes } = ledgerDays();
  const byDay = new Map<string, ReturnType<typeof entries<'quotes'>>>();
  for (const quote of entries('quotes')) {
    const day = quotes[quote.id];
    // What the ledger does not have yet is not published.
    if (day) byDay.set(day, [...(byDay.get(day) ?? []), quote]);
  }
  return [...byDay].map(([day, list]): FeedEntry => {
    const shown = list.slice(0, 5).map(sourceLineOf);
    return { id: stableId('/quotes/', day), title: `新增：论述${list.length}条`, path: list.length === 1 ? `/quotes/${list[0]?.id}/` : '/quotes/', day: wholeDay(day), words: `${shown.join('\n')}${list.length > shown.length ? '\n……' : ''}` };
  });
}

/** Additions and corrections, newest first, at most `most`. The same content gives the same entries in the same order. */
export async function feedEntries(most = 100): Promise<FeedEntry[]> {
  const all = [...(await textEntries()), ...quoteEntries()];
  return all.sort((a, b) => b.day.localeCompare(a.day) || a.path.localeCompare(b.path) || a.id.localeCompare(b.id)).slice(0, most);
}
