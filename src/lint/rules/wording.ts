import { position, type Problem } from '../problem.ts';
import { memory } from '../memory.ts';
import { statesForms } from '../forms.ts';
import { gap, passagesOf, type Passage } from '../passages.ts';
import type { Check, RuleInfo } from '../rule.ts';

/** A form that must not stand in Chinese text; `find` matches it at its exact place. */
interface Pattern extends RuleInfo {
  find: RegExp;
  /** Whether wordings and titles on record keep the form, as they were printed. */
  keptOnRecord?: boolean;
  message: (found: string) => string;
  hint: string;
}

const han = String.raw`\p{Script=Han}`;
/** What may stand between two neighbouring characters: marks that readers do not see. */
const unseen = `${gap}*`;
/** Full-width marks: a straight quotation mark beside one is beside Chinese too. */
const wideMark = '，。！？；：、（）《》…';
export const fullWidth: Record<string, string> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）' };

/** Adding a rule of wording is adding a row. */
const patterns: Pattern[] = [
  {
    name: 'half-width-punctuation',
    level: '错误',
    what: '汉字旁的半角逗号、分号、冒号、叹号、问号、括号',
    exemptible: true,
    find: new RegExp(`(?<=[${han}\\u201d\\u2019》）]${unseen})[,;:!?()]|(?<!&#?\\w+)[,;!?()](?=${unseen}${han})`, 'gu'),
    message: (found) => `汉字旁用了半角标点“${found}”`,
    hint: '改成全角',
  },
  {
    name: 'straight-quotes',
    level: '错误',
    what: '汉字旁的直引号',
    exemptible: true,
    find: new RegExp(`(?<=[${han}${wideMark}]${unseen})["']|["'](?=${unseen}[${han}${wideMark}])|"(?=[^"\\n]*${han}[^"\\n]*")`, 'gu'),
    message: () => '汉字旁用了直引号',
    hint: '外层用“ ”，内层用‘ ’',
  },
  {
    name: 'foreign-quotes',
    level: '错误',
    what: '“ ” ‘ ’ 以外的引号：「 」 『 』 〝 〞 ＂ « »',
    exemptible: true,
    find: /[「」『』〝〞〟＂＇„‟‚‛«»‹›]/gu,
    keptOnRecord: true,
    message: (found) => `用了“${found}”这样的引号`,
    hint: '外层用“ ”，内层用‘ ’',
  },
  {
    name: 'escaped-character',
    level: '错误',
    what: '写成代码的字符：&ldquo; &#8220; \\u201c 一类',
    find: /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);|\\(?:u[\da-f]{4}|x[\da-f]{2})/giu,
    message: (found) => `字符写成了代码“${found}”`,
    hint: '直接打出这个字符；代码里的引号、标点不经检查',
  },
  {
    name: 'redaction',
    level: '错误',
    what: '打星号、打叉的名字和占位',
    exemptible: true,
    find: new RegExp(`[×✕]{2,}|(?<=${han})\\*(?=${han})|(?<![*\\w])\\*(?=${han}{1,4}经验)`, 'gu'),
    message: (found) => `有遮盖的名字或占位“${found}”`,
    hint: '查到真名写真名，查不到就不写这一句',
  },
  {
    name: 'unfilled',
    level: '错误',
    what: '样板和导入稿里没有填写的〔待写：…〕',
    find: /〔待写[^〕\n]*〕?|待写/gu,
    message: (found) => `还没有填写：${found}`,
    hint: '换成内容；用不着就整行删去',
  },
  {
    name: 'unverified',
    level: '错误',
    what: '没核实的记号：待核、待补、待查、待定稿',
    exemptible: true,
    find: /待核|待补|待查|待定稿/gu,
    message: (found) => `页面上不能留“${found}”`,
    hint: '核实后写，核实不了就删去',
  },
  {
    name: 'ellipsis',
    level: '错误',
    what: '写成 ... 或 。。。 的省略号',
    exemptible: true,
    find: new RegExp(`(?<=${han})(?:\\.{3,}|。{2,})`, 'gu'),
    message: (found) => `省略号写成了“${found}”`,
    hint: '省略号是……（六点，占两格）',
  },
  {
    name: 'typed-space',
    level: '错误',
    what: '汉字与数字之间的空格',
    exemptible: true,
    find: new RegExp(`(?<=${han}) +(?=\\d)|(?<=\\d) +(?=${han})`, 'gu'),
    message: () => '汉字与数字之间打了空格',
    hint: '删去空格，间隙由样式留',
  },
  {
    name: 'bare-url',
    level: '错误',
    what: '把后面的中文吞进去的网址',
    find: new RegExp(`https?://[\\w./?=&#%-]*[，。；：、）》\\p{Script=Han}]`, 'gu'),
    message: () => '网址把后面的中文也吞进去了',
    hint: '写成 [文字](网址)，或在网址后空一格',
  },
];

const faultsOf = (passage: Passage): Problem[] => {
  const { file, raw, from, text } = passage;
  const onRecord = statesForms(passage);
  return patterns.flatMap(({ name, find, keptOnRecord, message, hint }) =>
    [...(keptOnRecord && onRecord ? [] : text.matchAll(find))].map((match): Problem => {
      const wide = fullWidth[match[0]];
      return { file, ...position(raw, from + match.index), level: '错误', message: message(match[0]), hint: wide ? `${hint}“${wide}”` : hint, rule: name };
    }),
  );
};

const remembered = memory();

/** Punctuation, quotation marks, redactions and leftovers in every text that readers see. */
export const wording: Check = {
  rules: patterns,
  run: (corpus) => [...corpus.texts, ...corpus.entryFiles].flatMap((file) => remembered(file, [], () => passagesOf(file).flatMap(faultsOf))),
};
