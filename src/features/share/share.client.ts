/** Opens the share panel under the tools of a page; what it needs is fetched when somebody asks for it. */
class SharePage extends HTMLElement {
  private panel: HTMLElement | undefined;

  connectedCallback() {
    const button = this.querySelector('button');
    if (!button) return;
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('click', () => void this.toggle(button).catch(() => undefined));
    this.hidden = false;
  }

  private async toggle(button: HTMLButtonElement) {
    if (!this.panel) {
      const { sharePanel, dressed } = await import('./share-panel.client.ts');
      await dressed;
      // A second click may have come while the script was on its way.
      if (this.panel) return;
      this.panel = sharePanel({ title: this.dataset.title || document.title, words: this.dataset.words || '' });
      this.panel.hidden = true;
      (this.closest('.tools') || this).insertAdjacentElement('afterend', this.panel);
    }
    this.panel.hidden = !this.panel.hidden;
    button.setAttribute('aria-expanded', String(!this.panel.hidden));
    if (!this.panel.hidden) this.panel.querySelector<HTMLElement>('button')?.focus();
  }
}

customElements.define('share-page', SharePage);
