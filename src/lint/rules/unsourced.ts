import { actOf } from '../acts.ts';
import { namesIn, namesOf, type KnownNames } from '../known-names.ts';
import { filesOf, memory } from '../memory.ts';
import { passagesOf, type Passage } from '../passages.ts';
import { position, type Problem } from '../problem.ts';
import { sentencesOf } from '../sentences.ts';
import type { Check } from '../rule.ts';

/** What makes a sentence a statement of fact that a machine can see: a date, a year, or a number with its unit. */
const figure = /\d{4}年|\d+月\d+日|\d+(?:\.\d+)?(?:多|余|来)?(?:万|亿)?(?:多|余)?(?:元|人|件|批|户|公里|里|小时|岁|个|名|次|亩|条|位|家|项|所|间|座|吨|%|％|倍)|\d+(?:\.\d+)?[万亿]/;
const mark = /\[\^[^\]]+\]/;

/** Sentences about this site's own wording, and what it has not seen, are not facts of the case. */
const ownRemark = /本文|本站|两说|写法|口径|不写|没有查到|没有见到|见案例|另文|只见|不能(?:相加|当作|混|互换)|不是当时的/;
/** The section of advice, and in the section on differing records the last column: how this site writes it. */
const advice = '可学之处';
const differing = '记述不一之处';

/** Whether the row vouches for a cell: by a mark in its last cell, and for the label in its first cell by any mark. */
const rowIsMarked = ({ row, from, raw }: Passage): boolean => row !== undefined && mark.test(raw.slice(from === row.from ? row.from : row.lastFrom, row.to));

/** The column that says how this site writes it. */
const isOwnColumn = ({ section, row, from }: Passage): boolean => section === differing && row?.lastFrom === from;

/** What a sentence of a case states without a digit: who, where, or what was done. */
function statementOf(words: string, names: KnownNames): string | undefined {
  const { person, place } = namesIn(words, names);
  if (person) return `写到“${person}”`;
  if (place) return `写到“${place}”`;
  const act = actOf(words);
  return act && `写到“${act}”`;
}

function checkPassage(passage: Passage, names: KnownNames): Problem[] {
  if (passage.kind === 'heading' || passage.kind === 'note' || passage.kind === 'field' || passage.row?.head) return [];
  const isCase = passage.collection === 'cases';
  if (passage.kind === 'cell' && (!isCase || isOwnColumn(passage) || rowIsMarked(passage))) return [];
  return sentencesOf(passage).flatMap((sentence): Problem[] => {
    if (sentence.sourced) return [];
    const place = { file: passage.file, ...position(passage.raw, sentence.from), level: '错误' as const };
    if (figure.test(sentence.words)) return [{ ...place, message: '这一句写到时间或数字，没有标出处', hint: '句末加 [^出处编号]；没有出处就不写', rule: 'unsourced' }];
    if (!isCase || passage.section === advice || sentence.asks || ownRemark.test(sentence.words)) return [];
    const statement = statementOf(sentence.words, names);
    return statement ? [{ ...place, message: `这一句${statement}，没有标出处`, hint: '句末加 [^出处编号]；没有出处就不写。不是在记事的，前一行写免检和理由', rule: 'unsourced-act' }] : [];
  });
}

const remembered = memory();

/**
 * In lessons and cases a sentence with a date or a figure carries a source mark, or the mark at the end of its chain of
 * clauses (；) does. In cases so does a sentence that names a person or a place of the registers or tells of an act, and
 * every table cell, or the last cell of its row. Advice, questions and remarks on this site's wording are left alone.
 */
export const unsourced: Check = {
  rules: [
    { name: 'unsourced', level: '错误', what: '学习材料和案例里写到时间、数字的句子，案例的表格，有没有出处' },
    { name: 'unsourced-act', level: '错误', what: '案例里写到人名、地名和办事经过的句子有没有出处', exemptible: true },
  ],
  run: (corpus) => {
    const registers = filesOf(corpus, ['quotes', 'sources', 'works', 'places', 'glossary']);
    let names: KnownNames | undefined;
    return corpus.texts
      .filter((text) => text.collection === 'lessons' || text.collection === 'cases')
      .flatMap((text) => remembered(text, registers, () => passagesOf(text).flatMap((passage) => checkPassage(passage, (names ??= namesOf(corpus))))));
  },
};
