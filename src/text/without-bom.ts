/** Words without the mark that Windows editors put before a file: YAML takes it for a character that stands in the way of the first entry. */
export const withoutBom = (words: string): string => (words.charCodeAt(0) === 0xfeff ? words.slice(1) : words);
