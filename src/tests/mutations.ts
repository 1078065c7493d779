/** A wrong form of a wording, made by a rule, the same at every run. */
export interface Mutation {
  id: string;
  kind: 'add' | 'drop' | 'change' | 'swap' | 'order';
  wrong: string;
}

const kinds = ['add', 'drop', 'change', 'swap', 'order'] as const;
const strangers = '我们大家在这里继续学习和讨论并且记下来人山水田林湖草天地日月';
const han = /\p{Script=Han}/u;
const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Mutations of registered wordings: one character added, dropped, changed; two neighbours swapped; two clauses swapped.
 * Additions are made inside, since a character before or behind a quotation in running prose is not part of it.
 */
export function mutations(quotations: readonly { id: string; text: string }[], count: number, seed = 7): Mutation[] {
  let state = seed;
  const pick = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
  const found: Mutation[] = [];
  for (let turn = 0; found.length < count; turn += 1) {
    const { id, text } = quotations[pick(quotations.length)] ?? { id: '', text: '' };
    const kind = kinds[turn % kinds.length] ?? 'add';
    const places = [...text].flatMap((character, at) => (han.test(character) ? [at] : []));
    const at = places[pick(places.length)] ?? 0;
    const stranger = strangers.charAt(pick(strangers.length));
    let wrong = text;
    if (kind === 'add' && at !== places[0]) wrong = text.slice(0, at) + stranger + text.slice(at);
    if (kind === 'drop') wrong = text.slice(0, at) + text.slice(at + 1);
    if (kind === 'change') wrong = text.slice(0, at) + stranger + text.slice(at + 1);
    if (kind === 'swap' && han.test(text.charAt(at + 1))) wrong = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
    if (kind === 'order') {
      const parts = text.split(/([，、；。！])/);
      const clauses = parts.flatMap((part, place) => (place % 2 === 0 && part ? [place] : []));
      const first = pick(Math.max(1, clauses.length - 1));
      const [a, b] = [clauses[first], clauses[first + 1]];
      if (a !== undefined && b !== undefined) [parts[a], parts[b]] = [parts[b] ?? '', parts[a] ?? ''];
      wrong = parts.join('');
    }
    if (bare(wrong) !== bare(text)) found.push({ id, kind, wrong });
  }
  return found;
}
