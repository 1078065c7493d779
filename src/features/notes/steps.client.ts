import { button } from './dom.client.ts';

/** Steps of a plan have no paragraph number to press: each gets a button for a note of its own. */
export function noteButtons(write: (block: HTMLElement) => void): void {
  document.querySelectorAll<HTMLElement>('.plan [data-step]').forEach((block) => {
    const made = button('记笔记', () => write(block));
    made.className = 'step-note';
    made.setAttribute('aria-label', `记笔记：第${block.dataset.step || ''}步`);
    block.append(made);
  });
}
