/** What a paragraph's menu offers beside what it has itself. Other modules answer the event `paragraph-menu` with more. */
export interface ParagraphMenu {
  block: HTMLElement;
  add: (label: string, press: () => void) => void;
}

/** Adds to the menu of every paragraph, when it opens. */
export function onParagraphMenu(call: (menu: ParagraphMenu) => void): void {
  document.addEventListener('paragraph-menu', (event) => call((event as CustomEvent<ParagraphMenu>).detail));
}
