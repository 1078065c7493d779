/** An element with a class and words. */
export function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className = '', text = ''): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

/** The words of an element on one line. */
export const wordsOf = (element: Element | null | undefined): string => (element?.textContent || '').replace(/\s+/g, ' ').trim();

/** The elements of a list, in an array of their own. */
export const all = <Kind extends Element = HTMLElement>(root: ParentNode, selector: string): Kind[] => Array.from(root.querySelectorAll<Kind>(selector));
