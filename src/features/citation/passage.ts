/** A passage as it is handed on: its words, what they rest on, and where they stand. */
export interface Passage {
  /** One string a paragraph. */
  words: string[];
  sources: string[];
  /** Empty where the words themselves are the title. */
  title: string;
  site: string;
  address: string;
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Where the passage stands: "《三进下党》，四下基层学习资料库"; titles inside a title have 〈 〉 (GB/T 15834). */
const place = ({ title, site }: Passage): string => (title ? `《${title.replace(/《/g, '〈').replace(/》/g, '〉')}》，${site}` : site);

/** The passage as plain text. */
export const plainOf = (passage: Passage): string =>
  [
    ...passage.words,
    '',
    ...(passage.sources.length > 0 ? ['出处：', ...passage.sources.map((source, at) => `[${at + 1}] ${source}`), ''] : []),
    `${place(passage)}，${passage.address}`,
  ].join('\n');

/** The passage for a word processor. */
export const richOf = (passage: Passage): string => {
  const paragraph = (text: string) => `<p>${escape(text)}</p>`;
  const link = `<a href="${escape(passage.address)}">${escape(passage.address)}</a>`;
  const sources = passage.sources.map((source, at) => paragraph(`[${at + 1}] ${source}`)).join('');
  return `${passage.words.map(paragraph).join('')}${sources ? `<p>出处：</p>${sources}` : ''}<p>${escape(place(passage))}，${link}</p>`;
};
