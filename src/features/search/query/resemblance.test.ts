import { describe, expect, it } from 'vitest';
import { enough, resemblanceOf } from './resemblance.ts';

const text = '当年“三进下党”的场景，我至今还历历在目。';
const shown = (phrase: string) => {
  const found = resemblanceOf(text, phrase);
  return found && found.similarity >= enough(phrase.length) ? { stretch: text.slice(found.stretch.from, found.stretch.to), differs: found.differs.map(({ from, to }) => text.slice(from, to)).join('/') } : undefined;
};

describe('resemblanceOf', () => {
  it.each([
    ['a changed character', '三近下党', '三进下党', '进'],
    ['a changed last character', '历历在木', '历历在目', '目'],
    ['a missing character', '的场景我今还历历在目', '的场景，我至今还历历在目', '至'],
    ['an added character', '的场景我到至今还历历在目', '的场景，我至今还历历在目', ''],
    ['a character too many beside the first', '三个进下党', '三进下党', ''],
    ['a character left out beside the first', '三下党', '三进下党', '进'],
    ['neighbours that changed places', '三下进党', '三进下党', '进下'],
    ['clauses in other order', '至今还历历在目三进下党的场景', '三进下党”的场景，我至今还历历在目', ''],
  ])('sees %s', (_case, phrase, stretch, differs) => expect(shown(phrase)).toEqual({ stretch, differs }));
  it.each(['三步下山', '历历可数', '完全不同的一句话'])('sees none in %s', (phrase) => expect(shown(phrase)).toBeUndefined());
});
