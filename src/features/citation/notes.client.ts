/**
 * On a narrow screen a source mark opens its note in place. Without this script the mark is a link to the note, which
 * `:target` shows just the same; the script adds closing it by a second touch and keeps the history clean.
 */
function toggle(event: MouseEvent) {
  const origin = event.target;
  const link = origin instanceof Element ? origin.closest<HTMLAnchorElement>('sup.ref a') : null;
  if (!link) return;
  const note = document.getElementById(link.hash.slice(1));
  if (!note) return;
  event.preventDefault();
  const open = note.classList.toggle('open');
  link.setAttribute('aria-expanded', String(open));
}

document.addEventListener('click', toggle);
