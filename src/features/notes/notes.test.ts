import { describe, expect, it } from 'vitest';
import { locate } from './anchor.ts';
import { merge } from './merge.ts';
import { emptyNotes, limits, readNotes, version, type Mark } from './store.ts';

const mark = (more: Partial<Mark> = {}): Mark => ({ id: 'a1', path: '/cases/xiadang/', title: '三进下党', n: '3', words: '当天走了多久', before: '本文按日期写：', lit: true, note: '', made: 1, changed: 1, ...more });
const written = (marks: unknown[], favourites: unknown[] = [], more: object = {}) => JSON.stringify({ version, favourites, marks, ...more });

describe('reading notes', () => {
  it('gives back what was written', () => {
    const notes = { version, favourites: [{ path: '/lessons/overview/', title: '概说', made: 5 }], marks: [mark(), mark({ id: 'b2', note: '“讨论”<b>用' })] };
    expect(readNotes(JSON.stringify(notes))).toEqual({ notes, problem: '', lost: 0 });
    expect(readNotes('')).toEqual({ notes: emptyNotes(), problem: '', lost: 0 });
  });

  it.each([
    ['no JSON', '{"version":1,'],
    ['a list', '[]'],
    ['null', 'null'],
    ['no version', '{"marks":[]}'],
    ['a version in words', '{"version":"1","marks":[],"favourites":[]}'],
  ])('finds %s damaged', (_name, text) => {
    expect(readNotes(text)).toEqual({ notes: emptyNotes(), problem: 'damaged', lost: 0 });
  });

  it.each([0, 2, 99])('takes what it knows of version %d and says that it is another', (other) => {
    const { notes, problem } = readNotes(written([mark()], [], { version: other }));
    expect(problem).toBe('version');
    expect(notes.marks).toEqual([mark()]);
    expect(notes.version).toBe(version);
  });

  it.each([
    ['an address elsewhere', { path: 'https://example.org/' }],
    ['an address without a scheme', { path: '//example.org/' }],
    ['a script for an address', { path: 'javascript:alert(1)' }],
    ['a way up', { path: '/../' }],
    ['a number that is none', { n: '1"onclick=' }],
    ['an id with marks', { id: '"><img' }],
    ['no words', { words: '' }],
    ['a note too long', { note: '长'.repeat(limits.note + 1) }],
    ['a time in words', { made: 'now' }],
    ['a time without end', { changed: 1e99 }],
    ['words for yes', { lit: 'yes' }],
  ])('leaves out a mark with %s, and counts it', (_name, fault) => {
    const { notes, problem, lost } = readNotes(written([{ ...mark(), ...fault }, mark({ id: 'ok' })]));
    expect(notes.marks.map(({ id }) => id)).toEqual(['ok']);
    expect([problem, lost]).toEqual(['partly', 1]);
  });

  it('takes nothing from prototypes and adds nothing to them', () => {
    const hostile = `{"version":1,"favourites":[{"__proto__":{"path":"/about/","title":"x","made":1}}],"marks":[{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},${JSON.stringify(mark()).slice(1)}],"__proto__":{"polluted":true}}`;
    const { notes } = readNotes(hostile);
    expect(notes.favourites).toEqual([]);
    expect(Object.keys(notes.marks[0] ?? {}).sort()).toEqual(Object.keys(mark()).sort());
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('takes each id once', () => {
    const { notes, lost } = readNotes(written([mark(), mark({ note: 'zweite' })]));
    expect([notes.marks.length, lost]).toEqual([1, 1]);
  });
});

describe('merging', () => {
  const base = { ...emptyNotes(), favourites: [{ path: '/a/', title: '甲', made: 1 }], marks: [mark()] };

  it('adds what is new, passes over what is the same, keeps both of what differs', () => {
    const other = { ...emptyNotes(), favourites: [{ path: '/a/', title: '甲', made: 2 }, { path: '/b/', title: '乙', made: 2 }], marks: [mark({ id: 'other-device' }), mark({ note: '不同' }), mark({ id: 'c3', n: '9' })] };
    const { notes, added, same, doubled } = merge(base, other, () => 'fresh');
    expect({ added, same, doubled }).toEqual({ added: 2, same: 2, doubled: 1 });
    expect(notes.marks.map(({ id, note }) => [id, note])).toEqual([['a1', ''], ['fresh', '不同'], ['c3', '']]);
    expect(notes.favourites.map(({ path }) => path)).toEqual(['/a/', '/b/']);
  });

  it('a second time changes nothing', () => {
    const other = { ...emptyNotes(), marks: [mark({ note: '不同' }), mark({ id: 'c3', n: '9' })] };
    const once = merge(base, other, () => 'fresh').notes;
    expect(merge(once, other, () => 'again').notes).toEqual(once);
  });
});

describe('finding marked words again', () => {
  const paragraphs = [{ n: '1', text: '先说起因。' }, { n: '2', text: '走了两个小时，又走了两个小时。' }, { n: '3', text: '本文按日期写：当天走了多久，各家不同。' }];

  it('in their paragraph', () => expect(locate(mark(), paragraphs)).toEqual({ n: '3', from: 7, to: 13 }));
  it('by what stands before them, where they stand twice', () => expect(locate({ n: '2', words: '走了两个小时', before: '又' }, paragraphs)).toEqual({ n: '2', from: 8, to: 14 }));
  it('in another paragraph, when one was put in before', () => expect(locate(mark({ n: '2' }), paragraphs)?.n).toBe('3'));
  it('not by a short phrase that only looks the same', () => expect(locate({ n: '1', words: '各家', before: '起因和' }, paragraphs)).toBeUndefined());
  it('not at all, when the words are changed', () => expect(locate(mark({ words: '当天走了几久' }), paragraphs)).toBeUndefined());
});
