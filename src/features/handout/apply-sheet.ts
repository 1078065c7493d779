import { pageRules, sheetAttributes, type SheetOptions } from './sheet.ts';

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
  for (const name of names) root.removeAttribute(name);
  for (const [name, value] of Object.entries(sheetAttributes(options))) root.setAttribute(name, value);
}

/** Sets the page for the chosen sheet. May be called again; the last call holds. */
export function applySheet(options: SheetOptions): void {
  markSheet(options);
  // A form or plan brings paper and margins of its own.
  const sheet = document.documentElement.dataset.paper === undefined ? target() : undefined;
  if (!sheet) return;
  while (used > 0) {
    sheet.deleteRule(sheet.cssRules.length - 1);
    used -= 1;
  }
  for (const rule of pageRules(options, window.CSS)) {
    try {
      sheet.insertRule(rule, sheet.cssRules.length);
      used += 1;
    } catch (_error) {
      // A kernel that does not know margin boxes keeps the plain page.
    }
  }
}
