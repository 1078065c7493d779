import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { loadRegister } from '../../library/register.ts';
import { source as sourceSchema, work as workSchema } from '../../model/entries.ts';
import { to2015 } from './edition.ts';
import { addressOf, citation, citeSource, citeWork, type Citation } from './gbt7714.ts';
import { sourceReference, workReference, type Reference } from './reference.ts';

const whole = ({ text, url, note }: Citation): string => text + (url ? ` ${url}.` : '') + note;

const bare: Reference = {
  id: 'x', kind: 'book', title: '', described: false, authors: [], more: false, translators: [], host: undefined, hostAuthors: [], edition: undefined,
  container: undefined, place: undefined, publisher: undefined, date: undefined, volume: undefined, issue: undefined, page: undefined, number: undefined,
  isbn: undefined, accessed: undefined, url: undefined, notes: [],
};

/** The standard's own examples, and the same entries in the edition before. */
const standard: [Partial<Reference>, string, string][] = [
  [{ kind: 'newspaper', authors: ['丁文详'], title: '数字革命与竞争国际化', container: '中国青年报', date: '2000-11-20', page: '15' }, '丁文详. 数字革命与竞争国际化[N]. 中国青年报，2000-11-20（15）.', '丁文详. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15).'],
  [{ kind: 'newspaper', authors: ['陈缮真'], title: '探索微观世界的无穷奥秘（科技大观）', container: '人民日报', date: '2022-08-16', page: '17', url: 'http://paper.people.com.cn/3-17.htm' }, '陈缮真. 探索微观世界的无穷奥秘（科技大观）[N/OL]. 人民日报，2022-08-16（17）. http://paper.people.com.cn/3-17.htm.', '陈缮真. 探索微观世界的无穷奥秘（科技大观）[N/OL]. 人民日报, 2022-08-16(17). http://paper.people.com.cn/3-17.htm.'],
  [{ kind: 'newspaper', authors: ['余建斌'], title: '我们的科技一直在追赶：访中国工程院院长周济', container: '人民日报', date: '2013-01-12', page: '2' }, '余建斌. 我们的科技一直在追赶：访中国工程院院长周济[N]. 人民日报，2013-01-12（2）.', '余建斌. 我们的科技一直在追赶: 访中国工程院院长周济[N]. 人民日报, 2013-01-12(2).'],
  [{ kind: 'web', authors: ['许振超'], title: '“好好干，当一个好工人”', date: '2025-02-17', accessed: '2025-06-22', url: 'https://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html' }, '许振超. “好好干，当一个好工人”[EB/OL]. （2025-02-17）[2025-06-22]. https://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html.', '许振超. “好好干，当一个好工人”[EB/OL]. (2025-02-17)[2025-06-22]. https://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html.'],
  [{ kind: 'web', title: '中国国家博物馆', accessed: '2025-05-06', url: 'https://www.chnmuseum.cn/' }, '中国国家博物馆[EB/OL]. [2025-05-06]. https://www.chnmuseum.cn/.', '中国国家博物馆[EB/OL]. [2025-05-06]. https://www.chnmuseum.cn/.'],
  [{ kind: 'web', title: '《昨日之歌》图书封面', described: true, date: '2023-03-06', accessed: '2025-06-22', url: 'http://x.cn/a.jpg' }, '[《昨日之歌》图书封面][EB/OL]. （2023-03-06）[2025-06-22]. http://x.cn/a.jpg.', '[《昨日之歌》图书封面][EB/OL]. (2023-03-06)[2025-06-22]. http://x.cn/a.jpg.'],
  [{ authors: ['曹凌'], title: '中国佛教疑伪经综录', place: '上海', publisher: '上海古籍出版社', date: '2011', page: '19' }, '曹凌. 中国佛教疑伪经综录[M]. 上海：上海古籍出版社，2011：19.', '曹凌. 中国佛教疑伪经综录[M]. 上海: 上海古籍出版社, 2011: 19.'],
  [{ authors: ['博伯尔'], title: '银行业的未来与人工智能', translators: ['徐超'], place: '北京', publisher: '清华大学出版社', date: '2023', page: '35' }, '博伯尔. 银行业的未来与人工智能[M]. 徐超，译. 北京：清华大学出版社，2023：35.', '博伯尔. 银行业的未来与人工智能[M]. 徐超, 译. 北京: 清华大学出版社, 2023: 35.'],
  [{ authors: ['Boobier T'], title: 'AI and the future of banking', place: 'Chichester', publisher: 'John Wiley & Sons', date: '2020', page: '35' }, 'Boobier T. AI and the future of banking[M]. Chichester：John Wiley & Sons，2020：35.', 'Boobier T. AI and the future of banking[M]. Chichester: John Wiley & Sons, 2020: 35.'],
  [{ authors: ['扬奎斯特', '萨金特'], title: '递归宏观经济理论', translators: ['杨斌', '王忠玉', '陈彦斌', '佚名'], edition: '2版', place: '北京', publisher: '中国人民大学出版社', date: '2010', page: '798' }, '扬奎斯特，萨金特. 递归宏观经济理论[M]. 杨斌，王忠玉，陈彦斌，等，译. 2版. 北京：中国人民大学出版社，2010：798.', '扬奎斯特, 萨金特. 递归宏观经济理论[M]. 杨斌, 王忠玉, 陈彦斌, 等, 译. 2版. 北京: 中国人民大学出版社, 2010: 798.'],
  [{ kind: 'chapter', authors: ['李约瑟'], title: '题词', hostAuthors: ['苏克福', '管成学', '邓明鲁'], host: '苏颂与《本草图经》研究', place: '长春', publisher: '长春出版社', date: '1991', page: '扉页' }, '李约瑟. 题词[M]//苏克福，管成学，邓明鲁. 苏颂与《本草图经》研究. 长春：长春出版社，1991：扉页.', '李约瑟. 题词[M]//苏克福, 管成学, 邓明鲁. 苏颂与《本草图经》研究. 长春: 长春出版社, 1991: 扉页.'],
  [{ kind: 'chapter', authors: ['马克思'], title: '政治经济学批判', hostAuthors: ['马克思', '恩格斯'], host: '马克思恩格斯全集', volume: '卷35', edition: '2版', place: '北京', publisher: '人民出版社', date: '2013', page: '302' }, '马克思. 政治经济学批判[M]//马克思，恩格斯. 马克思恩格斯全集：卷35. 2版. 北京：人民出版社，2013：302.', '马克思. 政治经济学批判[M]//马克思, 恩格斯. 马克思恩格斯全集: 卷35. 2版. 北京: 人民出版社, 2013: 302.'],
  [{ kind: 'journal', authors: ['杨洪升'], title: '四库馆私家抄校书考略', container: '文献', date: '2013', issue: '1', page: '56-75' }, '杨洪升. 四库馆私家抄校书考略[J]. 文献，2013（1）：56-75.', '杨洪升. 四库馆私家抄校书考略[J]. 文献, 2013(1): 56-75.'],
  [{ kind: 'journal', authors: ['于潇', '刘义', '柴跃廷', '佚名'], title: '互联网药品可信交易环境中主体资质审核备案模式', container: '清华大学学报（自然科学版）', date: '2012', volume: '52', issue: '11', page: '1518-1523' }, '于潇，刘义，柴跃廷，等. 互联网药品可信交易环境中主体资质审核备案模式[J]. 清华大学学报（自然科学版），2012，52（11）：1518-1523.', '于潇, 刘义, 柴跃廷, 等. 互联网药品可信交易环境中主体资质审核备案模式[J]. 清华大学学报（自然科学版）, 2012, 52(11): 1518-1523.'],
  [{ kind: 'journal', authors: ['陈建军'], title: '从数字地球到智慧地球', container: '国土资源导刊', date: '2010', volume: '7', issue: '10', page: '93', accessed: '2013-03-20', url: 'http://x.cn/a' }, '陈建军. 从数字地球到智慧地球[J/OL]. 国土资源导刊，2010，7（10）：93. http://x.cn/a.', '陈建军. 从数字地球到智慧地球[J/OL]. 国土资源导刊, 2010, 7(10): 93[2013-03-20]. http://x.cn/a.'],
  [{ kind: 'journal', authors: ['张群', '程志宝', '石志飞'], title: '惯性增强动力吸振器', container: '铁道学报', date: '2024-05-09', url: 'http://x.cn/a' }, '张群，程志宝，石志飞. 惯性增强动力吸振器[J/OL]. 铁道学报，2024-05-09. http://x.cn/a.', '张群, 程志宝, 石志飞. 惯性增强动力吸振器[J/OL]. 铁道学报, 2024-05-09. http://x.cn/a.'],
  [{ kind: 'archive', authors: ['李鸿章'], title: '奏请上海道库洋务外销要款无款可筹仍拨药厘接济事', number: '04-01-35-0399-039', place: '北京', publisher: '中国第一历史档案馆', date: '1887' }, '李鸿章. 奏请上海道库洋务外销要款无款可筹仍拨药厘接济事：04-01-35-0399-039[A]. 北京：中国第一历史档案馆，1887.', '李鸿章. 奏请上海道库洋务外销要款无款可筹仍拨药厘接济事: 04-01-35-0399-039[A]. 北京: 中国第一历史档案馆, 1887.'],
  [{ kind: 'law', authors: ['北京市人民政府办公厅'], title: '关于转发北京市企业投资项目核准暂行实施办法的通知', number: '京政办发〔2005〕37号', date: '2005-07-12', accessed: '2011-07-12', url: 'http://x.cn/a' }, '北京市人民政府办公厅. 关于转发北京市企业投资项目核准暂行实施办法的通知：京政办发〔2005〕37号[A/OL]. 2005-07-12. http://x.cn/a.', '北京市人民政府办公厅. 关于转发北京市企业投资项目核准暂行实施办法的通知: 京政办发〔2005〕37号[A/OL]. (2005-07-12)[2011-07-12]. http://x.cn/a.'],
  [{ kind: 'thesis', authors: ['王琦'], title: '土壤湿度反演方法研究', place: '武汉', publisher: '武汉大学', date: '2022', page: '87' }, '王琦. 土壤湿度反演方法研究[D]. 武汉：武汉大学，2022：87.', '王琦. 土壤湿度反演方法研究[D]. 武汉: 武汉大学, 2022: 87.'],
  [{ kind: 'report', authors: ['中国互联网络信息中心'], title: '第29次中国互联网络发展状况统计报告', date: '2012-01-16', accessed: '2013-03-26', url: 'http://x.cn/a' }, '中国互联网络信息中心. 第29次中国互联网络发展状况统计报告[R/OL]. 2012-01-16. http://x.cn/a.', '中国互联网络信息中心. 第29次中国互联网络发展状况统计报告[R/OL]. (2012-01-16)[2013-03-26]. http://x.cn/a.'],
  [{ kind: 'standard', number: 'GB/T 3792—2021', title: '信息与文献 资源描述', date: '2021' }, 'GB/T 3792—2021　信息与文献 资源描述[S]. 2021.', '信息与文献 资源描述: GB/T 3792—2021[S]. 2021.'],
  [{ kind: 'standard', authors: ['全国信息与文献标准化技术委员会'], number: 'GB/T 25100—2010', title: '信息与文献 都柏林核心元数据元素集', place: '北京', publisher: '中国标准出版社', date: '2010', page: '2-3' }, 'GB/T 25100—2010　信息与文献 都柏林核心元数据元素集[S]. 北京：中国标准出版社，2010：2-3.', '全国信息与文献标准化技术委员会. 信息与文献 都柏林核心元数据元素集: GB/T 25100—2010[S]. 北京: 中国标准出版社, 2010: 2-3.'],
  [{ authors: ['Fordham E W', 'Ali A', 'Truner D A', 'X Y'], title: 'Water', publisher: 'ALA', date: '1978' }, 'Fordham E W，Ali A，Truner D A，et al. Water[M]. ALA，1978.', 'Fordham E W, Ali A, Truner D A, et al. Water[M]. ALA, 1978.'],
];

describe('GB/T 7714, the examples of the standard', () => {
  it.each(standard)('%o', (part, in2025, in2015) => {
    const reference = { ...bare, ...part };
    expect(whole(citation(reference))).toBe(in2025);
    expect(whole(citation(reference, '2015'))).toBe(in2015);
  });
});

interface Case {
  source?: unknown;
  work?: unknown;
  '2025': string;
  '2015': string;
}

describe('GB/T 7714, entries of the library', () => {
  const cases = parse(readFileSync(join(import.meta.dirname, 'entries.fixture.yaml'), 'utf8')) as Case[];
  const reference = (entry: Case): Reference =>
    entry.source ? sourceReference(sourceSchema.parse({ tier: 'primary', ...(entry.source as object) })) : workReference(workSchema.parse({ sources: ['x'], ...(entry.work as object) }));
  it('are many', () => expect(cases.length).toBeGreaterThanOrEqual(40));
  it.each(cases)('$2025', (entry) => {
    expect(whole(citation(reference(entry)))).toBe(entry['2025']);
    expect(whole(citation(reference(entry), '2015'))).toBe(entry['2015']);
  });

  it('leave no missing element behind, in either edition, and close with one full stop', () => {
    const { sources, works } = loadRegister();
    const all = [...[...sources.values()].map(sourceReference), ...[...works.values()].map(workReference)];
    for (const edition of ['2025', '2015'] as const)
      for (const entry of all) {
        const { text } = citation(entry, edition);
        expect(text).toMatch(/[^.。]\.$/);
        expect(text).not.toMatch(/undefined|\. \.|\[\]|（）|\(\)|，，|：，|：：|，\.|：\.|, ,/);
        if (edition === '2015') expect(text.slice(text.search(/\[[A-Z]+(?:\/OL)?\]/))).not.toMatch(/[，：]/);
      }
  });
});

describe('to2015', () => {
  it('makes of every entry of the library what the formatter makes of it', () => {
    const { sources, works } = loadRegister();
    for (const entry of [...[...sources.values()].map(sourceReference), ...[...works.values()].map(workReference)])
      expect(to2015(citation(entry).text)).toBe(citation(entry, '2015').text);
  });
  it('leaves alone what is no entry', () => expect(to2015('本站说明：题名，页码（3）')).toBe('本站说明：题名，页码（3）'));
});

describe('addresses and lines', () => {
  const source = sourceSchema.parse({ id: 'x', type: 'web', title: '题名', publisher: '人民网', date: '2020', url: 'http://mirror.cn', linkable: false, tier: 'secondary' });
  it('are given only where linking is allowed', () => {
    expect(addressOf(source)).toBeUndefined();
    expect(addressOf({ ...source, linkable: true })).toBe('http://mirror.cn');
    expect(citation(sourceReference(source)).url).toBeUndefined();
  });
  it('come in either edition', () => {
    expect(citeSource(source)).toBe('题名[EB/OL]. 人民网（2020）.');
    expect(citeSource(source, '2015')).toBe('题名[EB/OL]. 人民网(2020).');
    expect(citeWork(workSchema.parse({ id: 'x', type: 'book', author: '某某', title: '书名', publisher: '人民出版社', sources: ['x'] }))).toBe('某某. 书名[M]. 人民出版社.〔出版年未见〕');
  });
});
