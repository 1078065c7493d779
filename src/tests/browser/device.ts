import type { Browser, BrowserContext, Page } from 'playwright-core';

/** What a reader's device keeps of notes. */
export interface StoredNotes {
  version: number;
  favourites: { path: string }[];
  marks: { n: string; words: string; note: string; lit: boolean }[];
}

/** A reader's own device: its width, what it keeps from earlier, a script that changes the browser. */
export interface Device {
  width?: number;
  kept?: Record<string, string>;
  path: string;
  script?: () => void;
}

/** Opens a page on a new device. The caller closes the context. */
export async function openOn(browser: Browser, site: string, { width = 1280, kept = {}, path, script }: Device): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, hasTouch: width < 500, acceptDownloads: true });
  await context.addInitScript((values) => {
    try {
      if (!localStorage.getItem('seeded')) for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
      localStorage.setItem('seeded', '1');
    } catch {
      // A test without storage.
    }
  }, kept);
  if (script) await context.addInitScript(script);
  const page = await context.newPage();
  await page.goto(site + path);
  return { context, page };
}

export const stored = (page: Page) => page.evaluate(() => JSON.parse(localStorage.getItem('notes') ?? 'null') as StoredNotes | null);

/** Selects words of a paragraph as a reader's finger does. */
export const select = (page: Page, id: string, words: string) =>
  page.evaluate(([block, wanted]) => {
    const walker = document.createTreeWalker(document.getElementById(block as string) as HTMLElement, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(wanted as string);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + (wanted as string).length);
      const selection = getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      return;
    }
    throw new Error(`no words ${wanted}`);
  }, [id, words]);
