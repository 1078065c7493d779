import { z } from 'zod';
import { isoDate, isoDateOrRange } from './dates.ts';
import { id, idOf } from './ids.ts';

const sources = z.array(idOf('sources')).min(1, '至少写一个出处');

/** Either a date, or words that say why there is none. */
const dated = <Shape extends z.ZodObject>(shape: Shape) =>
  shape.refine((entry) => 'date' in entry && entry.date !== undefined ? true : Boolean((entry as { dateNote?: string }).dateNote), {
    message: '没有日期时要写 dateNote，说明为什么没有',
    path: ['date'],
  });

export const quote = dated(
  z.strictObject({
    id,
    /** The words, to the character, as seen on the recorded pages. */
    text: z.string().min(4),
    speaker: z.string().min(2),
    /** Who passes the words on, when they are not the speaker's own record (转述). */
    relay: z.string().optional(),
    /** Office held at that date. */
    office: z.string().optional(),
    date: isoDateOrRange.optional(),
    dateNote: z.string().optional(),
    occasion: z.string().min(2),
    work: idOf('works').optional(),
    page: z.string().optional(),
    /** 2: the same wording on two or more pages; 1: on one. */
    verified: z.union([z.literal(1), z.literal(2)]),
    /** The pages reprint one text, so they do not confirm each other independently. */
    sameOrigin: z.boolean().default(false),
    sources,
    topics: z.array(idOf('topics')).min(1),
    places: z.array(idOf('places')).default([]),
    note: z.string().optional(),
    /** When the words were last compared with their sources, and the fingerprint of what was compared; `npm run check-quotes` writes it. */
    checked: z.strictObject({ on: isoDate, print: z.string().regex(/^[0-9a-f]{8}$/, '指纹由 npm run check-quotes 写入，不手写') }).optional(),
  }),
);

/** What both kinds of bibliographic entry may have; which element goes where is GB/T 7714's business, see features/citation. */
const imprint = {
  place: z.string().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  /** Pages of a book or journal; the printed page (版次) of a newspaper. */
  page: z.string().optional(),
  /** Number of a standard, an archive file or an official document. */
  number: z.string().optional(),
  /** The day on which an online source was seen, where somebody wrote it down. */
  accessed: isoDate.optional(),
};

const imprintTypes = ['book', 'newspaper', 'journal', 'thesis', 'report', 'archive', 'law', 'standard', 'document'] as const;

export const source = z.strictObject({
  id,
  type: z.enum([...imprintTypes, 'web']),
  title: z.string().min(2),
  /** The title is our description, because the original headline was not seen. */
  described: z.boolean().default(false),
  author: z.string().optional(),
  publisher: z.string().min(2),
  date: isoDateOrRange.optional(),
  dateNote: z.string().optional(),
  /** The page that was seen: a record. It becomes a link only when `linkable`. */
  url: z.string().optional(),
  linkable: z.boolean(),
  /** The day on which someone last opened the address and found the page there. */
  checkedOn: isoDate.optional(),
  tier: z.enum(['primary', 'secondary']),
  original: z.string().optional(),
  ...imprint,
});

export const work = z.strictObject({
  id,
  type: z.enum([...imprintTypes, 'chapter', 'speech']),
  title: z.string(),
  author: z.string().optional(),
  translator: z.string().optional(),
  host: z.string().optional(),
  hostAuthor: z.string().optional(),
  edition: z.string().optional(),
  newspaper: z.string().optional(),
  journal: z.string().optional(),
  publisher: z.string().optional(),
  year: z.string().optional(),
  date: isoDateOrRange.optional(),
  isbn: z.string().optional(),
  note: z.string().optional(),
  sources,
  ...imprint,
});

export const term = z.strictObject({
  id,
  term: z.string().min(2),
  aliases: z.array(z.string()).default([]),
  def: z.string().min(6),
  /** Whether its first use in a text is linked. False for words so common that links would be noise. */
  autolink: z.boolean().default(true),
  topics: z.array(idOf('topics')).default([]),
  sources,
});

export const event = z.strictObject({
  id,
  date: isoDateOrRange,
  title: z.string().min(4),
  text: z.string().optional(),
  sources,
  topics: z.array(idOf('topics')).default([]),
  places: z.array(idOf('places')).default([]),
  note: z.string().optional(),
});

export const place = z.strictObject({
  id,
  name: z.string(),
  adminNow: z.string().optional(),
  adminThen: z.string().optional(),
  /** Degrees, good to about 0.01. */
  lat: z.number().min(3).max(54).optional(),
  lon: z.number().min(73).max(136).optional(),
  note: z.string().optional(),
  sources: z.array(idOf('sources')).default([]),
});

export const topic = z.strictObject({
  id,
  name: z.string(),
  short: z.string().max(6),
  kind: z.enum(['overview', 'pillar', 'cross']),
  order: z.number().int(),
  lead: z.string(),
});

export const seriesPoint = z
  .strictObject({
    year: z.number().int().optional(),
    /** Instead of the year, or beside it where the source gives no exact one. */
    label: z.string().optional(),
    value: z.number().optional(),
    /** The value in the source's own words where they are not a plain number ("15以上"), or why there is none. */
    shown: z.string().optional(),
    /** The unit of this point, where a series has several. */
    unit: z.string().optional(),
    /** What exactly was counted; a change between points must be shown. */
    indicator: z.string().optional(),
    /** The second of two values that sources give for one point. */
    alt: z.boolean().optional(),
    note: z.string().optional(),
    sources,
  })
  .refine((point) => point.value !== undefined || point.shown, { message: '没有数值时要写 shown，说明为什么没有', path: ['value'] })
  .refine((point) => point.year !== undefined || point.label, { message: '写 year 或 label', path: ['label'] });

export const series = z.strictObject({
  id,
  title: z.string(),
  unit: z.string(),
  /** False where the numbers differ in scope so much that bars side by side would mislead: they get a table only. */
  comparable: z.boolean().default(true),
  note: z.string().optional(),
  points: z.array(seriesPoint).min(1),
});

/**
 * A wording that is wrong wherever it stands, or only where one of the words of `near` is in the same sentence; never where
 * one of `unless` is: such a sentence speaks about the error.
 */
export const wrongForm = z.strictObject({ text: z.string().min(3), near: z.array(z.string()).default([]), unless: z.array(z.string()).default([]) });

export const misquote = z.strictObject({
  id,
  kind: z.string(),
  /** The error as a reader meets it, and what is right, in sentences. */
  wrong: z.string(),
  right: z.string(),
  /** Whether the wrong form was seen in circulation, or is only easily confused. */
  seen: z.enum(['常见', '易混']),
  /** Wordings a machine can look for; empty where the error is not one of wording. */
  forms: z.array(wrongForm).default([]),
  /** The right wording in place of the wrong one, where there is just one. */
  correct: z.string().optional(),
  quotes: z.array(idOf('quotes')).default([]),
  sources,
});

export type Quote = z.infer<typeof quote>;
export type Source = z.infer<typeof source>;
export type Work = z.infer<typeof work>;
export type Term = z.infer<typeof term>;
export type TimelineEvent = z.infer<typeof event>;
export type Place = z.infer<typeof place>;
export type Topic = z.infer<typeof topic>;
export type Series = z.infer<typeof series>;
export type SeriesPoint = z.infer<typeof seriesPoint>;
export type Misquote = z.infer<typeof misquote>;

/** Words that every author and reader of the site share. */
export const site = z.strictObject({
  name: z.string(),
  /** Two characters in the seal of the header. */
  seal: z.string().max(2),
  description: z.string(),
  /** ICP filing number; WeChat transcodes sites without one. Empty until the operator has it. */
  filing: z.string().default(''),
  contact: z.string().default(''),
  /** Address of the published site without a slash at its end; printed on sheets and in their QR codes. SITE in the environment goes before it. */
  address: z.union([z.literal(''), z.url().regex(/[^/]$/, '末尾不写斜线')]).default(''),
  examples: z.array(z.string()).min(1),
  /** Names of people in the texts, suggested while a reader types. */
  people: z.array(z.string().regex(/^\p{Script=Han}{2,5}$/u, '人名只写汉字')).optional(),
  /** Names that are easily misread, with a syllable for each character; shown where a reader asks for pinyin. */
  readings: z
    .record(
      z.string().regex(/^\p{Script=Han}{2,6}$/u, '词只写汉字'),
      z.string().regex(/^[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+(?: [a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+)*$/, '拼音带声调，一字一节，用空格隔开'),
    )
    .refine((readings) => Object.entries(readings).every(([word, syllables]) => syllables.split(' ').length === [...word].length), '每个字要有一个音节')
    .optional(),
  quote: idOf('quotes'),
  case: idOf('cases'),
  caseEvents: z.array(idOf('timeline')).length(3),
  /** The texts a reader who knows nothing reads first, in order, each with what it tells. */
  firstRead: z.array(z.strictObject({ kind: z.enum(['lesson', 'case']), id: z.string(), note: z.string() })).min(2).max(4),
  navigation: z.array(z.strictObject({ label: z.string(), path: z.string() })),
});
export type Site = z.infer<typeof site>;
