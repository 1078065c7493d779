import type { Reference, ReferenceKind } from './reference.ts';

const types: Record<ReferenceKind, string> = {
  newspaper: 'NEWS',
  journal: 'JOUR',
  web: 'ELEC',
  book: 'BOOK',
  chapter: 'CHAP',
  thesis: 'THES',
  report: 'RPRT',
  archive: 'UNPB',
  law: 'STAT',
  standard: 'STAND',
  other: 'GEN',
};

/** "2019-08-06" -> "2019/08/06/", "2019" -> "2019///": RIS has a place for each part. */
const day = (date: string | undefined): string | undefined => {
  if (!date) return undefined;
  const [year = '', month = '', dayOfMonth = ''] = (date.split('/')[0] ?? '').split('-');
  return `${year}/${month}/${dayOfMonth}/`;
};

type Line = [tag: string, value: string | undefined];

function linesOf(reference: Reference): Line[] {
  const [first, last] = reference.page?.split('-') ?? [];
  return [
    ['TY', types[reference.kind]],
    ['ID', reference.id],
    ...reference.authors.map((name): Line => ['AU', name]),
    ['AU', reference.more ? '等' : undefined],
    ['TI', reference.title],
    ['T2', reference.host ?? reference.container],
    ...reference.hostAuthors.map((name): Line => ['A2', name]),
    ...reference.translators.map((name): Line => ['A4', name]),
    ['ET', reference.edition],
    ['VL', reference.volume],
    ['IS', reference.issue],
    ['M1', reference.number],
    ['SP', first],
    ['EP', last],
    ['CY', reference.place],
    ['PB', reference.publisher],
    ['PY', reference.date?.slice(0, 4)],
    ['DA', day(reference.date)],
    ['SN', reference.isbn],
    ['UR', reference.url],
    ['Y2', day(reference.accessed)],
    ['N1', reference.notes.length > 0 ? reference.notes.join('；') : undefined],
    ['LA', /\p{Script=Han}/u.test(reference.title) ? 'zh-CN' : undefined],
    ['ER', ''],
  ];
}

/** References as an RIS file: one line a field, lines end as in Windows, no mark needs escaping but the line break. */
export const ris = (references: Reference[]): string =>
  references
    .map((reference) =>
      linesOf(reference)
        .filter((line): line is [string, string] => line[1] !== undefined)
        .map(([tag, value]) => `${tag}  - ${value.replace(/\s*[\r\n]+\s*/g, ' ')}\r\n`)
        .join(''),
    )
    .join('\r\n');
