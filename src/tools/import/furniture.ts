import { plain, weight, type Block } from './tree.ts';

/** Words that belong to the site a text was taken from. Adding a kind of furniture is adding a row. */
const patterns: { what: string; find: RegExp }[] = [
  { what: '打赏', find: /整理文档很?辛苦|赏杯茶|打赏|赞赏(?:作者|支持)/ },
  { what: '限读提示', find: /(?:免费)?(?:阅读|预览|试读)已?结束|剩余.{0,8}(?:页|内容)未(?:读|阅)|继续阅读(?:全文|需|请)|(?:展开|查看|阅读)全文$|还剩\d+页未读|开通(?:会员|VIP)|登录后.{0,6}(?:阅读|查看|下载)/ },
  { what: '下载按钮', find: /^(?:点击|立即|免费|我要)?下载(?:本)?(?:文档|全文|此文档|原文|地址|券|Word|PDF)?(?:[,，].{0,12})?$|下载文档[,，]?(?:编辑使用|方便)|(?:点击|立即|免费)下载|下载(?:积分|权限|须知|说明)|可以下载.{0,4}文档/ },
  { what: '文库栏目', find: /^(?:资源|文档|内容|文件)(?:描述|简介|介绍|属性|大小|格式|信息|预览)[:：]?$|^文档(?:编号|分类|标签)[:：]/ },
  { what: '推荐', find: /^(?:猜你(?:喜欢|想看)|相关(?:推荐|文档|阅读|资源|文章|搜索)|热门(?:推荐|文档|文章)|推荐(?:阅读|文档|文章)|大家(?:都在看|还在看|还看了)|最新(?:文档|文章)|为您推荐|更多(?:相关)?(?:文档|文章|内容|精彩))[:：>》]*.{0,6}$/ },
  { what: '计数', find: /(?:阅读量|浏览量?|点击(?:量|数|率)|下载量|收藏|点赞|评论|转发|热度)[:：]\s*\d+(?:.{0,4}(?:下载量|收藏|分享|点赞|评论)[:：]?)?/ },
  { what: '分享', find: /微信扫一扫|扫(?:一扫|码)(?:关注|分享|阅读|在手机)|^分享(?:到|至|本文)?[:：]?$|分享到(?:微信|微博|朋友圈|QQ)|长按(?:识别|二维码)|关注(?:我们|公众号|本号)/ },
  { what: '导航', find: /^(?:首页|上一篇|下一篇|上一页|下一页|返回(?:顶部|首页|列表)|当前位置|您(?:现在|当前)?的?位置|您(?:现在)?所在的?位置)(?:[:：>》].*)?$/ },
  { what: '页码', find: /^(?:第\s*)?\d+\s*(?:页)?\s*[/／]\s*(?:共\s*)?\d+\s*页?$|^[-—–]\s*\d+\s*[-—–]$|^第\s*\d+\s*页(?:\s*共\s*\d+\s*页)?$/ },
  { what: '版权和备案', find: /(?:^|[^\p{L}])(?:©|\(c\)|copyright)\s*\d{4}|[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新蒙]ICP[备证]|公网安备|版权所有|客服(?:联系|电话|QQ)|(?:QQ|微信)[:：]?\s*\d{6,}|举报(?:电话|邮箱)|本站(?:仅提供|所有资源)|如有侵权|侵权(?:请联系|必删)/iu },
  { what: '字号和打印', find: /^(?:字号|字体|字体大小)[:：]?.{0,12}$|^[【[]?(?:打印|关闭|纠错|收藏本页|打印本页|关闭窗口)(?:[】\]]?\s*[【[]?(?:打印|关闭|纠错|收藏本页|打印本页|关闭窗口))*[】\]]?$/ },
  { what: '页面提示', find: /^(?:保存成功|提交成功|复制成功|复制链接|加载中|正在加载|点击加载更多|提交|确定|取消|关闭|搜索|登录|注册|登录注册|发表评论|写评论|[×✕xX])$/ },
];

/** A block that was taken out, and why. */
export interface Removed {
  what: string;
  words: string;
}

/** The longest a line can be and still be furniture as a whole; a longer one that holds such words is only reported. */
const longest = 120;

/**
 * Takes out what belongs to a document-sharing or news site and not to the text: known phrases, and short lines that come
 * three times or more, as buttons and running heads do. Headings and tables are left; everything taken is handed on, so
 * that the author can put it back.
 */
export function removeFurniture(blocks: readonly Block[]): { kept: Block[]; removed: Removed[] } {
  const repeats = new Map<string, number>();
  const key = (block: Block) => plain(block).replace(/\s+/g, '');
  for (const block of blocks) if (block.type === 'paragraph' && weight(plain(block)) <= 20) repeats.set(key(block), (repeats.get(key(block)) ?? 0) + 1);
  const removed: Removed[] = [];
  const kept = blocks.filter((block) => {
    if (block.type !== 'paragraph' && block.type !== 'heading' && block.type !== 'list') return true;
    const words = plain(block).replace(/\s+/g, ' ').trim();
    const found = words.length > longest ? undefined : patterns.find(({ find }) => find.test(words));
    const what = found?.what ?? (block.type === 'paragraph' && weight(words) > 0 && (repeats.get(key(block)) ?? 0) >= 3 && !/[。！？]$/.test(words) ? '重复的短行' : undefined);
    // A list falls only with every one of its items.
    if (!what || (block.type === 'list' && !block.children.every((item) => patterns.some(({ find }) => find.test(plain(item).trim()))))) return true;
    removed.push({ what, words });
    return false;
  });
  return { kept, removed };
}

/** Furniture phrases that stand inside a paragraph too long to be taken out whole. */
export const furnitureIn = (words: string): string[] => (words.length > longest ? patterns.filter(({ what }) => ['打赏', '限读提示', '计数', '分享', '版权和备案'].includes(what)).flatMap(({ find }) => find.exec(words)?.[0] ?? []) : []);
