import { describe, expect, it } from 'vitest';
import { codeOf, type ItemTable } from '../../model/baskets.ts';
import { emptyBasket, moved, parseBasket, withItem, withOwn, withoutItem, type Basket } from './basket.ts';
import { decodeBasket, encodeBasket } from './basket-link.ts';

const names = Array.from({ length: 60 }, (_, at) => `cases/a-long-name-of-a-case-history-number-${at}`);
const table: ItemTable = Object.fromEntries(names.map((name) => [codeOf(name), [`/${name}/`, '案例', name]]));
table[codeOf('glossary/xinfang')] = ['/glossary/#xinfang', '名词', '信访'];
const full: Basket = { ...emptyBasket, items: names, title: '四下基层专题学习讲义（第三次）', unit: '中共某某县某某局机关第一支部委员会', date: '2026年12月3日', names: '主持：张三　领读：李四、王五', gathered: true, sheet: { ...emptyBasket.sheet, kind: 'large', notes: 'margin', duplex: true, answers: false } };

describe('a basket', () => {
  it('goes through a link unchanged, 60 items within 1,200 characters of address', () => {
    const link = encodeBasket(full);
    expect(decodeBasket(link, table)).toEqual({ basket: full, problems: [] });
    expect(`https://library.some-county-party-school.example.org/sixia/handout/?b=${link}`.length).toBeLessThan(1200);
    expect(link).toMatch(/^[\w.~-]+$/);
  });

  it('carries spans of years, terms, and own words only when they are shared', () => {
    const basket = withOwn({ ...emptyBasket, items: ['span/1988-1990', 'glossary/xinfang'] }, { title: '开场白', words: '同志们：\n今天学两篇。' });
    expect(decodeBasket(encodeBasket(basket), table).basket.items).toEqual(['span/1988-1990', 'glossary/xinfang']);
    const shared = { ...basket, share: true };
    expect(decodeBasket(encodeBasket(shared), table)).toEqual({ basket: shared, problems: [] });
  });

  it('forgets own words that are taken out, in its link too, and gives their place to others', () => {
    const two = ['甲', '乙'].reduce((basket, words) => withOwn(basket, { title: words, words: `${words}的发言` }), { ...emptyBasket, share: true });
    const one = withoutItem(two, 'own/0');
    expect(JSON.stringify(one)).not.toContain('甲');
    expect(decodeBasket(encodeBasket(one), table)).toEqual({ basket: one, problems: [] });
    // As an earlier version stored it: the item gone, its words left.
    expect(decodeBasket(encodeBasket({ ...two, items: ['own/1'] }), table).basket).toEqual(one);
    expect(encodeBasket(withoutItem(one, 'own/1')).split('.')[4]).toBe('');
    const next = withOwn(one, { title: '丙', words: '丙的发言' });
    expect(next.items).toEqual(['own/1', 'own/0']);
    expect(next.own.map(({ title }) => title)).toEqual(['丙', '乙']);
  });

  it('opens what is left of a damaged or outdated link and says what is missing', () => {
    const link = encodeBasket(full);
    const cut = decodeBasket(link.slice(0, 100), table);
    expect(cut.basket.items.length).toBeGreaterThan(10);
    expect(cut.basket.items).toEqual(names.slice(0, cut.basket.items.length));
    expect(cut.problems.join()).toMatch(/不完整.*缺了\d+项/);
    const older = { ...table };
    delete older[codeOf(names[4]!)];
    const opened = decodeBasket(link, older);
    expect(opened.basket.items).toEqual(names.filter((_, at) => at !== 4));
    expect(opened.problems).toEqual(['第5项在本站找不到：可能已撤下，也可能是链接受损。']);
    for (const wrong of ['', '9.x', '%%%', 'null', '1']) expect(decodeBasket(wrong, table).problems.length).toBeGreaterThan(0);
  });

  it('takes an item once, moves it, gives it up, and survives damaged storage', () => {
    const two = withItem(withItem(withItem(emptyBasket, 'cases/a'), 'cases/b'), 'cases/a');
    expect(two.items).toEqual(['cases/a', 'cases/b']);
    expect(moved(two, 0, 1).items).toEqual(['cases/b', 'cases/a']);
    expect(moved(two, 0, 2)).toBe(two);
    expect(withoutItem(two, 'cases/a').items).toEqual(['cases/b']);
    expect(withItem(full, 'cases/one-too-many')).toBe(full);
    expect(parseBasket('{"items":["cases/a","../x","cases/a",7,"own/3"]}').items).toEqual(['cases/a']);
    for (const broken of ['', '{', 'null', '[]', '"x"']) expect(parseBasket(broken).items).toEqual([]);
  });
});
