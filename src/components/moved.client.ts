/** On the page of a moved address: carries `?p=12` and the fragment along, which the refresh of the page itself would lose. */
const link = document.querySelector<HTMLAnchorElement>('a.moved');
if (link && (location.search || location.hash)) {
  const target = new URL(link.href);
  if (location.search) target.search = location.search;
  if (location.hash) target.hash = location.hash;
  link.href = target.href;
  location.replace(target.href);
}
