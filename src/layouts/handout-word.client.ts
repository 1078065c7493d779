import { wordFile } from '../features/export/docx-file.ts';
import { fromDom } from '../features/export/tree.ts';
import { titleOf, type Basket } from '../features/handout/basket.ts';
import type { Part } from '../features/handout/compose.client.ts';

/** What the basket hands over when somebody asks for a Word file. */
export interface WordRequest {
  basket: Basket;
  parts: Part[];
  /** Takes what to tell the reader. */
  done: (words: string) => void;
}

/** Makes the Word file of a handout in the browser and lets the reader save it. Nothing leaves the device. */
export async function saveWord({ basket, parts, done }: WordRequest): Promise<void> {
  try {
    // The marks of gathered answers belong to notes of other parts, which stand in those parts' footnotes.
    for (const part of parts) if (!part.item) part.element().querySelectorAll('sup.ref').forEach((mark) => mark.remove());
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
    const data = await wordFile(
      parts.map((part) => ({ address: part.element().classList.contains('small') ? '' : part.address, article: fromDom(part.element()), runsOn: !part.top })),
      { title: titleOf(basket), siteName: document.querySelector<HTMLElement>('handout-shelf')?.dataset.site || '', date: day, kind: basket.sheet.kind, noteLines: false, cover: basket.cover ? [titleOf(basket), basket.unit, basket.names, basket.date].filter(Boolean) : [] },
    );
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([data as BlobPart], { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }));
    link.download = `${titleOf(basket).replace(/[\\/:*?"<>|]/g, '')}.docx`;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    done('Word 做好了，在浏览器的下载里。');
  } catch (error) {
    done(`Word 没有做成：${String(error instanceof Error ? error.message : error)}`);
  }
}
