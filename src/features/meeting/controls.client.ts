import { singleKeys } from '../../components/single-keys.client.ts';

/** Everything that keys, clickers, fingers and buttons can ask for. */
export const commands = ['next', 'previous', 'first', 'last', 'black', 'reader', 'reader-back', 'full', 'menu', 'jump', 'help', 'clock', 'notes', 'light'] as const;
export type Command = (typeof commands)[number];

/** A clicker sends PageUp, PageDown, B or a full stop; some send arrows. */
const keys: Record<string, Command> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  Enter: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Backspace: 'previous',
  Home: 'first',
  End: 'last',
  b: 'black',
  '.': 'black',
  '。': 'black',
  n: 'reader',
  p: 'reader-back',
  f: 'full',
  o: 'jump',
  t: 'clock',
  s: 'notes',
  l: 'light',
  '?': 'help',
  '？': 'help',
  Escape: 'menu',
};

export const isCommand = (word: string | undefined): word is Command => (commands as readonly string[]).indexOf(word || '') >= 0;

/** What a key asks for; nothing inside fields, nor where a button takes space and Enter for itself. */
export function commandOf(event: KeyboardEvent): Command | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  const target = event.target instanceof HTMLElement ? event.target : undefined;
  if (target && target.matches('input,textarea,select')) return event.key === 'Escape' ? 'menu' : undefined;
  if (target && target.matches('button,a[href],summary') && (event.key === ' ' || event.key === 'Enter')) return undefined;
  // Letters and marks can be switched off; the keys of a clicker that are none of them go on.
  if (event.key.length === 1 && event.key !== ' ' && !singleKeys()) return undefined;
  return keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}

/** Swipes and taps: left or up is on, the left third goes back. What was selected with the pointer is no tap. */
export function listenToTouch(place: HTMLElement, call: (command: Command) => void): void {
  let x = 0;
  let y = 0;
  let swiped = 0;
  place.addEventListener('touchstart', (event) => {
    const touch = event.touches[0];
    if (!touch || event.touches.length > 1) return;
    x = touch.clientX;
    y = touch.clientY;
  }, { passive: true });
  place.addEventListener('touchend', (event) => {
    const touch = event.changedTouches[0];
    if (!touch) return;
    const across = touch.clientX - x;
    if (Math.abs(across) < 40 || Math.abs(across) < Math.abs(touch.clientY - y) * 1.5) return;
    swiped = Date.now();
    call(across < 0 ? 'next' : 'previous');
  }, { passive: true });
  place.addEventListener('click', (event) => {
    const selection = window.getSelection();
    if (Date.now() - swiped < 500 || (selection && !selection.isCollapsed)) return;
    const { left, width } = place.getBoundingClientRect();
    call(event.clientX - left < width / 3 ? 'previous' : 'next');
  });
}

/** Buttons that carry the name of a command. After a click the keys belong to the screens again, not to the button. */
export function listenToButtons(root: HTMLElement, call: (command: Command) => void, after: () => void): void {
  root.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-command]') : null;
    if (!button || !isCommand(button.dataset.command)) return;
    const byPointer = event.detail > 0;
    call(button.dataset.command);
    if (byPointer) after();
  });
}
