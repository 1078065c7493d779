import { PDFArray, PDFDict, PDFDocument, PDFString, type PDFObject } from 'pdf-lib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch } from '../browser.ts';
import { defaultSheet, pageMargin, pageRules, sheetAttributes, type SheetKind } from '../../features/handout/sheet.ts';

/** Names that the browser gives to cells of tables, from numbers that differ with each printing, are counted from one. */
function renameNodes(document: PDFDocument): void {
  const places: { name: string; put: (name: PDFString) => void }[] = [];
  const visit = (value: PDFObject | undefined, put: (name: PDFString) => void): void => {
    if (value instanceof PDFString && /^node\d+$/.test(value.asString())) places.push({ name: value.asString(), put });
    else if (value instanceof PDFDict) for (const [key, inner] of value.entries()) visit(inner, (name) => value.set(key, name));
    else if (value instanceof PDFArray) value.asArray().forEach((inner, at) => visit(inner, (name) => value.set(at, name)));
  };
  for (const [reference, object] of document.context.enumerateIndirectObjects()) visit(object, (name) => document.context.assign(reference, name));
  // The order stays, for names are looked up in a sorted tree.
  const order = new Map([...new Set(places.map(({ name }) => name))].sort().map((name, at) => [name, `node${String(at + 1).padStart(8, '0')}`]));
  for (const { name, put } of places) put(PDFString.of(order.get(name)!));
}

/**
 * The same document a third smaller, its structure tree in compressed object streams, and with the content's day in place
 * of the moment of printing: the same content gives the same bytes. Text, fonts, tags and outline stay as they are.
 */
export async function compactPdf(pdf: Uint8Array, date: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  renameNodes(document);
  const day = new Date(`${date}T00:00:00Z`);
  document.setCreationDate(day);
  document.setModificationDate(day);
  return document.save({ useObjectStreams: true });
}

/** A browser for printing; without one there is one clear line, and no PDF. */
export async function openBrowser(log: (line: string) => void): Promise<Browser | undefined> {
  try {
    return await launch();
  } catch (error) {
    log(`没有可用的浏览器，这次不做 PDF，Word 照做（${String(error).split('\n')[0]}）。`);
    return undefined;
  }
}

/** Links of a page about to be printed lead to the published site, or nowhere if there is none: the server of this moment is gone when somebody reads the file. */
export const publishLinks = (page: Page, address: string): Promise<void> =>
  page.evaluate((published) => {
    document.querySelectorAll<HTMLAnchorElement>('a[href]').forEach((link) => {
      if (link.origin !== location.origin || (link.getAttribute('href') ?? '').startsWith('#')) return;
      if (published) link.href = published + link.pathname + link.hash;
      else link.removeAttribute('href');
    });
  }, address);

/** Prints pages of a served site to tagged PDFs with an outline. One context for all: scripts off, the sheet set from outside. */
export class PdfPrinter {
  private readonly browser: Browser;
  private readonly origin: string;
  private readonly address: string;
  private context: Promise<BrowserContext> | undefined;

  /** `address` is that of the published site, if it has one. */
  constructor(browser: Browser, origin: string, address = '') {
    this.browser = browser;
    this.origin = origin;
    this.address = address;
  }

  async print(path: string, kind: SheetKind, date: string, ownPaper = false): Promise<Uint8Array> {
    this.context ??= this.browser.newContext({ javaScriptEnabled: false, bypassCSP: true });
    const page = await (await this.context).newPage();
    try {
      await page.goto(this.origin + path, { waitUntil: 'load' });
      const options = { ...defaultSheet, kind };
      const kept = ownPaper && kind === 'handout';
      const rules = kept ? '' : pageRules(options, { supports: () => true }, ownPaper ? 0 : undefined).join('\n');
      const margin = ownPaper && !kept ? pageMargin(options, 0) : '';
      await page.evaluate(
        ([attributes, css, over]) => {
          const important = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule): rule is CSSPageRule => rule instanceof CSSPageRule && rule.style.getPropertyPriority('margin-top') === 'important');
          if (over) important.forEach((rule) => rule.style.setProperty('margin', over, 'important'));
          Object.entries(attributes).forEach(([name, value]) => document.documentElement.setAttribute(name, value));
          document.head.append(Object.assign(document.createElement('style'), { textContent: css }));
        },
        [sheetAttributes(options), rules, margin] as const,
      );
      await publishLinks(page, this.address);
      return await compactPdf(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }), date);
    } finally {
      await page.close();
    }
  }
}
