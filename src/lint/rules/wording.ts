import { position, type Problem } from '../problem.ts';
import type { Corpus } from '../corpus.ts';

/** A form that must not stand in Chinese text; `find` matches it at its exact place. */
interface Pattern {
  rule: string;
  find: RegExp;
  message: (found: string) => string;
  hint: string;
}

const han = String.raw`\p{Script=Han}`;
const fullWidth: Record<string, string> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）' };

/** Adding a rule of wording is adding a row. */
const patterns: Pattern[] = [
  {
    rule: 'half-width-punctuation',
    find: new RegExp(`(?<=[${han}\\u201d\\u2019》）])[,;:!?()]|[,;!?()](?=${han})`, 'gu'),
    message: (found) => `汉字旁用了半角标点“${found}”`,
    hint: '改成全角',
  },
  {
    rule: 'straight-quotes',
    find: new RegExp(`(?<=${han})["']|["'](?=${han})`, 'gu'),
    message: () => '汉字旁用了直引号',
    hint: '外层用“ ”，内层用‘ ’',
  },
  {
    rule: 'redaction',
    find: new RegExp(`[×✕]{2,}|(?<=${han})\\*(?=${han})|(?<![*\\w])\\*(?=${han}{1,4}经验)`, 'gu'),
    message: (found) => `有遮盖的名字或占位“${found}”`,
    hint: '查到真名写真名，查不到就不写这一句',
  },
  { rule: 'unverified', find: /待核|待补|待查|待定稿/gu, message: (found) => `页面上不能留“${found}”`, hint: '核实后写，核实不了就删去' },
  { rule: 'unverified', find: /〔待写[^〕\n]*〕?|待写/gu, message: (found) => `还没有填写：${found}`, hint: '换成内容；用不着就整行删去' },
  {
    rule: 'ellipsis',
    find: new RegExp(`(?<=${han})(?:\\.{3,}|。{2,})`, 'gu'),
    message: (found) => `省略号写成了“${found}”`,
    hint: '省略号是……（六点，占两格）',
  },
  {
    rule: 'typed-space',
    find: new RegExp(`(?<=${han}) +(?=\\d)|(?<=\\d) +(?=${han})`, 'gu'),
    message: () => '汉字与数字之间打了空格',
    hint: '删去空格，间隙由样式留',
  },
  {
    rule: 'bare-url',
    find: new RegExp(`https?://[\\w./?=&#%-]*[，。；：、）》${''}\\p{Script=Han}]`, 'gu'),
    message: () => '网址把后面的中文也吞进去了',
    hint: '写成 [文字](网址)，或在网址后空一格',
  },
];

/** YAML fields that hold records, not words for readers. */
const record = /^\s*(?:- )?(?:id|url|date|updated|sources|topics|places|work|ids|raw|order|verified|linkable|tier|type):/;

/** Blanks out, keeping every position, what is not prose: comments, keys and records of YAML, component tags, marks. */
function prose(raw: string, isYaml: boolean, bodyOffset: number): string {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  const yaml = (text: string) =>
    text
      .split('\n')
      .map((line) => {
        if (record.test(line) || /^\s*#/.test(line)) return blank(line);
        const key = /^(\s*(?:- )?[A-Za-z]+:\s*)(.*)$/.exec(line);
        const value = (key ? key[2] : line.replace(/^(\s*)- /, '$1  ')) ?? '';
        const lead = key ? blank(key[1] ?? '') : '';
        // Flow style and quoting belong to YAML, not to the words.
        return lead + (/^\s*[[{]/.test(value) || /^\s*- \{/.test(line) ? blank(value) : value.replace(/^(\s*)["'](.*)["']\s*$/, '$1 $2 '));
      })
      .join('\n');
  if (isYaml) return yaml(raw);
  const body = raw
    .slice(bodyOffset)
    .replace(/<\/?[A-Za-z][^>]*>/g, blank)
    .replace(/\[\^[^\]\s]+\]:?/g, blank)
    .replace(/\]\([^)\s]*\)/g, blank);
  return yaml(raw.slice(0, bodyOffset)) + body;
}

/** Punctuation, quotation marks, redactions and leftovers in every text that readers see. */
export function wordingRule(corpus: Corpus): Problem[] {
  const files = [
    ...corpus.texts.map((text) => ({ file: text.file, raw: text.raw, words: prose(text.raw, false, text.bodyOffset) })),
    ...corpus.entryFiles.map((file) => ({ file: file.file, raw: file.raw, words: prose(file.raw, true, 0) })),
  ];
  return files.flatMap(({ file, raw, words }) =>
    patterns.flatMap(({ rule, find, message, hint }) =>
      [...words.matchAll(find)].map((match): Problem => {
        const wide = fullWidth[match[0]];
        return { file, ...position(raw, match.index), level: '错误', message: message(match[0]), hint: wide ? `${hint}“${wide}”` : hint, rule };
      }),
    ),
  );
}
