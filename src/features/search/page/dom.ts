import type { Stretch } from '../show/excerpt.ts';

/** An element with its words. */
export const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = '', className = ''): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
};

/** Adds words to an element, matches marked. */
export const appendStretches = (element: HTMLElement, stretches: readonly Stretch[]): void => {
  for (const stretch of stretches) element.append(stretch.hit ? make('mark', stretch.text, stretch.off ? 'off' : '') : stretch.text);
};

/** A part of a component's own markup; missing markup is a fault of the page. */
export function part<Kind extends Element>(root: ParentNode, selector: string): Kind {
  const found = root.querySelector<Kind>(selector);
  if (!found) throw new Error(`search: ${selector} is missing`);
  return found;
}
