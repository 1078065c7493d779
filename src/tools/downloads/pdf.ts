import type { Browser, BrowserContext } from 'playwright-core';
import { defaultSheet, pageRules, sheetAttributes, type SheetKind } from '../../features/handout/sheet.ts';

/** A fixed day and time in place of the moment of printing: the same content then gives the same bytes. */
const fixedDate = (pdf: Buffer, date: string): Buffer => {
  const stamp = date.replaceAll('-', '').padEnd(8, '0');
  return Buffer.from(pdf.toString('latin1').replace(/\/(CreationDate|ModDate) \(D:\d{14}/g, (_match, name: string) => `/${name} (D:${stamp}000000`), 'latin1');
};

/** Prints pages of a served site to tagged PDFs with an outline. One context for all: scripts off, the sheet set from outside. */
export class PdfPrinter {
  private readonly browser: Browser;
  private readonly origin: string;
  private context: Promise<BrowserContext> | undefined;

  constructor(browser: Browser, origin: string) {
    this.browser = browser;
    this.origin = origin;
  }

  async print(path: string, kind: SheetKind, date: string): Promise<Buffer> {
    this.context ??= this.browser.newContext({ javaScriptEnabled: false, bypassCSP: true });
    const page = await (await this.context).newPage();
    try {
      await page.goto(this.origin + path, { waitUntil: 'load' });
      const options = { ...defaultSheet, kind };
      // A form's own sheet brings its page with it; the others get the chosen one's.
      const rules = /\/sheet\/$/.test(path) ? '' : pageRules(options, { supports: () => true }).join('\n');
      await page.evaluate(
        ([attributes, css]) => {
          Object.entries(attributes).forEach(([name, value]) => document.documentElement.setAttribute(name, value));
          document.head.append(Object.assign(document.createElement('style'), { textContent: css }));
        },
        [sheetAttributes(options), rules] as const,
      );
      return fixedDate(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }), date);
    } finally {
      await page.close();
    }
  }
}
