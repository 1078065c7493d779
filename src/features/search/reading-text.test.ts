import { describe, expect, it } from 'vitest';
import { recordsOf } from './reading-text.ts';

const page = (body: string) => recordsOf(`<main><nav>栏目</nav>${body}</main>`, '/x/');

describe('recordsOf', () => {
  it('reads the body less what is ignored, block by block, with the nearest anchor', () => {
    const [record] = page(
      '<article data-pagefind-body data-search-type="案例" data-search-title="题"><h2 id="s1">标题</h2><p id="p1">步行<a href="#">7.5公里</a>。<sup data-pagefind-ignore>[1]</sup>后文</p><ul><li>甲</li><li>乙</li></ul></article>',
    );
    expect(record?.blocks).toEqual([
      { text: '标题', anchor: 's1', heading: true },
      { text: '步行7.5公里。后文', anchor: 'p1', heading: false },
      { text: '甲', anchor: 'p1', heading: false },
      { text: '乙', anchor: 'p1', heading: false },
    ]);
  });
  it('makes one record of each entry of a list page', () => {
    const records = page(
      '<ol data-pagefind-body data-search-type="大事"><li id="a" data-search-record data-search-title="甲">甲文</li><li id="b" data-search-record data-search-title="乙">乙文</li></ol>',
    );
    expect(records.map((record) => record.url)).toEqual(['/x/#a', '/x/#b']);
  });
  it('reads what a record can be narrowed by', () => {
    const [record] = page('<article data-pagefind-body data-search-type="论述" data-search-title="题" data-search-topics="a b" data-search-date="2019-08-04" data-search-speaker="某人"><h1>题</h1></article>');
    expect(record).toMatchObject({ topics: ['a', 'b'], places: [], date: '2019-08-04', speaker: '某人', provenance: '' });
  });
  it('refuses a body without a type', () => {
    expect(() => page('<p data-pagefind-body>文</p>')).toThrow('data-search-type');
  });
});
