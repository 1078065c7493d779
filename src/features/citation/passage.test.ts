import { describe, expect, it } from 'vitest';
import { plainOf, richOf, type Passage } from './passage.ts';

const passage: Passage = {
  words: ['第一句<b>。', '第二句 & “引文”。'],
  sources: ['张铭清. 办好一件事[N]. 人民日报，1990-05-21（5）.'],
  title: '《反对本本主义》导读',
  site: '四下基层学习资料库',
  address: 'https://x.cn/cases/a/?p=3',
};

describe('a passage', () => {
  it('is words, sources and place in plain text', () =>
    expect(plainOf(passage)).toBe('第一句<b>。\n第二句 & “引文”。\n\n出处：\n[1] 张铭清. 办好一件事[N]. 人民日报，1990-05-21（5）.\n\n《〈反对本本主义〉导读》，四下基层学习资料库，https://x.cn/cases/a/?p=3'));
  it('is paragraphs and a link in rich text, its words escaped', () => {
    expect(richOf(passage)).toContain('<p>第一句&lt;b&gt;。</p><p>第二句 &amp; “引文”。</p><p>出处：</p><p>[1] 张铭清.');
    expect(richOf(passage)).toContain('<a href="https://x.cn/cases/a/?p=3">');
  });
  it('says nothing of sources where there are none, nor of a title that is the words', () =>
    expect(plainOf({ ...passage, sources: [], title: '' })).toBe('第一句<b>。\n第二句 & “引文”。\n\n四下基层学习资料库，https://x.cn/cases/a/?p=3'));
});
