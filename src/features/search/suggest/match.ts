import { norm } from '../../../text/norm.ts';
import type { Row } from './rows.ts';

/** A suggestion ready to be matched. */
interface Entry {
  text: string;
  kind: string;
  form: string;
  syllables: string[];
}

/** What the reader wants most comes first: subjects and names before single sentences and dates. */
const weights: Record<string, number> = { 名词: 0, 人物: 0, 地点: 0.4, 案例: 0.4, 学习材料: 0.4, 参考文章: 1.5, 工具表单: 1.5, 学习方案: 1.5, 论述: 2, 大事: 4 };

/**
 * Whether letters spell syllables from one of them on, each whole or begun: sanjin, sjxd, sanjxd. Returns how many syllables
 * were only begun, or -1. The last one may always be unfinished.
 */
function spells(letters: string, syllables: readonly string[], from: number): number {
  if (letters === '') return 0;
  const syllable = syllables[from];
  if (!syllable) return -1;
  if (syllable.indexOf(letters) === 0) return letters.length === syllable.length ? 0 : 0.5;
  for (let length = Math.min(syllable.length, letters.length); length > 0; length -= 1) {
    if (syllable.slice(0, length) !== letters.slice(0, length)) continue;
    const rest = spells(letters.slice(length), syllables, from + 1);
    if (rest >= 0) return rest + (length === syllable.length ? 0 : 1);
  }
  return -1;
}

/** Suggestions by characters, pinyin and initials of what is being typed. */
export class Suggestions {
  private readonly entries: Entry[];

  constructor(rows: readonly Row[]) {
    this.entries = rows.map(([text, kind, syllables]) => ({ text, kind, form: norm(text), syllables: syllables.split(' ') }));
  }

  /** The best few for what is typed, the likeliest first. Nothing for what is a suggestion already. */
  find(typed: string, most: number): { text: string; kind: string }[] {
    const form = norm(typed.replace(/ü/g, 'v')).replace(/([ln])ue/g, '$1ve');
    if (form === '') return [];
    // One letter says nothing yet.
    const letters = /^[a-z]{2,}$/.test(form);
    const found: { entry: Entry; cost: number }[] = [];
    for (const entry of this.entries) {
      const cost = letters ? this.spelling(form, entry) : entry.form.indexOf(form);
      if (cost < 0 || entry.form === form) continue;
      const start = letters ? cost : Math.min(cost, 4);
      found.push({ entry, cost: start + (weights[entry.kind] || 0) + Math.min(entry.form.length, 20) * 0.06 });
    }
    found.sort((a, b) => a.cost - b.cost);
    const seen = new Set<string>();
    const best: { text: string; kind: string }[] = [];
    for (const { entry } of found) {
      if (best.length === most) break;
      if (seen.has(entry.form)) continue;
      seen.add(entry.form);
      best.push({ text: entry.text, kind: entry.kind });
    }
    return best;
  }

  private spelling(letters: string, { syllables }: Entry): number {
    for (let from = 0; from < syllables.length; from += 1) {
      const begun = spells(letters, syllables, from);
      if (begun >= 0) return Math.min(from, 4) + begun * 0.3;
    }
    return -1;
  }
}
