import { norm } from '../../text/norm.ts';
import { QuotationIndex } from '../../text/quotation-index.ts';
import type { ProofData } from './data.ts';
import { kinds, type Finding, type Kind } from './finding.ts';
import { markFindings } from './marks.ts';
import { quotationFindings, unknownFindings } from './quotations.ts';
import { formulaFindings, misquoteFindings } from './registers.ts';

const gravity = Object.keys(kinds) as Kind[];
const rank = (kind: Kind): number => gravity.indexOf(kind);
const touch = (a: Finding, b: Finding): boolean => a.from < b.to && b.from < a.to;

/** Kinds that speak of the wording itself; what they say of one place is said in one finding. */
const ofWording: readonly Kind[] = ['misquote', 'formulation', 'differs'];
const tellsMore = (a: Finding, b: Finding): number => ofWording.indexOf(a.kind) - ofWording.indexOf(b.kind);

/** One finding for findings that overlap: the kind that tells most, the right wording of the widest place, messages once. */
function merged(group: readonly Finding[]): Finding {
  const [first] = [...group].sort(tellsMore);
  const widest = [...group].filter(({ right }) => right).sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  // The register of misquotations says what the table of formulations would say, and why.
  const told = group.some(({ kind }) => kind === 'misquote') ? group.filter(({ kind, difference }) => kind === 'misquote' || difference) : group;
  const messages = [...told].sort(tellsMore).map(({ message }) => message);
  const parts = group.reduce((all, part) => ({ ...part, ...all }), {} as Partial<Finding>);
  const { right: _right, ...rest } = { ...parts, ...first } as Finding;
  return {
    ...rest,
    from: Math.min(...group.map(({ from }) => from)),
    to: Math.max(...group.map(({ to }) => to)),
    message: messages.filter((message, at) => messages.indexOf(message) === at).join(''),
    ...(widest?.right && { right: widest.right }),
  };
}

/** Puts what several registers say of one place into one finding. */
function join(findings: readonly Finding[]): Finding[] {
  const groups: Finding[][] = [];
  for (const finding of findings.filter(({ kind }) => ofWording.includes(kind)).sort((a, b) => a.from - b.from)) {
    const last = groups[groups.length - 1];
    if (last && last.some((other) => touch(other, finding))) last.push(finding);
    else groups.push([finding]);
  }
  return [...groups.map((group) => (group.length > 1 ? merged(group) : (group[0] as Finding))), ...findings.filter(({ kind }) => !ofWording.includes(kind))];
}

/** Compares texts with the library. Building it takes some milliseconds; it holds no text. */
export class Proofreader {
  private readonly index: QuotationIndex;
  private readonly known: ReadonlyMap<string, ProofData['quotations'][number]>;
  private readonly misquotes: (text: string) => Finding[];
  private readonly formulas: (text: string) => Finding[];
  private readonly names: ReadonlySet<string>;
  private readonly titles: string;
  private readonly lists: ReadonlySet<string>;

  constructor(data: ProofData) {
    this.index = new QuotationIndex(data.quotations);
    this.known = new Map(data.quotations.map((quotation) => [quotation.id, quotation]));
    this.misquotes = misquoteFindings(data.misquotes, this.known);
    this.formulas = formulaFindings(data.formulations);
    const forms = data.names.map(norm);
    this.names = new Set(forms);
    this.titles = forms.join('\n');
    this.lists = new Set(data.formulations.flatMap((row) => (row.kind === 'order' ? [norm(row.items.join(''))] : [])));
  }

  /** All findings in the order of the text. */
  check(text: string): Finding[] {
    const quoted = quotationFindings(text, this.index, this.known).map((finding) => this.asList(finding));
    const wrong = join([...this.misquotes(text), ...this.formulas(text), ...quoted]);
    // "Exact" is no news where the same words are a misquotation, or a part of a list that is wrong.
    const told = wrong.filter((finding) => finding.kind !== 'exact' || !wrong.some((other) => ofWording.includes(other.kind) && other.from <= finding.from && other.to >= finding.to));
    // The marks of a quotation are compared with the registered ones; that tells more than their width.
    const compared = told.filter(({ kind }) => kind === 'punctuation' || kind === 'differs');
    const marks = markFindings(text).filter((mark) => mark.kind !== 'marks' || !compared.some(({ difference, from, to }) => difference && from <= mark.from && to >= mark.to));
    const isName = (form: string) => this.names.has(form) || this.titles.includes(form);
    const unknown = unknownFindings(text, told, this.index, this.known, isName);
    return [...told, ...marks, ...unknown].sort((a, b) => a.from - b.from || b.to - a.to || rank(a.kind) - rank(b.kind));
  }

  /** In running text the names of a fixed list may be joined by other marks than in the register. */
  private asList(finding: Finding): Finding {
    if (finding.kind !== 'punctuation' || !this.lists.has(norm(finding.right ?? ''))) return finding;
    const changed = (finding.difference ?? []).filter(({ kind }) => kind !== 'same');
    if (!changed.every(({ text }) => /^[，、；]*$/.test(text))) return finding;
    const { difference: _difference, ...rest } = finding;
    return { ...rest, kind: 'exact', message: '各项齐全，次序、全称都相符。' };
  }
}
