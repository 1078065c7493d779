/** Records of a reader's device as this site writes them, and every way in which they may come damaged. */
export const records = {
  notes: { version: 1, favourites: [{ path: '/cases/xiadang/', title: '收藏甲', made: 1 }], marks: [{ id: 'm1', path: '/cases/xiadang/', title: '材料甲', n: '2', words: '划下的话', before: '', lit: true, note: '我的笔记', made: 1, changed: 1 }] },
  basket: { items: ['cases/xiadang', 'own/0', 'lessons/overview'], own: [{ title: '自拟题', words: '自己写的话' }], title: '讲义名', unit: '某支部', date: '周四', names: '主持人', cover: true, contents: true, gathered: false, share: false, sheet: {} },
  meeting: { names: ['组员甲', '组员乙', '组员丙'], each: 2, light: true, places: [['plans/x', { key: 'k', offset: 3, shift: 1, clocks: [{ since: 0, before: 9 }] }]] },
  searches: ['三进下党', '弱鸟先飞', '滴水穿石'],
  'reading-places': [{ path: '/cases/xiadang/', title: '材料甲', n: 7, at: 1 }, { path: '/lessons/overview/', title: '材料乙', n: 3, at: 2 }],
} as const;
export type RecordName = keyof typeof records;

/** Numbers from a seed, the same in each run. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

export const markup = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
const odd: readonly unknown[] = [markup, 'javascript:window.hit=1', '"><svg onload=window.hit=1>', null, true, 0, -1, 1.5, [], {}, '', '\uD800', '甲\uDC00乙', '长'.repeat(20_000), ['深'], { length: 5 }, '/\\evil.example/', '__proto__', '%E0%A4%A', 'NaN'];

type Any = Record<string, unknown> | unknown[];
/** A copy in which one value, somewhere, is another. */
function changed(value: unknown, next: () => number, by: unknown): unknown {
  const copy = structuredClone(value) as Any;
  let place: Any = copy;
  for (;;) {
    const names = Object.keys(place);
    const name = names[Math.floor(next() * names.length)];
    if (name === undefined) return by;
    const inner = (place as Record<string, unknown>)[name];
    if (inner && typeof inner === 'object' && next() < 0.7) place = inner as Any;
    else {
      (place as Record<string, unknown>)[name] = by;
      return copy;
    }
  }
}

/** One damaged text of a record. Kinds take turns, so that each record meets each of them. */
export function damaged(name: RecordName, at: number): string {
  const next = numbers(at * 7919 + name.length);
  const whole = records[name];
  const text = JSON.stringify(whole);
  const some = (list: readonly unknown[]) => list[Math.floor(next() * list.length)];
  const kinds: (() => string)[] = [
    () => text.slice(0, Math.floor(next() * text.length)),
    () => JSON.stringify(changed(whole, next, some(odd))),
    () => JSON.stringify(changed(changed(whole, next, some(odd)), next, some(odd))),
    () => text.replace(/^([[{])/, '$1"__proto__":{"hit":1},"constructor":{"prototype":{"hit":1}},').replace(/^\["__proto__":.*?\}\},/, '[{"__proto__":{"hit":1}},'),
    () => JSON.stringify(Array.isArray(whole) ? { version: 9, list: whole, later: ['新'] } : { ...whole, version: 9, later: ['新'] }),
    () => String(some(['null', '5', '"甲"', '[]', '{}', 'undefined', '\u0000', '[[[[', '1e999', 'true', '<!doctype html>', '{"version":1}', markup])),
    () => `${'['.repeat(3000)}${']'.repeat(3000)}`,
    () => text + text,
    () => text.replace(/[，甲乙丙的]/g, '\uFFFD').replace(/"(\w+)":/, '"$1\u0007":'),
    () => JSON.stringify(changed(whole, next, Array.from({ length: 3000 }, () => markup))),
  ];
  return (kinds[at % kinds.length] as () => string)();
}

/** Every text in a value, to see whether one was lost. */
export function textsIn(value: unknown): string[] {
  const found: string[] = [];
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string' && next) found.push(next);
    else if (next && typeof next === 'object') waiting.push(...Object.values(next));
  }
  return found;
}
