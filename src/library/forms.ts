import type { Form } from '../model/texts.ts';
import { texts, type LibraryText } from './texts.ts';

/** A form: the text that explains it, and the blank sheet. */
export interface LibraryForm extends LibraryText {
  form: Form;
  /** Address of the blank sheet alone. */
  sheetPath: string;
}

/** The forms in reading order. */
export const forms = async (): Promise<LibraryForm[]> =>
  (await texts('forms')).flatMap((text) => (text.entry.collection === 'forms' ? [{ ...text, form: text.entry.data, sheetPath: `${text.path}sheet/` }] : []));

/** The forms whose explanation links to a text: what one would fill in after reading it. */
export const formsFor = async (text: LibraryText): Promise<LibraryForm[]> => (await forms()).filter((form) => form.body.includes(`](${text.path}`));
