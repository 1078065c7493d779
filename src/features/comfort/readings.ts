import { pinyin } from 'pinyin-pro';

/** What a browser needs to put pinyin over rare characters. */
export interface Readings {
  /** Whole names, one syllable a character. */
  words: Record<string, string[]>;
  /** Characters that have one reading only. */
  chars: Record<string, string>;
}

/**
 * The 3755 characters of the first level of GB 2312, the common ones. The list is in the decoder that every Node carries,
 * so the rule "rare is what is not among them" needs no list of ours.
 */
function commonCharacters(): Set<string> {
  const decoder = new TextDecoder('gb2312');
  const common = new Set<string>();
  for (let row = 0xb0; row <= 0xd7; row += 1) for (let cell = 0xa1; cell <= 0xfe; cell += 1) common.add(decoder.decode(new Uint8Array([row, cell])));
  return common;
}

/**
 * The readings of the rare characters in a text. A character with several readings is left out unless one of the listed
 * names has it: a guess would teach the wrong sound.
 */
export function readingsOf(text: string, names: Readonly<Record<string, string>>): Readings {
  const common = commonCharacters();
  const words = Object.fromEntries(Object.entries(names).filter(([word]) => text.includes(word)).map(([word, syllables]) => [word, syllables.split(' ')]));
  const chars: Record<string, string> = {};
  for (const character of new Set(text.match(/[\u4e00-\u9fff]/g) ?? [])) {
    if (common.has(character) || character === '丨') continue;
    const all = pinyin(character, { multiple: true, type: 'array' });
    if (all.length === 1 && all[0] && all[0] !== character) chars[character] = all[0];
  }
  return { words, chars };
}
