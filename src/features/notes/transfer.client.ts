import { merge } from './merge.ts';
import { changeNotes, freshId, notKept, recallNotes } from './store.client.ts';
import { readNotes } from './store.ts';

/** A file above this size is not one of ours. */
const most = 8_000_000;

/** Today as it stands in a file's name. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** The notes as one file's text. */
export const exported = (): string => JSON.stringify({ about: '四下基层学习资料库：收藏、划线和笔记', exported: today(), ...recallNotes() }, null, 1);

/** Lets the reader save text as a file. */
export function save(text: string, name = `我的笔记-${today()}.json`): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Adds exported notes to those here, and says in one or two sentences what came of it. */
export function importNotes(text: string): string {
  if (text.length > most) return '这个文件太大，不是本站导出的笔记。什么也没有改。';
  const { notes, problem, lost } = readNotes(text);
  const empty = notes.marks.length + notes.favourites.length === 0;
  if (problem === 'damaged' || (empty && problem)) return '这个文件不是本站导出的笔记，或者已经损坏。什么也没有改。';
  if (empty) return '这个文件里没有笔记。';
  let words = '';
  const kept = changeNotes((here) => {
    const merged = merge(here, notes, freshId);
    words = `导入${merged.added}条；${merged.same}条原来就有${merged.doubled > 0 ? `；${merged.doubled}条两边不同，都留下了` : ''}${lost > 0 ? `；${lost}条读不出来，没有导入` : ''}。`;
    return merged.notes;
  });
  return kept ? words : words + notKept;
}
