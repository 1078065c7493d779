import { kinds, type Finding, type Kind } from './finding.ts';

/** One remark as readers meet it: a number, and all places it is made on. Slips of punctuation are told once for all. */
export interface Remark {
  number: number;
  finding: Finding;
  places: { from: number; to: number }[];
}

/** A stretch of the text with the remarks made on it; `begins` and `ends` are those whose place begins or ends here. */
export interface Stretch {
  text: string;
  kind?: Kind;
  begins: { number: number; place: number }[];
  ends: number[];
}

/** Remarks and places beyond these are counted but not shown: no reader works through them, and a page has its limits. */
export const mostRemarks = 1_000;
export const mostPlaces = 3_000;

const order = Object.keys(kinds) as Kind[];

/** Numbers the findings of a text; those that say the same of many places become one remark. */
export function remarksOf(findings: readonly Finding[]): Remark[] {
  const remarks: Remark[] = [];
  const alike = new Map<string, Remark>();
  for (const finding of findings) {
    const place = { from: finding.from, to: finding.to };
    const same = finding.quote || finding.right ? undefined : alike.get(`${finding.kind} ${finding.message}`);
    if (same && finding.kind !== 'unknown') {
      same.places.push(place);
      continue;
    }
    const remark = { number: remarks.length + 1, finding, places: [place] };
    remarks.push(remark);
    alike.set(`${finding.kind} ${finding.message}`, remark);
  }
  return remarks;
}

/** Cuts a text at the ends of all places, so that overlapping remarks can be shown. Joined, the stretches are the text. */
export function stretches(text: string, remarks: readonly Remark[]): Stretch[] {
  const places = remarks
    .slice(0, mostRemarks)
    .flatMap(({ number, finding: { kind }, places: own }) => own.map((place, at) => ({ ...place, number, kind, place: at + 1 })))
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .slice(0, mostPlaces);
  const cuts = Array.from(new Set([0, text.length, ...places.flatMap(({ from, to }) => [from, to])])).sort((a, b) => a - b);
  let next = 0;
  let open: typeof places = [];
  return cuts.slice(0, -1).map((from, at): Stretch => {
    const to = cuts[at + 1] ?? text.length;
    const begins: typeof places = [];
    for (let place = places[next]; place && place.from === from; place = places[next]) {
      begins.push(place);
      next += 1;
    }
    open = [...open, ...begins];
    const [gravest] = [...open].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    const ends = open.filter((place) => place.to === to);
    open = open.filter((place) => place.to > to);
    return { text: text.slice(from, to), ...(gravest && { kind: gravest.kind }), begins: begins.map(({ number, place }) => ({ number, place })), ends: ends.map(({ number }) => number) };
  });
}

/** How many places there are of each kind, gravest first, kinds without any left out. */
export function countsOf(findings: readonly Finding[]): { kind: Kind; count: number }[] {
  return order.map((kind) => ({ kind, count: findings.filter((finding) => finding.kind === kind).length })).filter(({ count }) => count > 0);
}

/** The number of the paragraph a place is in; blank lines do not count. */
export function paragraphAt(text: string): (offset: number) => number {
  const starts: number[] = [];
  let line = 0;
  for (const words of text.split('\n')) {
    if (words.trim()) starts.push(line);
    line += words.length + 1;
  }
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(1, low);
  };
}
