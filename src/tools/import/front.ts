import type { TextCollection } from '../../model/ids.ts';
import { todo, type TemplateContext } from '../new/context.ts';
import { textTemplates } from '../new/texts.ts';
import type { Byline } from './byline.ts';

/** A YAML scalar: plain where YAML reads it back as it is, else in double quotes. */
const scalar = (words: string): string => (/^[\p{L}\p{N}《“‘（〔]/u.test(words) && !/: |\s#|:$/.test(words) ? words : JSON.stringify(words));

/** The front matter of an imported text: the template's, with what the input says of title, author and origin. */
export function frontMatter(kind: TextCollection, context: TemplateContext, { title, byline, input }: { title: string | undefined; byline: Byline; input: string }): string {
  const template = textTemplates[kind](context);
  const front = template.slice(0, template.indexOf('\n---\n', 4) + 5);
  const known = [byline.author && `作者：${byline.author}`, byline.about && `作者身份：${byline.about}`, byline.origin && `原载：${byline.origin}`, byline.date && `日期：${byline.date}`].filter(Boolean);
  const origin = `# 导入自 ${input}。${known.length > 0 ? `原稿写明${known.join('；')}。` : '原稿没有写明作者和出处。'}\n# 全文刊用要得到授权；没有授权的，只摘引并注明出处。先登记出处，再照实填 class。`;
  return front
    .replace('---\n', () => `---\n${origin}\n`)
    .replace(`title: ${todo('标题')}`, (line) => (title ? `title: ${scalar(title)}` : line))
    .replace(/^class: .*$/m, (line) => (byline.author || byline.origin ? 'class: 原文' : line));
}
