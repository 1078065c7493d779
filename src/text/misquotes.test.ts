import { describe, expect, it } from 'vitest';
import { misquoteFinder } from './misquotes.ts';

const find = misquoteFinder([
  { id: 'a', forms: [{ text: '一次比一次的更正确', near: [] }] },
  { id: 'b', forms: [{ text: '没有调查，就没有发言权', near: ['反对本本主义'] }, { text: '就没有发言权', near: ['反对本本主义'] }] },
]);
const found = (text: string) => find(text).map(({ id, from, to }) => `${id} ${text.slice(from, to)}`);

describe('misquotes', () => {
  it('are found whatever their marks', () => expect(found('循环，一次比一次的、更正确。又一次比一次的更正确')).toEqual(['a 一次比一次的、更正确', 'a 一次比一次的更正确']));
  it('count once where forms overlap', () => expect(found('《反对本本主义》：没有调查就没有发言权')).toEqual(['b 没有调查就没有发言权']));
  it('need their word in the same sentence', () => expect(found('《反对本本主义》是他写的。没有调查就没有发言权')).toEqual([]));
  it('are not found in the right wording', () => expect(found('《反对本本主义》：没有调查，没有发言权；一次比一次地更正确')).toEqual([]));
});
