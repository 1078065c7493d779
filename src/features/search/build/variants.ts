import { Converter } from 'opencc-js/t2cn';

/** Simplified characters for traditional ones, "萬万與与", as far as the text has the simplified ones. */
export function variantsFor(text: string): string {
  const characters = new Set(text);
  const ways = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));
  let pairs = '';
  for (const [from, to] of [[0x3400, 0x9fff], [0xf900, 0xfaff]] as const)
    for (let code = from; code <= to; code += 1) {
      const character = String.fromCharCode(code);
      const simple = ways.map((way) => way(character)).find((converted) => converted !== character);
      if (simple && [...simple].length === 1 && characters.has(simple)) pairs += character + simple;
    }
  return pairs;
}
