/** The four items in the present official order, each by what its name always has. */
const items = [/宣传(?:党的)?(?:路线、?)?(?:方针、?)?政策下基层|政策宣传下基层|宣传下基层/, /调查研究下基层/, /信访接待下基层/, /现场办公下基层/];

/** Offsets of sentences that name three or four of the four items in another order. */
export function itemsOutOfOrder(line: string): number[] {
  return [...line.matchAll(/[^。！？]+/g)].flatMap((sentence) => {
    const places = items.map((item) => item.exec(sentence[0])?.index).filter((place) => place !== undefined);
    const isOrdered = places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0));
    return places.length >= 3 && !isOrdered ? [sentence.index + Math.min(...places)] : [];
  });
}
