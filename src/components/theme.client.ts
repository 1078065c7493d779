const key = 'theme';
const root = document.documentElement;

const stored = (): string => {
  try {
    return localStorage.getItem(key) || '';
  } catch (_error) {
    return '';
  }
};

const apply = (theme: string) => {
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
};

apply(stored());

/** Lets the reader choose light, dark or the system's colours; the choice stays on the device. */
class ThemeChoice extends HTMLElement {
  connectedCallback() {
    const select = this.querySelector('select');
    if (!select) return;
    select.value = stored();
    select.addEventListener('change', () => {
      apply(select.value);
      try {
        localStorage.setItem(key, select.value);
      } catch (_error) {
        // Private mode: the choice holds for this page.
      }
    });
    this.hidden = false;
  }
}

customElements.define('theme-choice', ThemeChoice);
