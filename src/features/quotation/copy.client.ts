/** Copies a quotation with its citation; where the clipboard is closed the words are selected instead. */
class CopyCitation extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    if (!button) return;
    const label = button.textContent || '';
    button.addEventListener('click', () => {
      const words = this.dataset.words || '';
      this.copy(words).then((done) => {
        button.textContent = done ? '已复制' : '已选中，请按复制';
        setTimeout(() => (button.textContent = label), 2000);
      });
    });
    this.hidden = false;
  }

  private async copy(words: string): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch (_error) {
      const field = document.createElement('textarea');
      field.value = words;
      field.setAttribute('readonly', '');
      this.append(field);
      field.select();
      // The only way in kernels without the clipboard interface; typed by hand because the standard has given it up.
      const done = (document as unknown as { execCommand: (command: string) => boolean }).execCommand('copy');
      if (done) field.remove();
      return done;
    }
  }
}

customElements.define('copy-citation', CopyCitation);
