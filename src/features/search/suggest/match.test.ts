import { describe, expect, it } from 'vitest';
import { Suggestions } from './match.ts';

const suggestions = new Suggestions([
  ['四下基层总论', '学习材料', 'si xia ji ceng zong lun'],
  ['四下基层', '名词', 'si xia ji ceng'],
  ['三进下党', '案例', 'san jin xia dang'],
  ['三进下党', '名词', 'san jin xia dang'],
  ['下党乡', '地点', 'xia dang xiang'],
  ['习近平', '人物', 'xi jin ping'],
  ['没有调查，没有发言权', '论述', 'mei you diao cha mei you fa yan quan'],
  ['读2019年回信', '参考文章', 'du 2 0 1 9 nian hui xin'],
  ['战略', '名词', 'zhan lve'],
]);
const texts = (typed: string) => suggestions.find(typed, 5).map(({ text }) => text);

describe('suggestions', () => {
  it.each([
    ['sxjc', '四下基层'],
    ['sixiajiceng', '四下基层'],
    ['xiadang', '下党乡'],
    ['XiaDang', '下党乡'],
    ['sjxd', '三进下党'],
    ['sanjxd', '三进下党'],
    ['xjp', '习近平'],
    ['meiyoudc', '没有调查，没有发言权'],
    ['zhanlue', '战略'],
    ['下党', '下党乡'],
    ['发言', '没有调查，没有发言权'],
  ])('%s leads to %s', (typed, text) => expect(texts(typed)).toContain(text));
  it('show a thing once, and not what is typed already', () => {
    expect(texts('sjxd')).toEqual(['三进下党']);
    expect(texts('三进下党')).toEqual([]);
    expect(texts('sxjc')[0]).toBe('四下基层');
  });
  it.each(['', ' ', 'x', 'zzz', '绝无'])('nothing for “%s”', (typed) => expect(texts(typed)).toEqual([]));
});
