/**
 * Verbs that tell of something done and on record. A verb after 要、能、怎样、不 or in a plan is not an act; a machine can
 * only guess, so the list keeps to words that rarely stand in advice and comment.
 */
const verbs = [
  '主持召开|主持了|召开了?|召集了?|开过?会|开了会|作出|作了|作过|讲过|讲到|说过|写道|写信|回了?信|题词|批示|批了|印发|下发|发布|刊发|刊出|播发|登出',
  '决定|议定|商定|要求|提出|部署|通过了|答复了|答应|解决了|办结了?|办成了|办完了|处理了|受理了?|接待了|接访了|走访了?|看望|慰问|察看|视察|考察了',
  '建成|修通|修好|通车|通电|开工|竣工|成立了?|设立了?|挂牌|搬到|搬进|迁入|迁到|住进|拨了|拨款|拨给|投资|投入了|拿出|带去|带来|送去|送给|筹到|贷了',
  '到任|调任|离任|出任|调到|当选|上任|获得|获评|脱了贫|脱贫摘帽|改名|复刊|停刊|创办|推广到|实行了?|推行了?|恢复了|增加到|减少到|下降到|上升到',
];
/** 去、到、赴 with a place behind them: 到县里、去村部、赴现场. */
const going = /(?:到了?|去了?|赴|走进|来到|回到|走到)(?:\p{Script=Han}{0,6})(?:县|乡|镇|村|市|区|省|北京|村部|现场|山上|地里|家里|户)(?!级)/u;
/** Words that set a sentence in the time of the case, and figures written in characters. */
const then = /当天|当晚|当日|当年|那天|那年|这一天|第二天|次日|头一天|会后|此后|后来|从此|已经|曾经?|同年|同月|清早|早上|午后|夜里|起初|原来|[两三四五六七八九十百千]+(?:多|余)?(?:户|名|亩|公里|里路|年|天|个月|小时|个县|个乡|个村|人次|分之[一二三四五六七八九])/gu;
const acts = new RegExp(verbs.join('|'), 'gu');
/** What makes a verb a wish, a rule, a question or a negation rather than a record. */
const notDone = /(?:要|应|该|可以|可|能|能够|必须|须|怎样|如何|谁|哪|不|没有|未|别|再|才|就|先|请|让|每|凡|如果|假如|一旦|以后|下一次|今后|准备|打算)\p{Script=Han}{0,4}$/u;

/** The verb by which a sentence tells of an act, if it seems to. */
export function actOf(words: string): string | undefined {
  for (const match of words.matchAll(acts)) if (!notDone.test(words.slice(0, match.index))) return match[0];
  const went = going.exec(words);
  if (went && !notDone.test(words.slice(0, went.index))) return went[0];
  for (const match of words.matchAll(then)) if (!notDone.test(words.slice(0, match.index))) return match[0];
  return undefined;
}
