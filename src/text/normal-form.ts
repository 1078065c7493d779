import { norm } from './norm.ts';

/** The normal form of a text with the way back: where in the original each of its characters begins and ends. */
export interface NormalForm {
  form: string;
  from: Uint32Array;
  to: Uint32Array;
}

const seen = new Map<string, string>();

/** norm() of one character. Common Han characters are their own normal form, which spares most of the work. */
function normOf(character: string): string {
  const code = character.charCodeAt(0);
  if (character.length === 1 && ((code >= 0x4e00 && code <= 0x9fa5) || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39))) return character;
  let normal = seen.get(character);
  if (normal === undefined) {
    normal = norm(character);
    if (seen.size < 20_000) seen.set(character, normal);
  }
  return normal;
}

function longer(list: Uint32Array, more: number): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(list.length * 2 + more);
  longer.set(list);
  return longer;
}

/** Normalises character by character, so that a place found in the normal form can be shown in the original. */
export function normalForm(text: string): NormalForm {
  let from = new Uint32Array(text.length);
  let to = new Uint32Array(text.length);
  const parts: string[] = [];
  let length = 0;
  let offset = 0;
  for (const character of text) {
    const end = offset + character.length;
    const normal = normOf(character);
    // A ligature can stand for up to 18 characters (U+FDFA).
    if (length + normal.length > from.length) {
      from = longer(from, normal.length);
      to = longer(to, normal.length);
    }
    for (let at = 0; at < normal.length; at += 1) {
      from[length] = offset;
      to[length] = end;
      parts.push(normal.charAt(at));
      length += 1;
    }
    offset = end;
  }
  return { form: parts.join(''), from: from.subarray(0, length), to: to.subarray(0, length) };
}

/** The original offsets of a stretch of the normal form, from its first to past its last character. */
export const originalRange = (normal: NormalForm, from: number, to: number): { from: number; to: number } => {
  if (to > from) return { from: normal.from[from] ?? 0, to: normal.to[to - 1] ?? 0 };
  const place = from > 0 ? (normal.to[from - 1] ?? 0) : 0;
  return { from: place, to: place };
};
