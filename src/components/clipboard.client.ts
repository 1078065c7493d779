/** What goes to the clipboard: plain words, and the same with links and paragraphs for Word and WPS. */
export interface Copied {
  text: string;
  html: string;
}

const typed = document as unknown as { execCommand: (command: string) => boolean };

/** The newest way; needs a secure address and the reader's permission. */
async function byInterface({ text, html }: Copied): Promise<boolean> {
  const { clipboard } = navigator;
  if (!clipboard) return false;
  try {
    if (window.ClipboardItem && clipboard.write) {
      const blob = (type: string, words: string) => new Blob([words], { type });
      await clipboard.write([new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) })]);
      return true;
    }
    await clipboard.writeText(text);
    return true;
  } catch (_error) {
    return false;
  }
}

/** A box with the words selected, so that the reader can copy by hand. */
function selected(text: string, place: Element): HTMLTextAreaElement {
  const old = place.querySelector('textarea.copied');
  if (old) old.remove();
  const field = document.createElement('textarea');
  field.className = 'copied';
  field.value = text;
  field.readOnly = true;
  field.setAttribute('aria-label', '要复制的文字');
  place.append(field);
  field.focus();
  field.select();
  field.setSelectionRange(0, text.length);
  return field;
}

/** The way of old kernels, typed by hand because the standard has given it up. Hands over both forms. */
function byCommand({ text, html }: Copied): boolean {
  const hand = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    event.preventDefault();
  };
  document.addEventListener('copy', hand);
  try {
    return typed.execCommand('copy');
  } catch (_error) {
    return false;
  } finally {
    document.removeEventListener('copy', hand);
  }
}

/**
 * Copies words in both forms. Where no way leads to the clipboard, as in some in-app browsers, they are shown selected
 * inside `place` and the answer is false.
 */
export async function copy(words: Copied, place: Element): Promise<boolean> {
  if (await byInterface(words)) return true;
  const field = selected(words.text, place);
  if (!byCommand(words)) return false;
  field.remove();
  return true;
}
