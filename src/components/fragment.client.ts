import { notice } from './notice.client.ts';

/**
 * `?p=12` does what `#p12` does, and `?p=t-1989-07-19` what `#t-1989-07-19` does, because some apps drop the fragment of a
 * shared address. A fragment that did arrive wins. A paragraph that is not there is said to be missing: the text may have
 * been corrected since the address was printed.
 */
const asked = /[?&]p=([a-z0-9-]+)/.exec(location.search);
const id = asked && asked[1] ? (/^\d+$/.test(asked[1]) ? `p${asked[1]}` : asked[1]) : '';
if (id && !location.hash) {
  const count = document.querySelectorAll('[data-n]').length;
  if (document.getElementById(id)) location.replace(`#${id}`);
  else if (/^p\d+$/.test(id) && count > 0) notice(`这一页没有第${Number(id.slice(1))}段，现在共${count}段。原文可能改过，或者地址抄错了。`);
}
