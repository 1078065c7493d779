import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../lint/corpus.ts';
import { convert } from './convert.ts';
import { gluedCommas, gluedPage, gluedStars } from './fixtures.ts';
import { fromText } from './from-text.ts';
import { libraryOf } from './library.ts';

const library = libraryOf(readCorpus(process.cwd()));
const convertText = (text: string, options: { whole?: boolean; keep?: boolean } = {}) => convert(fromText(text), library, { ...options, nameOf: String });

describe('a glued page of a document-sharing site', () => {
  const { parts, removed } = convertText(gluedPage);
  const [one, two] = parts;

  it('comes out as two texts with their titles, author and origin', () => {
    expect(parts.map(({ title }) => title)).toEqual(['把“亮水工程”的办法学到手，当好村里的明白人交流发言', '学习“亮水工程”守住“四个不走”']);
    expect(one?.byline).toEqual({});
    expect(two?.byline).toEqual({ author: '水长清', about: '柳湾县水务局副局长', origin: '《柳湾农讯》' });
    expect(two?.reasons.join('')).toContain('开头的话在这里又出现');
    expect(two?.body.startsWith('县里和乡里把试点的做法')).toBe(true);
  });

  it('has lost its furniture and nothing else', () => {
    expect(removed.map(({ what }) => what)).toEqual(['打赏', '限读提示', '文库栏目', '计数', '页码', '下载按钮', '版权和备案', '版权和备案', '页面提示', '页面提示']);
    expect(one?.body + (two?.body ?? '')).not.toMatch(/打赏|试读|简介|阅读量|下载|ICP|提交|作者|来源/);
    const words = (text: string) => text.replace(/[^\p{Script=Han}]/gu, '').length;
    const furniture = removed.reduce((sum, { words: line }) => sum + words(line), 0);
    const placeholders = words('待写遮盖') * 4 + words('待写遮盖字');
    const marks = words('把亮水工程的办法学到手当好村里的明白人交流发言参考范文') + words('一二三') + words('作者系柳湾县水务局副局长作者水长清来源柳湾农讯');
    expect(words(one?.title ?? '') + words(two?.title ?? '') + words(one?.body ?? '') + words(two?.body ?? '') - placeholders).toBe(words(gluedPage) - furniture - marks);
  });

  it('has its headings, and full-width marks throughout', () => {
    expect([...(one?.body ?? '').matchAll(/^## (.*)$/gm)].map((match) => match[1])).toEqual(['守住“先听后说”', '守住“先看后定”', '守住“先小后大”']);
    expect((one?.counts.get('半角逗号') ?? 0) + (two?.counts.get('半角逗号') ?? 0)).toBe(gluedCommas);
    expect(one?.body).toContain('3.5米，就写3.5米');
    expect(one?.body).toContain('（钱要一笔一笔公布）');
    expect(`${one?.body}${two?.body}`).not.toMatch(/[,;!()*]/);
  });

  it('marks every starred name so that it cannot be published', () => {
    expect(one?.redactions).toBe(gluedStars);
    expect(one?.notes.filter(({ rule }) => rule === 'redaction')).toHaveLength(gluedStars);
    const at = one?.notes.find(({ rule }) => rule === 'redaction')?.at ?? 0;
    expect(one?.body.slice(at)).toMatch(/^〔待写：遮盖〕村的老支书/);
    expect(one?.body).toContain('听〔待写：遮盖2字〕户');
  });

  it('uses the registered quotation with its registered marks', () => {
    expect(one?.quotations).toEqual([{ id: 'q-huixin-lili', words: '当年“三进下党”的场景，我至今还历历在目', block: false }]);
    expect(one?.body).toContain('他常念叨<Q id="q-huixin-lili">当年“三进下党”的场景，我至今还历历在目</Q>，年轻人');
  });

  it('lists what the two texts share', () => {
    expect(two?.shared.map(({ length, name }) => [length, name])).toEqual([[58, '第1篇'], [24, '第1篇']]);
    expect(two?.body.slice(two.shared[1]?.from, two.shared[1]?.to)).toBe('抗旱的活计又添了新花样，光靠一个人跑腿已经不够用了');
  });

  it('stays whole, or keeps its furniture, when the author says so', () => {
    expect(convertText(gluedPage, { whole: true }).parts).toHaveLength(1);
    const kept = convertText(gluedPage, { keep: true });
    expect(kept.removed).toEqual([]);
    expect(kept.parts.map(({ body }) => body).join('\n')).toContain('打赏一杯清茶');
  });
});
