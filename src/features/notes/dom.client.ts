/** An element with words and a class. Words are always text, never markup: notes may come from anywhere. */
export function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = '', className = ''): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
}

/** A button that does something. */
export function button(label: string, press: () => void): HTMLButtonElement {
  const made = make('button', label);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}
