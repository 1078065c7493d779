/** One rule of Chinese typesetting with a live specimen. `html` is shown as a reader meets it in a text. */
export interface Specimen {
  id: string;
  rule: string;
  /** What CLREQ or the standard asks, and what this site does. */
  how: string;
  html: string;
}

const p = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('');

/** The sentences are made up for this page; they speak of reading and printing only. */
export const specimens: readonly Specimen[] = [
  { id: 'indent', rule: '段首缩进', how: '段首空两个字。窄到一行不足十五字才改空一个字，本站最窄的320像素上一行还有十五个字，所以都空两个字。', html: p('讲义先读一遍，再挑出要念的几段，会上就不慌了。') },
  { id: 'gap', rule: '段间', how: '排版要求说，有了缩进，段间不再空行；适老化要求段间宽于行间。本站取中：段间多0.6个字，大字模式再加宽。', html: p('第一段说清要学什么。学习前把材料印好，人手一份，老同志用大字版。', '第二段说清怎么学。先读原文，再讲体会，最后提问题，各留一点时间。') },
  { id: 'leading', rule: '行距', how: '要求行间为字高的一半到一倍；本站正文行高1.9倍。', html: p('行与行之间留得够宽，眼睛从一行的末尾回到下一行的开头，就不会串到别的行上去，念稿子的人抬头再低头，也找得到刚才念到的地方。') },
  { id: 'measure', rule: '行长', how: '以字数定行长，宽屏上正文一行34个字，不随窗口一直变宽。', html: p('一行太长，读到末尾要转头；一行太短，句子被切得很碎。宽屏上一行就排这么多字，多出来的地方留白，或者放出处，窗口再拉宽，这一行也不会跟着变长，打印时另按纸宽排。') },
  { id: 'justify', rule: '两端对齐', how: '正文两端对齐，末行不拉开；表格和窄栏左对齐。', html: p('左边齐，右边也齐，段落看上去是一块整的；只有最后一行不拉开，写到哪里就停在哪里，不会把五六个字撑满一整行，读的人一看就知道这一段完了。') },
  { id: 'start', rule: '避头尾', how: '句号、逗号、顿号、后引号、后括号不排在行首，前引号、前括号、前书名号不排在行末，取最严的一级。', html: p('问：“材料、讲义、表格（包括空表）、照片，都带了吗？”答：“带了，讲义《怎样开会》、表格《签到》《记录》，还有笔、纸、水。”又问：“钥匙呢？”“也带了（在门卫室）。”这样问一遍，缺什么，当场就知道；到了会上，“忘了带”“没有印”“找不到”，就都不会有了。') },
  { id: 'dash', rule: '破折号和省略号', how: '破折号、省略号各占两个字，不从中间断开，也不排在行首。', html: p('会前要做的事——印讲义、排座位、试话筒……一件一件写在纸上；会后要做的事——整理记录、回答问题、归还材料……也写在同一张纸上，做完一件——划掉一件。') },
  { id: 'squeeze', rule: '标点挤压', how: '两个标点相连，合占一个半字。Chromium 123起的浏览器照做，别的浏览器各占一个字。', html: p('书（《读法》）、表（《签到》）。', '问：“（在吗）？”“在。”') },
  { id: 'end', rule: '行末标点', how: '国标允许行末标点只占半个字。浏览器只收拢后引号、后括号，句号、逗号仍占一个字，本站不另外处理；标点也不伸出版心之外。', html: p('这一段专看行末，逗号在行末，句号在行末。后引号在行末，“像这样的，”“还有这样的。”都不会伸到右边的空白里，也不会掉到下一行的开头。') },
  { id: 'latin', rule: '汉字与西文、数字', how: '汉字与西文、数字之间由浏览器留八分之一字的缝，行首行末和标点旁边不留；原稿里不打空格，检索和复制都不受影响。', html: p('讲义用A4纸双面印，正文12磅，大字版18磅；PDF和Word两种文件，2026年起每页都有，见第3章、第15页。') },
  { id: 'widow', rule: '末行不留单字', how: '段末一行不少于两个字，打印时一段不把单独一行留在另一页。较新的浏览器照做。', html: p('段落的最后一行如果只剩一个字，看上去像漏排，读到那里会停一下，所以要让它同前面的字一起走。', '再看一段，长短同上一段差一点，最后一行也不许只剩下一个字和一个句号，少了就从上一行借过来。') },
  { id: 'quotes', rule: '引号', how: '外面用双引号，里面用单引号。一段引文有几段的，每段开头都有前引号，末段才有后引号。', html: p('组长说：“先念题目，再念‘要点’，最后念‘研讨题’。', '“念完停一停，等人举手。没有人举手，就从‘要点’的第一条问起。”') },
  { id: 'block', rule: '成段引文', how: '成段引文用楷体，左边缩进，与正文隔开。', html: '<figure class="quote"><blockquote><p>“材料是给人看的，不是给人数的；印得少，看得完，比印得多、没人看要好。”</p></blockquote><figcaption>样文，本页自拟</figcaption></figure>' },
  { id: 'emphasis', rule: '着重', how: '着重用字下的点，不用斜体。', html: p('会前<em>一定</em>要通读一遍，会上<em>不要</em>从头念到尾。') },
  { id: 'faces', rule: '字体分工', how: '正文黑体，标题宋体，引文楷体，公文版正文仿宋。只用读者设备上有的字体，不下载字体文件，所以不同的设备上字形不同，分工相同。', html: '<p class="faces"><span class="hei">正文黑体</span><span class="song">标题宋体</span><span class="kai">引文楷体</span><span class="fang">公文仿宋</span></p>' },
  { id: 'marks', rule: '出处标号', how: '出处标号跟着它的句子，不排到下一行的行首，几个标号连着也不断开。', html: p('第一句有一个出处。<sup class="ref"><a href="#marks">[1]</a></sup>第二句写得长一点，出处有两个，正好排在行末附近。<sup class="ref"><a href="#marks">[2]</a></sup><sup class="ref"><a href="#marks">[3]</a></sup>第三句又短了。<sup class="ref"><a href="#marks">[4]</a></sup>第四句说到别的地方去，再绕回来，也有一个。<sup class="ref"><a href="#marks">[5]</a></sup>第五句收住。<sup class="ref"><a href="#marks">[6]</a></sup>') },
];
