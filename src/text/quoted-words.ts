/** The words as they stand inside “ ”: inner double marks become single ones (GB/T 15834, 4.8.3.3). */
export const insideMarks = (text: string): string => text.replace(/“/g, '‘').replace(/”/g, '’');

/** The words in quotation marks. */
export const quoted = (text: string): string => `“${insideMarks(text)}”`;
