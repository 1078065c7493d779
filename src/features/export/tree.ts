/**
 * The finished page as a plain tree. Word files, baskets and version codes are made from what the reader sees, in the
 * build from parsed HTML and in the browser from the live document, so both come down to this one shape first.
 */
export type SheetNode = SheetElement | string;

export interface SheetElement {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: SheetNode[];
}

export const isElement = (node: SheetNode): node is SheetElement => typeof node !== 'string';

export const classesOf = (element: SheetElement): string[] => (element.attributes.class || '').split(/\s+/).filter(Boolean);

export const hasClass = (element: SheetElement, name: string): boolean => classesOf(element).includes(name);

/** All text below a node, without the marks of its own structure. */
export const textOf = (node: SheetNode): string => (isElement(node) ? node.children.map(textOf).join('') : node);

/** Every element below a node (not the node itself), in document order, for which `test` holds. */
export function descendants(node: SheetElement, test: (element: SheetElement) => boolean): SheetElement[] {
  return node.children.filter(isElement).flatMap((child) => [...(test(child) ? [child] : []), ...descendants(child, test)]);
}

export const firstOf = (node: SheetElement, test: (element: SheetElement) => boolean): SheetElement | undefined => descendants(node, test)[0];

/** A live element of the browser as a tree. */
export const fromDom = (element: Element): SheetElement => ({
  tag: element.tagName.toLowerCase(),
  attributes: Object.fromEntries(Array.from(element.attributes).map(({ name, value }) => [name, value])),
  children: Array.from(element.childNodes).flatMap((child): SheetNode[] => {
    if (child instanceof Element) return [fromDom(child)];
    return child.nodeType === 3 ? [child.textContent || ''] : [];
  }),
});
