import { provenanceClasses } from '../../model/texts.ts';
import type { TextCollection } from '../../model/ids.ts';
import { todo, todoId, type TemplateContext } from './context.ts';

const indent = (lines: string) => lines.replace(/^(?=.)/gm, '# ');

/** Front matter that every text has; hints stand in YAML comments, which no reader sees. */
function commonFront({ today, order, topics }: TemplateContext, kind: string, provenance: string): string {
  return `# ${kind}。填好每一处〔待写：…〕，运行 npm run lint。以 # 开头的行是说明，可留可删；没有用到的字段不用去掉 #。
title: ${todo('标题')}
# 一两句话，8到90字：用在列表、检索结果和转发的预览里
summary: ${todo('一两句话说清这一篇讲什么')}
# ${provenanceClasses.join('、')}，四选一
class: ${provenance}
# 主题编号，一个或几个：${topics.map(({ id, short }) => `${id} ${short}`).join('，')}
topics: [${topics[0]?.id ?? todoId}]
# 地点编号，登记在 places.yaml
# places: [p2-xiadang]
# 在列表里的位置
order: ${order}
# 内容最后改动的日期，印在每一页
updated: ${today}
`;
}

const questions = (count: number) => `# 研讨题，三到六道，落到读者自己的单位，能答出具体的人和事
questions:
${Array.from({ length: count }, (_, at) => `  - ${todo(`第${at + 1}道研讨题`)}\n`).join('')}`;

const reading = indent(`延伸阅读，至多八条。kind：lesson 学习材料，case 案例，essay 参考文章，work 文献，source 出处
reading:
  - {kind: case, id: xiadang, note: 为什么读它}
`);

const selfTest = indent(`自测，至多八道。五种题型如下，答案后面写理由和出处
test:
  - kind: single
    question: 只有一个答案的题
    options: [甲, 乙, 丙]
    answer: [A]
    explain: 为什么是它，一两句话
    sources: [出处编号]
  - kind: multiple
    question: 有两个以上答案的题
    options: [甲, 乙, 丙, 丁]
    answer: [A, C]
    explain: 为什么是这几个
  - kind: truth
    question: 一句话，判断对不对
    answer: false
    explain: 为什么不对
  - kind: order
    question: 排次序的题，options 按正确次序写
    options: [甲, 乙, 丙]
    explain: 依据什么排
  - kind: blank
    quote: 论述编号
    hide: 要填的几个字，是这条论述里连续的一段
    explain: 这句话在什么场合说的
`);

const lesson = (context: TemplateContext) => `---
${commonFront(context, '学习材料', '解读')}# 学习目标，一到三条
aims:
  - ${todo('学完能说清什么、会做什么')}
${questions(3)}${selfTest}${reading}---

${todo('开头一两句：为什么学这一课。凡写到时间、地点、人物、数字、做法、结果，句末标出处')}

## ${todo('第一节的题目')}

${todo('先说事，再说理；一段一意，200字以内')}

## ${todo('第二节的题目，可以是一个案例或一句论述')}

${todo('引文按编号取用，说明是什么时候、什么场合说的')}

## 常见走样

- **${todo('一种走样')}**。${todo('怎样看出来，怎样改')}

## 要点

1. ${todo('要记住的一条，标出处')}
2. ${todo('要记住的一条，标出处')}
`;

const facts = ['时间', '地点', '起因', '谁去', '怎样办', '结果'];

const caseHistory = (context: TemplateContext) => `---
${commonFront(context, '案例', '解读')}${questions(3)}${reading}---

${todo('开头一到三句：时间、地点、人物、结果。每句末尾标出处')}

| 项目 | 内容 |
|---|---|
${facts.map((fact) => `| ${fact} | ${todo(`${fact}，标出处`)} |\n`).join('')}
## 背景

${todo('事情为什么发生：当时什么情况，群众有什么难处')}

## 经过

${todo('按日期写；大事记里有的，单独一行写 Events 组件')}

## 做法

1. **${todo('一个动作')}**。${todo('谁、怎样做，标出处')}

## 结果

${todo('有数字，写明口径和年份，标出处')}

## 可学之处

- **${todo('能照着做的一个动作')}**。${todo('谁来做、什么时候做、做到什么程度')}

## 记述不一之处

${todo('各家记的数字、日期不同的，并列写出；没有不同的，用一句话写明哪些细节只有一个来源')}
`;

const essay = (context: TemplateContext) => `---
${commonFront(context, '参考文章', '参考范文')}# 这篇发言替谁写：机关干部、村支书、企业党员……不是发言稿就删去
# role: 机关干部
# 研讨题，可不写，至多六道
# questions:
#   - 下一次发言，准备讲自己办的哪一件事？
${reading}---

${todo('开头：一件史实，不超过三句，标出处')}

## ${todo('第一部分的题目')}

${todo('凡该由使用者填的，用六角括号括出，说明填什么，不替人编事实')}

## ${todo('第二部分的题目')}

${todo('自己手上的事：哪天、在哪里、谁、办到哪一步')}

## 下一步

${todo('哪天，去哪里，办哪件事，请谁监督')}
`;

const form = (context: TemplateContext) => `---
${commonFront(context, '工具表单', '解读')}# 依据的法规或文章，写出处编号
basis: [${todoId}]
# 印在表名下面的一行，6到110字
basisLine: ${todo('依据哪几条，栏目由谁拟定')}
# 横着印写 true
landscape: false
# 各部分：写 fields（要填的栏）或 columns（表头，加 rows 空行数），只写一种
parts:
  - title: ${todo('第一部分的名称')}
    # 这一部分上面的一句说明
    note: ${todo('谁填、什么时候填')}
    fields:
      - label: ${todo('栏名')}
        # 填什么；lines 留几行，half: true 两栏并排；只要打勾的写 options
        hint: ${todo('填什么')}
        lines: 2
        half: false
        # options: [满意, 基本满意, 不满意]
  - title: ${todo('第二部分的名称')}
    # 从背面印起写 newPage: true；剪下来交给人的一截写 slip: true
    # newPage: true
    # slip: true
    columns:
      - label: ${todo('表头')}
        hint: ${todo('填什么')}
        # 占几份宽；印好序号写 numbered: true
        share: 1
        # numbered: true
      - label: ${todo('表头')}
        share: 2
    rows: 8
# 研讨题，可不写，至多六道
# questions:
#   - 上一次填的表，哪一栏没有人看过？
${reading}---

本站拟制。${todo('依据哪几条规定，标出处')}

## 怎么用

1. ${todo('第一步')}

## 怎样防止变成留痕

- ${todo('哪一栏最容易空填，怎样查')}
`;

/** The template of each kind of MDX text. */
export const textTemplates: Record<TextCollection, (context: TemplateContext) => string> = { lessons: lesson, cases: caseHistory, essays: essay, forms: form };
