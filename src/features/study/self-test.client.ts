import { check } from './check-answer.ts';
import { Ordering } from './ordering.client.ts';

/**
 * Makes a question of the self-test one that can be answered: choose, fill in or put in order, then hear whether it is
 * right, with the explanation and its sources. No score, and nothing is kept; without a script the answer stays under its
 * disclosure.
 */
function question(fieldset: HTMLFieldSetElement): void {
  const { kind = '', answer = '' } = fieldset.dataset;
  const details = fieldset.querySelector('details');
  if (!details || fieldset.querySelector('.reply')) return;
  const reply = document.createElement('p');
  reply.className = 'reply';
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  const done = document.createElement('button');
  done.type = 'button';
  done.textContent = '对答案';
  const again = document.createElement('button');
  again.type = 'button';
  again.textContent = '重做';
  again.hidden = true;
  reply.append(done, again, said);
  details.insertAdjacentElement('beforebegin', reply);

  const list = fieldset.querySelector('ul');
  const options = list ? Array.from(list.querySelectorAll('li')) : [];
  let given: () => string = () => options.filter((option) => option.querySelector<HTMLInputElement>('input')?.checked).map((option) => option.querySelector('input')?.value || '').join('');
  let reset = () => fieldset.querySelectorAll('input').forEach((input) => (input.checked = false));
  // What a browser kept of the last visit is not an answer of this one.
  reset();
  if (kind === 'order' && list) {
    const words = options.map((option) => (option.textContent || '').trim());
    const start = () => new Ordering(words, (told) => (said.textContent = told));
    let ordering = start();
    list.classList.add('on-paper');
    list.insertAdjacentElement('afterend', ordering.element);
    given = () => ordering.value;
    reset = () => {
      const fresh = start();
      ordering.element.replaceWith(fresh.element);
      ordering = fresh;
    };
  }
  if (kind === 'blank') {
    const field = document.createElement('input');
    field.type = 'text';
    field.autocomplete = 'off';
    field.spellcheck = false;
    field.maxLength = 40;
    field.setAttribute('aria-label', '填上空着的字');
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      done.click();
    });
    reply.insertBefore(field, done);
    given = () => field.value;
    reset = () => (field.value = '');
  }

  done.addEventListener('click', () => {
    const { right, words } = check(kind, given(), answer);
    said.textContent = words;
    said.className = right ? 'right' : 'wrong';
    if (!given().trim()) return;
    details.open = true;
    again.hidden = false;
    options.forEach((option) => option.classList.toggle('is-answer', kind !== 'order' && answer.indexOf(option.querySelector('input')?.value || '-') >= 0));
  });
  again.addEventListener('click', () => {
    reset();
    said.textContent = '';
    said.className = '';
    details.open = false;
    again.hidden = true;
    options.forEach((option) => option.classList.remove('is-answer'));
    (reply.querySelector('input') || fieldset.querySelector<HTMLElement>('ul input,.ordering button:not([disabled])') || done).focus();
  });
}

/** `<self-test-replies>` among the questions of a text: shows nothing itself, and lets each of them be answered. */
class SelfTestReplies extends HTMLElement {
  connectedCallback() {
    const section = this.closest('.self-test');
    if (section) section.querySelectorAll<HTMLFieldSetElement>('fieldset[data-kind]').forEach(question);
  }
}

customElements.define('self-test-replies', SelfTestReplies);
