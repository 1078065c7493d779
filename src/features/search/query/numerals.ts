/**
 * Other ways of writing the numerals of a phrase: 二〇一九年 for 2019年, 三进下党 for 3进下党, 12件 for 十二件. The page
 * writes one of them, the reader may type any. Fractions, decimals and numbers above 9999 have one common form only.
 */
const digits = '〇一二三四五六七八九';
/** Written for 〇; those that are not letters would otherwise be dropped with the punctuation. */
const zeros = /[零○◯⭕]/g;
const numeral = /[0-9]+|[〇一二三四五六七八九十百千两零○◯⭕]+/g;
/** What follows a Chinese numeral that counts or dates something; elsewhere (一起, 百姓, 统一) it is part of a word. */
const counted =
  '年月日号时分秒天周岁届期次回遍批件个名位人户口家村乡镇县市省区条项款章节篇部本册页字句段封张座间栋层所处台辆艘架支队组班排连营团师里米亩斤吨元角万亿倍成级类种进下上去来到无有不为是大公平千';

/** 0…9999 in Chinese: 12 -> 十二, 102 -> 一百零二, 20 -> 二十. */
export function chinese(value: number): string {
  if (value < 10) return digits.charAt(value) === '〇' ? '零' : digits.charAt(value);
  const units = ['', '十', '百', '千'];
  const figures = String(value).split('').map(Number);
  let words = '';
  figures.forEach((figure, at) => {
    const place = figures.length - 1 - at;
    if (figure > 0) words += digits.charAt(figure) + (units[place] || '');
    else if (figures.slice(at).some((rest) => rest > 0) && words.slice(-1) !== '零') words += '零';
  });
  return words.replace(/^一十/, '十');
}

/** The value of a Chinese numeral, or undefined where it is not a well-formed one: 十二 -> 12, 一百零二 -> 102. */
export function valueOf(words: string): number | undefined {
  const plain = words.replace(zeros, '〇').replace(/两/g, '二');
  if (plain === '〇') return 0;
  const parts = /^(?:([一二三四五六七八九])千)?(?:〇?([一二三四五六七八九])百)?(?:〇?([一二三四五六七八九])?(十))?(?:〇?([一二三四五六七八九]))?$/.exec(plain);
  if (!parts || plain === '') return undefined;
  const [, thousands, hundreds, tens, ten, ones] = parts;
  const of = (figure: string | undefined) => (figure ? digits.indexOf(figure) : 0);
  return of(thousands) * 1000 + of(hundreds) * 100 + (ten ? (of(tens) || 1) * 10 : 0) + of(ones);
}

const digitwise = (words: string): string => words.replace(zeros, '〇').replace(/./g, (figure) => String(digits.indexOf(figure)));

/** A Chinese numeral in figures; years are read figure by figure. Nothing where it cannot be one. */
function inFigures(words: string, following: string): string | undefined {
  const byDigit = /^[〇一二三四五六七八九零○◯⭕]{2,}$/.test(words);
  if (byDigit) return words.length === 4 || following === '年' ? digitwise(words) : undefined;
  const value = valueOf(words);
  return value === undefined || !following || counted.indexOf(following) < 0 ? undefined : String(value);
}

/** Ways of writing a number given in figures in Chinese. */
function inWords(figures: string, following: string): string[] {
  if (figures.length > 4 || (figures.length > 1 && figures.charAt(0) === '0')) return [];
  const year = figures.length === 4 || (figures.length === 2 && following === '年');
  const read = figures.replace(/./g, (figure) => digits.charAt(Number(figure)));
  const words = chinese(Number(figures));
  if (year && figures.length === 4) return [read, read.replace(/〇/g, '零')];
  return [words, ...(year ? [read] : []), ...(figures === '2' ? ['两'] : [])];
}

/**
 * The phrase with its numerals written in other ways, without the phrase itself. Asked of the words as typed, because
 * circles used as zeros are no letters. All numerals of a phrase change together, so the number of forms stays small.
 */
export function otherNumerals(phrase: string): string[] {
  const forms = new Set<string>();
  const rewrite = (choose: (found: string, following: string, before: string) => string | undefined) => {
    const written = phrase.replace(numeral, (found, at: number) => {
      const chosen = choose(found, phrase.charAt(at + found.length), phrase.charAt(at - 1));
      return chosen === undefined ? found : chosen;
    });
    if (written !== phrase) forms.add(written);
  };
  const figures = (found: string) => /^[0-9]/.test(found);
  const fraction = (before: string, following: string) => /[.．,，/]/.test(before) || /[.．%％‰/]/.test(following);
  rewrite((found, following) => (figures(found) ? undefined : inFigures(found, following)));
  for (const way of [0, 1])
    rewrite((found, following, before) => {
      const ways = figures(found) && !fraction(before, following) ? inWords(found, following) : [];
      return ways[Math.min(way, ways.length - 1)];
    });
  // Only the zeros differ: 二○一九, 二零一九, 二〇一九.
  for (const zero of ['〇', '零']) rewrite((found) => (/[〇零○◯⭕]/.test(found) ? found.replace(/[〇零○◯⭕]/g, zero) : undefined));
  return [...forms];
}
