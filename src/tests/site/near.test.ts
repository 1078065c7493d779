import { describe, expect, inject, it } from 'vitest';
import { loadRegister } from '../../library/register.ts';
import { norm } from '../../text/norm.ts';
import { builtEngine } from '../index-source.ts';
import { mutations } from '../mutations.ts';

const engine = builtEngine(inject('site'));
const { quotes, misquotes } = loadRegister();
const all = { choice: {}, sort: 'relevance' } as const;
const text = (id: string) => norm(quotes.get(id)?.text ?? '');

/** What a reader types of a misremembered sentence: some characters around the error. */
function around(wrong: string, right: string): string {
  let same = 0;
  while (same < wrong.length && wrong.charAt(same) === right.charAt(same)) same += 1;
  return wrong.slice(Math.max(0, same - 7), same + 7);
}

describe('near results', () => {
  it('lead from a misremembered sentence, whole or in part, to the right one', async () => {
    const lost: string[] = [];
    let asked = 0;
    for (const { id, kind, wrong } of mutations([...quotes.values()], 200, 23))
      for (const typed of [norm(wrong), around(norm(wrong), text(id))]) {
        const exact = await engine.search(typed, all);
        // With three exact results, or with the sentence itself among them, nothing is lost.
        if (typed.length < 6 || exact.total > 2 || (await exact.hits(0, 2)).some(({ name }) => norm(name) === text(id))) continue;
        asked += 1;
        const near = await engine.near(typed);
        if (!near.slice(0, 3).some(({ name, passages }) => norm(name) === text(id) || passages.some(({ stretches }) => text(id).includes(norm(stretches.filter(({ hit }) => hit).map((part) => part.text).join('')))))) lost.push(`${kind}: ${typed}`);
      }
    console.log(`misremembered: ${asked} asked, ${lost.length} lost`);
    expect(asked).toBeGreaterThan(200);
    expect(lost.length / asked, lost.join('\n')).toBeLessThanOrEqual(0.02);
  });

  it('lead from every known misquotation to the right quotation, with the note', async () => {
    for (const misquote of misquotes.values())
      for (const { text: form, near } of misquote.forms) {
        const query = [form, ...near.slice(0, 1)].join(' ');
        const [first] = await engine.near(query);
        expect(first?.correction?.wrong, query).toBeDefined();
        if (misquote.quotes.length > 0) expect(first?.type, query).toBe('论述');
      }
  });

  it('do not call a right wording wrong', async () => {
    for (const quote of quotes.values()) expect((await engine.near(quote.text)).filter(({ correction }) => correction), quote.id).toEqual([]);
  });
});
