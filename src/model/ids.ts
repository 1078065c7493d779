import { z } from 'zod';

/** Every collection of the library, with the word readers and authors use for it. */
export const collections = {
  lessons: '学习材料',
  cases: '案例',
  essays: '参考文章',
  forms: '工具表单',
  plans: '学习方案',
  quotes: '论述',
  sources: '出处',
  works: '文献',
  glossary: '名词',
  timeline: '大事',
  places: '地点',
  topics: '主题',
  series: '数据',
  misquotes: '误引',
  formulations: '规范表述',
} as const;

export type CollectionName = keyof typeof collections;

/** Collections whose texts are MDX files; the file name is the address. */
export const textCollections = ['lessons', 'cases', 'essays', 'forms'] as const;
export type TextCollection = (typeof textCollections)[number];

/** ASCII kebab-case, at most 60 characters: WeChat and QQ break Chinese addresses when they are passed on. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const id = z
  .string()
  .regex(idPattern, '编号只能用小写字母、数字和连字符')
  .max(60, '编号不超过60个字符');

/** A reference to an entry of another collection. Astro lets a dangling one pass, so the content lint reads `idOf`. */
export const idOf = (collection: CollectionName) => id.meta({ idOf: collection });
