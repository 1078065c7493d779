let watching = false;

/** Tells the style sheets how high the bars at the foot of the window are, so that neither the focus nor the last lines stay behind them (WCAG 2.4.11). */
function measure(): void {
  let height = 0;
  document.querySelectorAll<HTMLElement>('body > .foot-bar').forEach((bar) => {
    height = Math.max(height, window.innerHeight - bar.getBoundingClientRect().top);
  });
  document.documentElement.style.setProperty('--foot', `${Math.ceil(height)}px`);
}

/** Puts a bar at the foot of the window. It is taken away by `remove()` alone. */
export function showFootBar(bar: HTMLElement): void {
  bar.classList.add('foot-bar');
  document.body.append(bar);
  measure();
  if (watching) return;
  watching = true;
  window.addEventListener('resize', measure);
  new MutationObserver(measure).observe(document.body, { childList: true });
}
