import { describe, expect, it } from 'vitest';
import { authorsOf, publisherOf } from './names.ts';

describe('authorsOf', () => {
  it.each([
    ['田玉珏、薛伟江、李政（采访连德仁）', ['田玉珏', '薛伟江', '李政'], false, ['采访连德仁']],
    ['林善传（摄）等', ['林善传'], true, []],
    ['徐晗昕等', ['徐晗昕'], true, []],
    ['海外网学习小组；李君如', ['海外网学习小组', '李君如'], false, []],
    ['中央党校（国家行政学院）门户网站', ['中央党校（国家行政学院）门户网站'], false, []],
    ['央视网（总监制 钱蔚；导演 时晨）', ['央视网'], false, ['总监制 钱蔚；导演 时晨']],
    ['胡颖廉、陈思、王道勇（口述：项忠红、刘明华）', ['胡颖廉', '陈思', '王道勇'], false, ['口述：项忠红、刘明华']],
    ['邱然，黄珊，陈思', ['邱然', '黄珊', '陈思'], false, []],
    ['新华社记者 兰红光', ['新华社记者 兰红光'], false, []],
    ['张平等', ['张平等'], false, []],
    [undefined, [], false, []],
  ])('%s', (author, authors, more, notes) => expect(authorsOf(author)).toEqual({ authors, more, notes }));
});

describe('publisherOf', () => {
  it.each([
    ['人民日报（转载页）', '人民日报', ['转载页']],
    ['人民日报；人民网福建频道转发', '人民日报', ['人民网福建频道转发']],
    ['宁德网转福建日报（转载页）', '宁德网', ['转福建日报', '转载页']],
    ['枣庄网转', '枣庄网', []],
    ['转载页（学习时报）', undefined, ['转载页', '学习时报']],
    ['期刊转载页', undefined, ['期刊转载页']],
    ['企业网站（转载页）', undefined, ['企业网站', '转载页']],
    ['台海网', '台海网', []],
  ])('%s', (publisher, name, notes) => expect(publisherOf(publisher)).toEqual({ name, notes }));
});
