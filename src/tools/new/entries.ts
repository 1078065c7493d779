import type { EntryCollection } from '../../model/schemas.ts';
import { todo, todoId, type TemplateContext } from './context.ts';

const topicLine = ({ topics }: TemplateContext) => `  # 主题编号：${topics.map(({ id, short }) => `${id} ${short}`).join('，')}
  topics: [${topics[0]?.id ?? todoId}]`;
const sources = `  # 出处编号，登记在 sources.yaml，至少一个
  sources: [${todoId}]`;
const date = `  # 日、月、年或起止：2019-08-04、2019-08、2019、2019-08-01/2019-08-04`;

const quote = (context: TemplateContext) => `- id: ${context.id}
  # 逐字照录，标点也照原文，至少四个字
  text: ${todo('原话')}
  speaker: ${todo('说话人')}
  # 由别人转述的，写明谁转述
  # relay: 某某转述
  # 当时的职务
  # office: 宁德地委书记
${date}
  date: '2019-08-04'
  # 没有日期的，删去 date，说明为什么没有
  # dateNote: 原话日期未注
  occasion: ${todo('什么场合，或者哪一篇')}
  # 文献编号和页码
  # work: w-batp
  # page: 第1页
  # 2：在两处以上页面见到同样的文字；1：只见一处
  verified: 1
  # 各处页面转的是同一篇，写 true
  sameOrigin: false
${sources}
${topicLine(context)}
  # places: [p2-xiadang]
  # 各处文字有出入、要交代的
  # note: 说明
  # 核对记录，由 npm run check-quotes -- ${context.id} 写入，不手写
  # checked: {on: '2026-11-25', print: 00000000}
`;

/** Bibliographic elements that few entries have. */
const imprint = `  # 出版地、卷、期、版次或页码、编号、看到网页的日子，见到才写
  # place: 北京
  # volume: 4
  # issue: 2
  # page: 第1版
  # number: 编号
  # accessed: '2026-11-25'
`;

const source = ({ id }: TemplateContext) => `- id: ${id}
  # newspaper 报纸，web 网页，journal 期刊，book 图书，thesis 学位论文，report 报告，archive 档案，law 法规公文，standard 标准，document 其他
  type: newspaper
  title: ${todo('原题，照录')}
  # 没有见到原题、title 是内容说明的，写 true
  described: false
  # author: 作者
  publisher: ${todo('刊发者，转载的写明转载页')}
  # 日、月、年或起止
  date: '2019-08-04'
  # 没有日期的，删去 date，说明
  # dateNote: 约2023年
  # 见到的网址，只作记录；linkable: true 才成为外链
  # url: https://example.org/
  linkable: false
  # 上一次打开核对外链的日子
  # checkedOn: '2026-11-25'
  # primary 首发媒体或官方页面，secondary 转载
  tier: secondary
  # 转载页写明原刊
  # original: 原刊
${imprint}`;

const work = ({ id }: TemplateContext) => `- id: ${id}
  # book 图书，chapter 书中一篇，newspaper 报纸文章，journal 期刊文章，speech 讲话，thesis、report、archive、law、standard、document
  type: book
  title: ${todo('题名')}
  # author: 作者
  # translator: 译者
  # 书中一篇：收在哪本书，书的编者
  # host: 摆脱贫困
  # hostAuthor: 编者
  # edition: 第2版
  # newspaper: 人民日报
  # journal: 期刊名
  # publisher: 出版社
  # year: '1992'
  # date: '2019-08-04'
  # isbn: 没有核实就不写
  # note: 说明
${imprint}${sources}
`;

const term = (context: TemplateContext) => `- id: ${context.id}
  term: ${todo('名词')}
  # 别的叫法
  # aliases: [别名]
  def: ${todo('释义，自己写，一两句说清')}
  # 太常见、不自动加链接的写 false
  autolink: true
${topicLine(context)}
${sources}
`;

const event = (context: TemplateContext) => `- id: ${context.id}
${date}
  date: '2019-08-04'
  title: ${todo('一件事，一句话')}
  # text: 经过；各家记载不同的写在这里
${sources}
${topicLine(context)}
  # places: [p2-xiadang]
  # note: 说明
`;

const place = ({ id }: TemplateContext) => `- id: ${id}
  name: ${todo('地名')}
  # 现在的隶属，事情发生时的隶属
  # adminNow: 福建省宁德市寿宁县
  # adminThen: 福建省宁德地区寿宁县
  # 经纬度，取到0.01度左右
  # lat: 26.89
  # lon: 120.01
  # note: 说明
${sources}
`;

const topic = ({ id, order }: TemplateContext) => `- id: ${id}
  name: ${todo('主题全称')}
  # 不超过六个字
  short: 待写
  # overview 总论，pillar 四项之一，cross 贯穿各项
  kind: cross
  order: ${order}
  lead: ${todo('一句话：这里能看到什么')}
`;

const series = ({ id }: TemplateContext) => `- id: ${id}
  title: ${todo('数据的名称')}
  unit: ${todo('单位')}
  # 各项口径差得太远、画成长短会误导的，写 comparable: false，只出表格
  # comparable: false
  # note: 口径有变化的，在这里说明
  points:
    # 按年的写 year，不按年的写 label
    - year: 2019
      value: 0
      # 出处不是一个确数的，照出处写，如 15以上；没有数的，写为什么没有
      # shown: 15以上
      # label: 项目名
      # 这个数数的是什么
      indicator: ${todo('口径')}
      # 同一项的另一种记载，写 alt: true
      # alt: true
      # note: 据某报
      sources: [${todoId}]
`;

const misquote = ({ id }: TemplateContext) => `- id: ${id}
  kind: ${todo('错在哪一类：字句、次序、出处、日期')}
  wrong: ${todo('读者会见到的错法，写成句子')}
  right: ${todo('对的是什么，写成句子')}
  # 常见：确实见到有人这样写；易混：只是容易弄混
  seen: 易混
  # 机器能查的错误字样；只在某些词旁边才算错的，用 near
  # forms:
  #   - text: 错误的字样
  #     near: [旁边的词]
  #     # 同一句里有这些词，就是在讲这个错，不算
  #     unless: [误作, 不是]
  # 只有一种正确写法时写
  # correct: 正确的字样
  # 相关的论述编号
  # quotes: [q-huixin-lili]
${sources}
`;

const formulation = ({ id }: TemplateContext) => `- id: ${id}
  # order 固定的次序，parts 固定的并列，wording 不再用的写法，office 职务；下面各写各的
  kind: wording
  # 错误：不能构建；提醒：只提示
  level: 提醒
  message: ${todo('正确的是什么，写给作者看')}
${sources}
  # wording：不再用的写法
  text: ${todo('不再用的写法')}
  # order、parts：各项的全称，次序不变
  # items: [第一项, 第二项]
  # parts：每一项怎样开头，旁边有哪些词才算
  # begins: 无
  # near: [五无]
  # office：谁、什么职务、还写作什么、从哪天到哪天、是否只知道这段时间在任、容易误作什么
  # person: 某人
  # office: 职务
  # also: [职务的别称]
  # from: '1988-06'
  # to: '1990-05'
  # seen: false
  # wrong: [误作的职务]
`;

/** The template of one entry of each YAML collection but plans, which have files of their own. */
export const entryTemplates: Record<Exclude<EntryCollection, 'plans'>, (context: TemplateContext) => string> = {
  quotes: quote, sources: source, works: work, glossary: term, timeline: event, places: place, topics: topic, series, misquotes: misquote, formulations: formulation,
};

/** Turns a template into comments: the file stays as valid as it was until the author takes the marks away. */
export const commented = (template: string): string => template.replace(/^.*$/gm, (line) => (line ? `# ${line}` : line));
