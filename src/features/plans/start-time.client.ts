/** Puts the time of day beside the running clock of the leader's sheet, from the time at which the meeting begins. */
class StartTime extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector('input');
    if (!input) return;
    input.addEventListener('input', () => this.show(input.value));
    this.hidden = false;
  }

  private show(start: string) {
    const [, hours, minutes] = /^(\d+):(\d+)/.exec(start) || [];
    document.querySelectorAll<HTMLElement>('[data-minute]').forEach((place) => {
      const total = Number(hours) * 60 + Number(minutes) + Number(place.dataset.minute);
      place.textContent = hours === undefined ? '' : `${Math.floor(total / 60) % 24}:${String(total % 60).padStart(2, '0')}`;
    });
  }
}

customElements.define('start-time', StartTime);
