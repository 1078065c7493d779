/**
 * A page of a document-sharing site as users meet it: two essays run together in one line, half-width marks, starred names,
 * furniture around. Made up for the tests: village, people and paper are invented. Only the quotation is real.
 */
const opening = '“亮水工程”是柳湾县委在试点村一手抓起来的一项办事制度。“亮水工程”办事制度从田头来又回到田头去,把找水、引水、护水三件事连成一条线';
const weather = '抗旱的活计又添了新花样,光靠一个人跑腿已经不够用了';

const first = [
  `把‘亮水工程’的办法学到手,当好村里的明白人交流发言${opening},村里人都记得当初怎样起步。随着这几年雨水变化,${weather}。照着去做要守住“三个先后”。`,
  '一、守住“先听后说”。*村的老支书进门先问缸里有没有水,再谈账本上的数字。他常念叨“当年‘三进下党’的场景,我至今还历历在目”,年轻人听了都记在本子上;作为“*渠”的管水员,我先后七次到*组,听**户讲各自的难处。哪一家的田在坡上,哪一家的劳力在外头,都写在巴掌大的本子里,回来照着本子排先后。',
  '二、守住“先看后定”。渠首在哪里塌了一截,要走到跟前量过才算数。量出来是3.5米,就写3.5米,不写“几米”。水泥多少袋、石头多少方、工钱怎样算,当着大家的面一样一样念,念完了请两位户主签字,谁家不同意就先放一放,过两天再去谈。',
  '三、守住“先小后大”。先修通一条毛渠,再谈一条干渠(钱要一笔一笔公布)。毛渠通水那天,请全组的人沿渠走一趟,看看哪里漏、哪里淤,当场分工。只有这样,为*渠出的每一分力才落得了地!往后轮到谁管水,照着本子接着管,不从头来过。',
].join('');

const second = [
  `学习“亮水工程”守住“四个不走”县里和乡里把试点的做法叫作“亮水工程”,${opening.slice(6)},是对老办法的接着做、换着做。${weather},要几家一起想法子。`,
  '水不到田不走。管水员守在末级渠口,看见水进了最后一块田,才在单子上画勾。账不公布不走。每修一段渠,用了几袋水泥、几个工,当天写在祠堂外面的黑板上,谁有疑问谁就来问。',
  '人不教会不走。闸门怎样开、怎样关、汛期怎样看水尺,手把手教给两个接班的青年,教到能独自值夜为止。话不说清不走。哪一段今年修、哪一段明年修、为什么,一户一户讲明白,不留糊涂话。',
].join('');

const byline = '(作者系柳湾县水务局副局长)作者:水长清,来源:《柳湾农讯》阅读量:512下载量:0收藏:9分享:微信扫一扫看全文提交';

/** The page as text. */
export const gluedPage = [
  '把‘亮水工程’的办法学到手,当好村里的明白人交流发言参考范文',
  '编写不易,打赏一杯清茶再走吧!',
  '试读已结束,登录后下载 ...',
  '文档简介',
  first + second + byline,
  '1 / 4\n下载本文档,方便编辑',
  '©2001-2002 m.example.com 虚构文档.',
  '备案号:鲁ICP备00000000号-1 客服QQ:0000000000',
  '×\n提交成功',
].join('\n\n');

/** Half-width commas of the page that belong to its text: the first title once, the two essays without the byline. */
export const gluedCommas = (first + second).split(',').length - 1;

/** Places where names are starred out. */
export const gluedStars = 5;
