import { normalForm, type NormalForm } from '../../../text/normal-form.ts';

/** More texts than the results of a session of searching have; then all are forgotten. */
const most = 3000;
const kept = new Map<string, NormalForm>();

/** The normal form of a stored text. Results are made anew at every keystroke from the same texts, so it is kept. */
export function keptForm(text: string): NormalForm {
  const known = kept.get(text);
  if (known) return known;
  if (kept.size >= most) kept.clear();
  const form = normalForm(text);
  kept.set(text, form);
  return form;
}
