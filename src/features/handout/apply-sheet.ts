import { defaultSheet, pageRules, sheetAttributes, type SheetOptions } from './sheet.ts';

const names = ['data-sheet', 'data-no-questions', 'data-no-answers', 'data-no-sources', 'data-note-lines', 'data-columns', 'data-own'];
let own: CSSStyleSheet | undefined;
let used = 0;

/** The style sheet that takes the page rules: one of our own, or in old kernels the last of the page. No inline style: the content security policy forbids it. */
function target(): CSSStyleSheet | undefined {
  if (own) return own;
  try {
    own = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, own];
  } catch (_error) {
    own = Array.from(document.styleSheets).filter((sheet) => !sheet.disabled).pop();
  }
  return own;
}

/** Marks the page for the style sheets of the chosen sheet, and leaves its margins alone. */
export function markSheet(options: SheetOptions): void {
  const root = document.documentElement;
  const wanted = sheetAttributes(options);
  // An attribute set anew, if to the same value, has the browser look at the style of everything.
  for (const name of names) {
    const value = wanted[name];
    if (value === undefined) root.removeAttribute(name);
    else if (root.getAttribute(name) !== value) root.setAttribute(name, value);
  }
}

/** Sets the page for the chosen sheet. May be called again; the last call holds. */
export function applySheet(chosen: SheetOptions): void {
  const { paper } = document.documentElement.dataset;
  // A form is drawn for the paper it brings; a plan also goes on the large and the official sheet.
  if (paper === '') return;
  const options = paper === undefined ? chosen : { ...defaultSheet, kind: chosen.kind };
  markSheet(options);
  const sheet = target();
  if (!sheet) return;
  while (used > 0) {
    sheet.deleteRule(sheet.cssRules.length - 1);
    used -= 1;
  }
  if (paper !== undefined && options.kind === 'handout') return;
  for (const rule of pageRules(options, window.CSS, paper !== undefined)) {
    try {
      sheet.insertRule(rule, sheet.cssRules.length);
      used += 1;
    } catch (_error) {
      // A kernel that does not know margin boxes keeps the plain page.
    }
  }
}
