/** Top-level pieces of a style sheet: what stands before each brace, and what within. Comments are taken off first. */
function rules(css: string): { prelude: string; body: string }[] {
  const found: { prelude: string; body: string }[] = [];
  let depth = 0;
  let start = 0;
  let open = 0;
  let quote = '';
  for (let at = 0; at < css.length; at += 1) {
    const character = css.charAt(at);
    if (quote) {
      if (character === quote && css.charAt(at - 1) !== '\\') quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '{') {
      if (depth === 0) open = at;
      depth += 1;
    } else if (character === '}') {
      depth -= 1;
      if (depth === 0) {
        found.push({ prelude: css.slice(start, open).trim(), body: css.slice(open + 1, at) });
        start = at + 1;
      }
    }
  }
  return found;
}

/**
 * The look of paper as a style sheet for the screen: rules for print hold at once, in their place, those that name a page,
 * a colour scheme or a width of window fall away. So the sheets a reader sees before printing obey the same CSS as the paper.
 */
export function printedCss(css: string): string {
  return rules(css.replace(/\/\*[^]*?\*\//g, ''))
    .map(({ prelude, body }) => {
      if (prelude.startsWith('@page')) return '';
      if (!prelude.startsWith('@media')) return `${prelude}{${body}}`;
      return /^@media\s+print$/.test(prelude) ? printedCss(body) : '';
    })
    .filter(Boolean)
    .join('\n');
}
