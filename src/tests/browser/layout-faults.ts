/** Each is run inside the page and must stand on its own. */

/** Words that are cut off, stand outside the window or lie over others. */
export const layoutFaults = (): string[] => {
  const faults: string[] = [];
  const name = (element: Element) => `${element.tagName.toLowerCase()}.${String(element.getAttribute('class') ?? '')} “${(element.textContent ?? '').trim().slice(0, 14)}”`;
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) faults.push(`the page is ${wide} px too wide`);
  const hidden = (element: Element) => element.closest('.visually-hidden, [hidden], .skip, .n, iframe, svg') !== null;
  const scrolls = (element: Element): boolean => {
    for (let up: Element | null = element; up && up !== document.body; up = up.parentElement) if (/auto|scroll/.test(getComputedStyle(up).overflowX)) return true;
    return false;
  };
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (hidden(element) || element.getClientRects().length === 0) continue;
    const style = getComputedStyle(element);
    const cuts = /hidden|clip/.test(style.overflowX + style.overflowY);
    // A frame that shows sheets small is larger inside than out.
    if (cuts && !element.querySelector('iframe') && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2)) faults.push(`${name(element)} is cut`);
    // Text that grows out of its button, field or tab.
    if (/^(?:BUTTON|LABEL|SUMMARY)$/.test(element.tagName) && style.display !== 'inline' && element.scrollWidth > element.clientWidth + 2) faults.push(`${name(element)} is too narrow for its words`);
    const own = Array.from(element.childNodes).some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');
    if (own && style.visibility !== 'hidden' && style.opacity !== '0' && !scrolls(element)) {
      const { left, right } = element.getBoundingClientRect();
      if (left < -1 || right > document.documentElement.clientWidth + 1) faults.push(`${name(element)} stands outside the window`);
    }
  }
  // Controls must not lie over each other.
  const controls = Array.from(document.querySelectorAll<HTMLElement>('button, select, input:not([type=radio]):not([type=checkbox]), textarea, nav a')).filter((element) => !hidden(element) && element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden');
  const boxes = controls.map((element) => element.getBoundingClientRect());
  controls.forEach((one, at) => {
    for (let other = at + 1; other < Math.min(controls.length, at + 25); other += 1) {
      const [a, b] = [boxes[at], boxes[other]];
      const second = controls[other];
      if (!a || !b || !second || one.contains(second) || second.contains(one)) continue;
      const [x, y] = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
      if (x > 2 && y > 2 && getComputedStyle(one).position !== 'fixed' && getComputedStyle(second).position !== 'fixed') faults.push(`${name(one)} lies over ${name(second)}`);
    }
  });
  return [...new Set(faults)].slice(0, 8);
};

/** What is lost when the system sets all colours: edges of controls, and the ring of the focus. */
export const forcedColourFaults = (): string[] => {
  const faults: string[] = [];
  const clear = /rgba\(\d+, \d+, \d+, 0\)|transparent/;
  const name = (element: Element) => `${element.tagName.toLowerCase()}.${String(element.getAttribute('class') ?? '')} “${(element.textContent ?? '').trim().slice(0, 14)}”`;
  const shown = (element: HTMLElement) => element.getClientRects().length > 0 && !element.closest('[hidden]') && getComputedStyle(element).opacity !== '0' && getComputedStyle(element).visibility !== 'hidden';
  for (const element of document.querySelectorAll<HTMLElement>('button, select, textarea, input:not([type=radio]):not([type=checkbox]):not([type=range]):not([type=file])')) {
    if (!shown(element)) continue;
    const style = getComputedStyle(element);
    const edge = (['Top', 'Bottom', 'Left'] as const).some((side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0 && !clear.test(style[`border${side}Color`]));
    const around = element.closest<HTMLElement>('form, .field, .search-box');
    const framed = around !== null && parseFloat(getComputedStyle(around).borderTopWidth) > 0;
    if (!edge && !framed && !/underline/.test(style.textDecorationLine) && element.tagName !== 'BUTTON') faults.push(`${name(element)} has no edge`);
    // A button may be told by its words alone only among others that are framed as a group.
    if (!edge && element.tagName === 'BUTTON' && !/underline/.test(style.textDecorationLine)) faults.push(`${name(element)} is not told from text`);
  }
  return [...new Set(faults)].slice(0, 8);
};
