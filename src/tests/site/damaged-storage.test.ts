import { setMaxListeners } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { damaged, records, textsIn, type RecordName } from './damage.ts';

/** A device's storage that may be full or shut. */
class Device {
  readonly kept = new Map<string, string>();
  full = false;
  get length() {
    return this.kept.size;
  }
  key(at: number) {
    return [...this.kept.keys()][at] ?? null;
  }
  getItem(key: string) {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    if (this.full) throw new Error('QuotaExceededError');
    this.kept.set(key, String(value));
  }
  removeItem(key: string) {
    this.kept.delete(key);
  }
}

let device: Device;
// Each case imports the modules anew, and each of them listens.
setMaxListeners(0);
beforeEach(() => {
  vi.resetModules();
  device = new Device();
  vi.stubGlobal('localStorage', device);
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', Object.assign(new EventTarget(), { documentElement: { dataset: {} } }));
});

/** Reads a record as the site does, and makes the change a reader would make next. */
const use: Record<RecordName, () => Promise<{ read: unknown; change: () => unknown }>> = {
  notes: async () => {
    const { recallNotes, changeNotes } = await import('../../features/notes/store.client.ts');
    return { read: recallNotes(), change: () => changeNotes((notes) => ({ ...notes, favourites: [...notes.favourites, { path: '/lessons/overview/', title: '新收藏', made: 2 }] })) };
  },
  basket: async () => {
    const { recallBasket, keepBasket } = await import('../../features/handout/basket-store.client.ts');
    const { withItem } = await import('../../features/handout/basket.ts');
    return { read: recallBasket(), change: () => keepBasket(withItem(recallBasket(), 'cases/pujiang')) };
  },
  meeting: async () => {
    const { recallMeeting, keepMeeting } = await import('../../features/meeting/state.client.ts');
    return { read: recallMeeting(), change: () => keepMeeting({ each: 3 }) };
  },
  searches: async () => {
    const { recentSearches, keepSearch } = await import('../../features/search/suggest/recent.ts');
    return { read: recentSearches(), change: () => keepSearch('新检索') };
  },
  'reading-places': async () => {
    const { overwrite } = await import('../../components/kept-copy.client.ts');
    const { readPlaces, withPlace } = await import('../../features/comfort/places.ts');
    const read = readPlaces(device.getItem('reading-places') ?? '');
    return { read, change: () => overwrite('reading-places', JSON.stringify(withPlace(read, { path: '/cases/pujiang/', title: '新', n: 9, at: 3 }, 40)), readPlaces) };
  },
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
/** Where a meeting stood and how a sheet was set come and go by themselves. */
const lasting = (name: RecordName, value: unknown): unknown => (value && typeof value === 'object' && !Array.isArray(value) ? { ...value, [{ meeting: 'places', basket: 'sheet' }[name as string] ?? '']: [] } : value);

const perRecord = 80;
describe.each(Object.keys(records) as RecordName[])('%s, damaged in many ways', (name) => {
  it(`is read, and nothing of it is lost by a change (${perRecord} cases)`, async () => {
    for (let at = 0; at < perRecord; at += 1) {
      vi.resetModules();
      device.kept.clear();
      const old = damaged(name, at);
      device.setItem(name, old);
      const { read, change } = await use[name]();
      const [kind, known] = [`case ${at}: ${old.slice(0, 120)}`, records[name]];
      expect(Array.isArray(read), kind).toBe(Array.isArray(known));
      if (!Array.isArray(known)) expect(Object.keys(read as object).filter((key) => !(key in known)), kind).toEqual([]);
      expect(({} as { hit?: number }).hit, kind).toBeUndefined();
      change();
      const now = device.getItem(name) ?? '';
      const copies = [...device.kept].filter(([key]) => key.startsWith(`${name}-copy-`)).map(([, text]) => text);
      const value = parsed(old);
      const whole = value !== undefined && textsIn(lasting(name, value)).every((text) => textsIn(parsed(now)).includes(text));
      if (now !== old && !whole && old !== '') expect(copies, kind).toContain(old);
    }
  });

  it(`on a full device stays as it was (${perRecord / 2} cases)`, async () => {
    for (let at = 0; at < perRecord / 2; at += 1) {
      vi.resetModules();
      device.kept.clear();
      device.full = false;
      const old = damaged(name, at);
      device.setItem(name, old);
      device.full = true;
      const { change } = await use[name]();
      expect(change(), `case ${at}`).not.toBe(true);
      expect([...device.kept], `case ${at}`).toEqual([[name, old]]);
    }
  });

  it('whole, is changed without a copy', async () => {
    device.setItem(name, JSON.stringify(records[name]));
    const { change } = await use[name]();
    change();
    expect([...device.kept.keys()]).toEqual([name]);
    expect(textsIn(parsed(device.getItem(name) ?? ''))).toEqual(expect.arrayContaining(textsIn(lasting(name, records[name])).slice(0, 1)));
  });

  it('where storage is shut, works for this page', async () => {
    vi.stubGlobal('localStorage', new Proxy({}, { get: () => { throw new Error('SecurityError'); } }));
    const { change } = await use[name]();
    expect(change()).not.toBe(true);
  });
});

it('imports what is sound of 120 damaged files, and changes nothing that is here', async () => {
  const { importNotes } = await import('../../features/notes/transfer.client.ts');
  const { recallNotes } = await import('../../features/notes/store.client.ts');
  device.setItem('notes', JSON.stringify(records.notes));
  for (let at = 0; at < 120; at += 1) {
    expect(importNotes(damaged('notes', at + 1000)), String(at)).toMatch(/。$/);
    const { favourites, marks } = recallNotes();
    expect(favourites[0]).toEqual(records.notes.favourites[0]);
    expect(marks[0]).toEqual(records.notes.marks[0]);
    for (const { path } of [...favourites, ...marks]) expect(path).toMatch(/^\/(?:[a-z0-9-]+\/)*$/);
  }
  expect(({} as { hit?: number }).hit).toBeUndefined();
});

it('puts words with half a character into a link, and settings and sheets take no damaged value', async () => {
  const { decodeBasket, encodeBasket } = await import('../../features/handout/basket-link.ts');
  const { sanitised } = await import('../../features/handout/basket.ts');
  const { defaultSheet, parseSheet } = await import('../../features/handout/sheet.ts');
  const basket = sanitised({ items: ['own/0'], own: [{ title: '甲\uD800', words: '乙\uDC00' }], title: '\uDBFF', share: true });
  expect(decodeBasket(encodeBasket(basket), {}).basket.own[0]?.title.charAt(0)).toBe('甲');
  const { toBase64, fromBase64 } = await import('../../features/handout/basket-link.ts');
  expect(fromBase64(toBase64('甲\uD800乙😀\uDC00'))).toBe('甲\uFFFD乙😀\uFFFD');
  for (let at = 0; at < 100; at += 1) expect(Object.keys(parseSheet(damaged('basket', at))).sort()).toEqual(Object.keys(defaultSheet).sort());
});
