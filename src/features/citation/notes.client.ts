/** A note beside a later mark: the words of its entry in the list at the foot. */
function noteBeside(mark: Element, entry: Element): HTMLElement {
  const next = mark.nextElementSibling;
  if (next instanceof HTMLElement && next.classList.contains('copy')) return next;
  const note = document.createElement('span');
  note.className = 'sn copy';
  const number = document.createElement('b');
  number.textContent = mark.textContent;
  note.append(number, document.createTextNode(entry.lastElementChild?.textContent || ''));
  mark.after(note);
  return note;
}

/**
 * On a narrow screen a source mark opens its note in place. Without this script the mark is a link to the note, which
 * `:target` shows just the same, or, where the source was named before, to the list at the foot; the script adds closing
 * it by a second touch and keeps the history clean.
 */
function toggle(event: MouseEvent) {
  const origin = event.target;
  const link = origin instanceof Element ? origin.closest<HTMLAnchorElement>('sup.ref a') : null;
  const target = link && document.getElementById(link.hash.slice(1));
  const mark = link && link.closest('sup');
  if (!target || !mark) return;
  event.preventDefault();
  const note = target.closest('.notes') ? noteBeside(mark, target) : target;
  const open = note.classList.toggle('open');
  link.setAttribute('aria-expanded', String(open));
}

document.addEventListener('click', toggle);
