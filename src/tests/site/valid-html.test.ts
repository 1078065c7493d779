import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, it } from 'vitest';
import { builtPages } from './dist.ts';
import { htmlRules } from './html-rules.ts';

const validator = new HtmlValidate(new StaticConfigLoader(htmlRules));

async function faults(html: string, path: string): Promise<string[]> {
  const { results } = await validator.validateString(html, path);
  return results.flatMap(({ messages }) => messages.map(({ line, column, ruleId, message, selector }) => `${path}:${line}:${column} ${message} [${ruleId}] ${selector ?? ''}`));
}

it('is valid HTML on every page', async () => {
  const found: string[] = [];
  for (const { path, html } of builtPages()) found.push(...(await faults(html, path)));
  expect(found).toEqual([]);
}, 300_000);

it('is told from HTML that is not', async () => {
  const page = (body: string) => `<!DOCTYPE html><html lang="zh-Hans-CN"><head><meta charset="utf-8"><title>页</title></head><body>${body}</body></html>`;
  expect(await faults(page('<p id="12-a">甲</p>'), '/')).toEqual([]);
  for (const wrong of ['<p><div>甲</div></p>', '<button>甲</button>', '<p id="a">甲</p><p id="a">乙</p>', '<ul><p>甲</p></ul>', '<label for="gone">甲</label>', '<a href="/"><button type="button">甲</button></a>']) expect(await faults(page(wrong), '/'), wrong).not.toEqual([]);
});
