import { showFootBar } from './foot-bar.client.ts';

/** A line at the foot of the window that takes nothing away: what is the matter, and what may be done about it. */
export function notice(words: string, act?: { label: string; call: () => void }): void {
  const old = document.querySelector('.notice');
  if (old) old.remove();
  const box = document.createElement('div');
  box.className = 'notice';
  box.setAttribute('role', 'status');
  const line = document.createElement('p');
  line.textContent = words;
  const button = (label: string, call: () => void) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = label;
    made.addEventListener('click', call);
    return made;
  };
  box.append(line, ...(act ? [button(act.label, act.call)] : []), button(act ? '稍后' : '知道了', () => box.remove()));
  showFootBar(box);
}
