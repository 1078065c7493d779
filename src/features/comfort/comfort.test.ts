import { describe, expect, it } from 'vitest';
import { pinyin } from 'pinyin-pro';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readPlaces, withPlace, type Place } from './places.ts';
import { readingsOf } from './readings.ts';
import { sentencesOf } from './sentences.ts';
import { changed, isOpen, readSettings } from './settings.ts';

const cut = (text: string) => sentencesOf(text).map(({ from, to }) => text.slice(from, to));

describe('sentences to be read aloud', () => {
  it('end with their closing marks', () => expect(cut('他说：“走！”大家问：“几点？”第二句。')).toEqual(['他说：“走！”', '大家问：“几点？”', '第二句。']));
  it('go on behind dots in the middle', () => expect(cut('甲……，乙……的丙。丁……')).toEqual(['甲……，乙……的丙。', '丁……']));
  it('are none where there are only marks', () => expect(cut('。”　——')).toEqual([]));
  it('lose no character but white space', () => {
    const text = '　 一，二；三！（四。）五……六 ';
    expect(cut(text).join('')).toBe(text.replace(/\s/g, ''));
  });
  it('are cut behind a comma where they are long', () => {
    const text = `${'下基层去看一看，'.repeat(40)}完。`;
    expect(cut(text).join('')).toBe(text);
    for (const part of cut(text)) expect(part.length).toBeLessThanOrEqual(160);
    expect(cut(text)[0]?.endsWith('，')).toBe(true);
  });
});

describe('settings', () => {
  it('take what is known and nothing else', () => {
    expect(readSettings((name) => ({ theme: 'sepia', size: '7', large: 'yes', pinyin: 'on', keys: 'no' })[name])).toEqual({ theme: 'sepia', size: '', large: '', pinyin: 'on', keys: '' });
  });
  it('large print brings type of 150 % and keeps the smaller steps shut', () => {
    const large = changed({ theme: '', size: '2', large: '', pinyin: '', keys: '' }, 'large', 'on');
    expect(large.size).toBe('3');
    expect([isOpen('size', '', large), isOpen('size', '2', large), isOpen('size', '4', large), isOpen('theme', 'dark', large)]).toEqual([false, false, true, true]);
    expect(changed({ ...large, size: '5' }, 'large', 'on').size).toBe('5');
  });
});

describe('places', () => {
  const place = (more: Partial<Place> = {}): Place => ({ path: '/cases/xiadang/', title: '三进下党', n: 7, at: 1, ...more });
  it('are read from storage without what is damaged or leads elsewhere', () => {
    expect(readPlaces(JSON.stringify([place(), { path: 'https://x/', title: 'x', n: 3, at: 1 }, null, place({ n: 0 })]))).toEqual([place()]);
    expect([readPlaces('{'), readPlaces('{}'), readPlaces('')]).toEqual([[], [], []]);
  });
  it('put the last one first, once, and forget what is read to the end or hardly begun', () => {
    const other = place({ path: '/lessons/overview/' });
    expect(withPlace([other, place({ n: 3 })], place(), 40)).toEqual([place(), other]);
    expect(withPlace([other, place()], place({ n: 40 }), 40)).toEqual([other]);
    expect(withPlace([place()], place({ n: 1 }), 40)).toEqual([]);
  });
});

describe('readings', () => {
  const names = (parse(readFileSync('content/site.yaml', 'utf8')) as { readings: Record<string, string> }).readings;

  it('give rare characters their only reading, and say nothing of common ones or of those with several', () => {
    expect(readingsOf('柘荣、耒阳、畲族；黄陂、一得自矜；走基层丨', { 黄陂: 'huáng pí', 穆棱: 'mù líng' })).toEqual({ words: { 黄陂: ['huáng', 'pí'] }, chars: { 柘: 'zhè', 耒: 'lěi', 畲: 'shē' } });
  });
  it('that authors list are ones the dictionary has for each character', () => {
    for (const [word, syllables] of Object.entries(names)) [...word].forEach((character, at) => expect(pinyin(character, { multiple: true, type: 'array' }), word).toContain(syllables.split(' ')[at]));
  });
});
