import { defaultSheet, pageMargin, pageRules, sheetAttributes, type SheetOptions } from './sheet.ts';

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

const paperMargins = new Map<CSSPageRule, string>();

/** The page rules of a style sheet that a page brings for its own paper. */
function paperRules(sheet: CSSStyleSheet): CSSPageRule[] {
  try {
    return Array.from(sheet.cssRules).filter((rule): rule is CSSPageRule => rule instanceof CSSPageRule && rule.style.getPropertyPriority('margin-top') === 'important');
  } catch (_error) {
    // Opened from disk, a browser may keep its style sheets to itself.
    return [];
  }
}

/** Changes the margin in the rule of a page that brings its own paper; an empty one brings the page's own back. */
function setPaper(margin: string): void {
  for (const sheet of Array.from(document.styleSheets))
    for (const rule of paperRules(sheet)) {
      if (!paperMargins.has(rule)) paperMargins.set(rule, rule.style.getPropertyValue('margin'));
      rule.style.setProperty('margin', margin || paperMargins.get(rule) || '', 'important');
    }
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
  const own = paper !== undefined && options.kind === 'handout';
  if (paper !== undefined) setPaper(own ? '' : pageMargin(options, 0));
  for (const rule of own ? [] : pageRules(options, window.CSS, paper === undefined ? undefined : 0)) {
    try {
      sheet.insertRule(rule, sheet.cssRules.length);
      used += 1;
    } catch (_error) {
      // A kernel that does not know margin boxes keeps the plain page.
    }
  }
}
