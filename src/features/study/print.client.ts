/** Offers the browser's print dialog; hidden where there is none, as in most in-app browsers. */
class PrintButton extends HTMLElement {
  connectedCallback() {
    if (typeof window.print !== 'function' || /MicroMessenger/i.test(navigator.userAgent)) return;
    const button = this.querySelector('button');
    if (button) button.addEventListener('click', () => window.print());
    this.hidden = false;
  }
}

/** Completes the line on the printed sheet: the full address and the day of printing, which only the browser knows. */
class PrintFacts extends HTMLElement {
  connectedCallback() {
    const day = new Date();
    const date = `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
    this.textContent = `${location.origin}${this.dataset.path || location.pathname}　${date}打印`;
  }
}

customElements.define('print-button', PrintButton);
customElements.define('print-facts', PrintFacts);
