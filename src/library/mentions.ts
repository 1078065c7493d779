import { allTexts, type LibraryText } from './texts.ts';

const chartUse = /<Chart\s[^>]*?\bid="([a-z0-9-]+)"/g;

/** The texts that show a chart, in the order of the library. */
export const textsShowing = async (series: string): Promise<LibraryText[]> =>
  (await allTexts()).filter((text) => [...text.body.matchAll(chartUse)].some((match) => match[1] === series));
