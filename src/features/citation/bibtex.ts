import type { Reference, ReferenceKind } from './reference.ts';

/** Entry types that classic BibTeX and biblatex both know, but for @online and @thesis' kin, which Zotero maps as well. */
const types: Record<ReferenceKind, string> = {
  newspaper: 'article',
  journal: 'article',
  web: 'online',
  book: 'book',
  chapter: 'incollection',
  thesis: 'phdthesis',
  report: 'techreport',
  archive: 'unpublished',
  law: 'misc',
  standard: 'misc',
  other: 'misc',
};

const specials: Record<string, string> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };

/** Words as LaTeX takes them; Han characters stay, the file is UTF-8. */
export const escapeBibtex = (words: string): string => words.replace(/[\\~^]/g, (mark) => specials[mark] ?? mark).replace(/\\textbackslash\{\}|\\textasci[a-z]+\{\}|[{}$&%#_]/g, (mark) => (mark.length > 1 ? mark : `\\${mark}`));

/** In an address only braces would break the file. */
const escapeUrl = (url: string): string => url.replace(/[{}\\]/g, (mark) => encodeURIComponent(mark)).replace(/\s/g, '%20');

/** Each name in braces of its own: none of them is a given name and a surname to be turned round. */
const names = (list: string[], more = false): string => [...list.map((name) => `{${escapeBibtex(name)}}`), ...(more ? ['others'] : [])].join(' and ');

type Field = [name: string, value: string | undefined];

function fieldsOf(reference: Reference): Field[] {
  const [year, month, day] = (reference.date?.split('/')[0] ?? '').split('-');
  const words = (value: string | undefined) => value && escapeBibtex(value);
  const publisher = words(reference.publisher);
  const holder = { thesis: 'school', report: 'institution', web: 'organization' }[reference.kind as string] ?? 'publisher';
  return [
    ['author', reference.authors.length > 0 ? names(reference.authors, reference.more) : undefined],
    // Double braces keep the capitals of Latin words.
    ['title', `{${escapeBibtex(reference.title)}}`],
    ['translator', reference.translators.length > 0 ? names(reference.translators) : undefined],
    ['editor', reference.hostAuthors.length > 0 ? names(reference.hostAuthors) : undefined],
    ['booktitle', words(reference.host)],
    ['journal', words(reference.container)],
    ['edition', words(reference.edition)],
    ['volume', words(reference.volume)],
    ['number', words(reference.issue ?? reference.number)],
    ['pages', reference.page && escapeBibtex(reference.page.replace(/-/g, '--'))],
    ['address', words(reference.place)],
    [holder, publisher],
    ['date', reference.date],
    ['year', year],
    ['month', month && String(Number(month))],
    ['day', day && String(Number(day))],
    ['isbn', reference.isbn],
    ['url', reference.url && escapeUrl(reference.url)],
    ['urldate', reference.accessed],
    ['note', reference.notes.length > 0 ? escapeBibtex(reference.notes.join('；')) : undefined],
    ['language', /\p{Script=Han}/u.test(reference.title) ? 'chinese' : undefined],
  ];
}

/** References as a BibTeX file. */
export const bibtex = (references: Reference[]): string =>
  references
    .map((reference) => {
      const fields = fieldsOf(reference).filter((field): field is [string, string] => Boolean(field[1]));
      return `@${types[reference.kind]}{${reference.id},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
    })
    .join('\n');
