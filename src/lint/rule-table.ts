import { rules } from './check.ts';

export const startMark = '<!-- 规则表：由 npm run lint -- --rules 生成，不要手改 -->';
export const endMark = '<!-- 规则表完 -->';

/** The table of all rules as it stands in the author's handbook. */
export const ruleTable = (): string =>
  ['| 规则 | 级别 | 查什么 | 能否免检 |', '|---|---|---|---|', ...rules.map(({ name, level, what, exemptible }) => `| \`${name}\` | ${level} | ${what} | ${exemptible ? '能' : ''} |`)].join('\n');

/** The handbook with its table renewed. Throws when the marks that enclose the table are gone. */
export function withRuleTable(handbook: string): string {
  const from = handbook.indexOf(startMark);
  const to = handbook.indexOf(endMark);
  if (from < 0 || to < from) throw new Error(`content/README.md 里没有“${startMark}”和“${endMark}”这两行`);
  return `${handbook.slice(0, from + startMark.length)}\n\n${ruleTable()}\n\n${handbook.slice(to)}`;
}
