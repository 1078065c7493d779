/** Roles that GB/T 7714 does not state for the main responsibility. */
const roles = /^(?:编|整理|口述|摄|特约专家)$/;

/** Names of kinds of pages, which stand where the name of a site is not known. They are words for the reader, no publisher. */
const kindsOfPages = new Set(
  '转载页 网页 新闻 新闻网页 新闻客户端 百科网页 网络图书页 论坛 论坛帖 文库 文库站 题库网站 试题网页 网站 企业网站 学校网站 法院网站 某单位网站 地方政府网 政府网站 高校网站 高校党史馆网页 专题网页 个人博客 公众号 期刊 期刊摘要页 党建刊物 通用模板站 公开代码库中的文本 公开代码库中的图书数据 公开新闻语料收录 宁德媒体 贵州媒体 湖北天门媒体'.split(' '),
);

const parenthesis = /（([^（）]*)）/g;

/** A parenthesis after a name, not one inside it: "中央党校（国家行政学院）门户网站" is one name. */
const afterName = /（([^（）]*)）(?=等|[、，；]|$)/g;

/**
 * The authors of an entry, one by one: "田玉珏、薛伟江、李政（采访连德仁）" are three, and 采访连德仁 is a note. "等" says that
 * there are more.
 */
export function authorsOf(author: string | undefined): { authors: string[]; more: boolean; notes: string[] } {
  const notes = [...(author ?? '').matchAll(afterName)].map((match) => match[1] ?? '').filter((note) => !roles.test(note));
  const names = (author ?? '').replace(afterName, '').trim();
  const more = /[^同平均]等$/.test(names);
  const authors = names.replace(/，?等$/, more ? '' : '$&').split(/[、，；]/).map((name) => name.trim()).filter(Boolean);
  return { authors, more, notes };
}

/**
 * The name of the newspaper, journal or site in a recorded publisher, and the rest as notes: "人民日报（转载页）" is 人民日报
 * and 转载页, "宁德网转学习时报" is 宁德网 and 转学习时报. A kind of page is no name.
 */
export function publisherOf(publisher: string): { name: string | undefined; notes: string[] } {
  const inside = [...publisher.matchAll(parenthesis)].map((match) => match[1] ?? '');
  const [first = '', ...others] = publisher.replace(parenthesis, '').split(/；|，(?=.*转)/);
  const [, name = first, passed] = /^(.+?)(转.*)$/.exec(first) ?? [];
  const notes = [...others, ...inside];
  if (kindsOfPages.has(name) || kindsOfPages.has(first)) return { name: undefined, notes: [first, ...notes] };
  return { name, notes: passed && passed !== '转' ? [passed, ...notes] : notes };
}
