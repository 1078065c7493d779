/**
 * `?p=12` does what `#p12` does, and `?p=t-1989-07-19` what `#t-1989-07-19` does, because some apps drop the fragment of a
 * shared address. A fragment that did arrive wins.
 */
const asked = /[?&]p=([a-z0-9-]+)/.exec(location.search);
const id = asked && asked[1] ? (/^\d+$/.test(asked[1]) ? `p${asked[1]}` : asked[1]) : '';
if (id && !location.hash && document.getElementById(id)) location.replace(`#${id}`);
