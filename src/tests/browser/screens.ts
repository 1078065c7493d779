import type { Page } from 'playwright-core';

/** What was found wrong on a screen, and how many screens there were. */
export interface Walk {
  screens: number;
  pieces: string[];
  words: string;
  wrong: string[];
}

/**
 * Goes through all screens of the meeting view with the key of a clicker and measures each: nothing cut, nothing that
 * scrolls, no letters of the text below 4 % of the screen's height.
 */
export const walk = (page: Page): Promise<Walk> =>
  page.evaluate(() => {
    const wrong: string[] = [];
    const pieces: string[] = [];
    let words = '';
    let screens = 0;
    const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    const least = window.innerHeight * 0.04;
    const place = () => document.querySelector('[data-part=at]')?.textContent ?? '';
    const look = () => {
      const stage = document.querySelector<HTMLElement>('[data-part=stage]')!;
      const screen = stage.firstElementChild as HTMLElement;
      const body = screen.querySelector<HTMLElement>('.body')!;
      const where = `${place()} ${(screen.querySelector('.content')?.textContent ?? '').slice(0, 12)}`;
      for (const element of [document.documentElement, stage, screen, body])
        if (element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth) wrong.push(`${where}: ${element.className} ${element.scrollWidth}x${element.scrollHeight} in ${element.clientWidth}x${element.clientHeight}`);
      const room = body.getBoundingClientRect();
      const inside = (element: Element, box: DOMRect, name: string) => {
        const own = element.getBoundingClientRect();
        if (own.top < box.top - 1 || own.bottom > box.bottom + 1 || own.left < box.left - 1 || own.right > box.right + 1) wrong.push(`${where}: ${name} is cut`);
      };
      for (const element of body.querySelectorAll('.inner, .inner *')) inside(element, room, element.tagName);
      const seen = stage.getBoundingClientRect();
      for (const element of screen.children) inside(element, seen, element.className);
      for (const bar of document.querySelectorAll('.meeting .bar > *')) if (bar.getBoundingClientRect().width > 0) inside(bar, new DOMRect(0, 0, window.innerWidth, window.innerHeight), 'bar');
      const walker = document.createTreeWalker(screen.querySelector('.content')!, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const size = parseFloat(getComputedStyle(walker.currentNode.parentElement!).fontSize);
        if (walker.currentNode.textContent!.trim() && size < least) wrong.push(`${where}: ${size}px, less than ${least}px`);
      }
      words += screen.querySelector('.content')?.textContent ?? '';
      pieces.push(place());
      screens += 1;
    };
    press('Home');
    for (let before = ''; ; ) {
      look();
      press('PageDown');
      const now = document.querySelector('[data-part=stage]')!.innerHTML + place();
      if (now === before || screens > 3000) break;
      before = now;
    }
    return { screens: screens - 1, pieces, words, wrong };
  });
