/** The button 阅读设置 in the header. What it opens is loaded when somebody wants it. */
class ReadingSettings extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    if (!button) return;
    // A press while the first is on its way would undo it unseen.
    let busy = false;
    button.addEventListener('click', () => {
      if (busy) return;
      busy = true;
      import('./panel.client.ts')
        .then(({ toggle }) => toggle(this, button))
        .catch(() => undefined)
        .then(() => (busy = false));
    });
    this.hidden = false;
  }
}

customElements.define('reading-settings', ReadingSettings);

if (document.documentElement.dataset.pinyin) import('./pinyin.client.ts').then(({ showPinyin }) => showPinyin()).catch(() => undefined);
