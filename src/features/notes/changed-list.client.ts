import { placeWords } from './blocks.client.ts';
import { button, make } from './dom.client.ts';
import type { Mark } from './store.ts';

/** At the end of a text: marks whose words no longer stand in it. They are shown, not dropped. */
export function changedList(marks: readonly Mark[], drop: (mark: Mark) => void): void {
  const place = document.querySelector('.prose') || document.querySelector('.plan article');
  if (!place) return;
  const section = make('aside', '', 'own-changed');
  section.setAttribute('data-pagefind-ignore', '');
  section.setAttribute('aria-label', '原文已改的划线和笔记');
  section.append(make('p', '原文已改，下面几条划线在文中找不到了：'));
  const list = make('ul');
  for (const mark of marks) {
    const item = make('li');
    item.append(make('span', `原${placeWords(mark.path, mark.n)}：“${mark.words}”`));
    if (mark.note) item.append(make('p', mark.note, 'note'));
    item.append(button('删', () => drop(mark)));
    list.append(item);
  }
  section.append(list);
  place.insertAdjacentElement('afterend', section);
}
