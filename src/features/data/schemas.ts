import { z } from 'zod';
import { isoDate, isoDateOrRange } from '../../model/dates.ts';
import { id } from '../../model/ids.ts';
import { provenance } from '../../model/texts.ts';

/** A row knows its page: below the base of the site, or absolute where the build knew the site's address. */
const address = z.string().min(1).describe('本站页面的网址；建站时没有填网址的，从网站根目录写起');
const topics = z.array(z.string()).describe('所属主题的名称');
const places = z.array(z.string()).describe('涉及的地点');
const dateNote = z.string().optional().describe('没有日期时，写明为什么没有');

const source = z.strictObject({
  id: id.describe('出处编号，与出处总表相同'),
  title: z.string().describe('题名'),
  described: z.boolean().describe('题名是否为本站所拟：未见原题时为 true'),
  author: z.string().optional().describe('责任者'),
  publisher: z.string().describe('刊发者'),
  date: isoDateOrRange.optional().describe('刊发日期'),
  url: z.string().optional().describe('原文网址；只有能够外链的才写'),
});
const sources = z.array(source).describe('出处，至少一个').min(1);

const quote = z.strictObject({
  id: id.describe('论述编号，发布后不变'),
  address,
  text: z.string().describe('原文，逐字登记，不含外层引号'),
  speaker: z.string().describe('说话人'),
  relay: z.string().optional().describe('转述人；不是本人讲稿而由别人转述时才写'),
  office: z.string().optional().describe('当时的职务'),
  date: isoDateOrRange.optional().describe('日期，写到来源所见的那一级；起止写成两个日期加斜线'),
  dateNote,
  occasion: z.string().describe('场合'),
  work: z.string().optional().describe('收入的文献'),
  page: z.string().optional().describe('文献页码'),
  pages: z.union([z.literal(1), z.literal(2)]).describe('2：两处以上页面所见文字相同；1：一处'),
  sameOrigin: z.boolean().describe('几处页面是否同出一源；同出一源的不算互相印证'),
  note: z.string().optional().describe('辨析'),
  topics,
  places,
  sources,
});

const caseHistory = z.strictObject({
  id: id.describe('案例编号，发布后不变'),
  address,
  title: z.string().describe('题名'),
  summary: z.string().describe('摘要'),
  class: provenance.describe('文字的性质'),
  updated: isoDate.describe('内容日期'),
  version: z.string().describe('版本号，与讲义上印的相同'),
  questions: z.array(z.string()).describe('研讨题'),
  topics,
  places,
  sources: z.array(source).describe('正文所用的出处'),
});

const term = z.strictObject({
  id: id.describe('名词编号，发布后不变'),
  address,
  term: z.string().describe('名词'),
  aliases: z.array(z.string()).describe('又作'),
  definition: z.string().describe('本站所写的解释'),
  topics,
  sources,
});

const event = z.strictObject({
  id: id.describe('大事编号，发布后不变'),
  address,
  date: isoDateOrRange.describe('日期，写到来源所见的那一级；起止写成两个日期加斜线'),
  title: z.string().describe('大事'),
  text: z.string().optional().describe('说明'),
  note: z.string().optional().describe('各家记述不一等情况'),
  topics,
  places,
  sources,
});

/** The public rows by the name of their file below /data/. */
export const rowSchemas = { quotes: quote, cases: caseHistory, terms: term, timeline: event } as const;
export type DataName = keyof typeof rowSchemas;
export type Row<Name extends DataName> = z.infer<(typeof rowSchemas)[Name]>;
export const dataNames = Object.keys(rowSchemas) as DataName[];
export const dataTitles: Record<DataName, string> = { quotes: '论述', cases: '案例', terms: '名词', timeline: '大事' };

/** What stands around the rows of a file. */
export const fileSchema = (name: DataName) =>
  z
    .strictObject({
      $schema: z.string().describe('本文件规格（JSON Schema）的网址'),
      site: z.string().describe('网站名称'),
      licence: z.string().describe('使用条件'),
      count: z.number().int().describe('条数'),
      items: z.array(rowSchemas[name]).describe('各条'),
    })
    .meta({ title: dataTitles[name] });

/** Words on what others may do with the rows; the same on the page and in every file. */
export const licence = '程序和规格文件按MIT许可证开放。讲话、公文和报刊文字的权利属于原作者，这里只作注明出处的短引；转用请保留出处。';
