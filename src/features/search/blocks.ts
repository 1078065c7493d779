/** Elements that begin a block of text of their own: phrases never run from one into the next. */
export const blockTags: ReadonlySet<string> = new Set(
  'address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul time'.split(' '),
);
