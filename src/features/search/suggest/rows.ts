/** One suggestion as it is sent: what is shown and searched for, its kind, the pinyin of its syllables with blanks between. */
export type Row = [text: string, kind: string, syllables: string];

export const suggestionsFile = 'suggest.json';
