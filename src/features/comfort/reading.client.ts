import { onParagraphMenu } from '../../components/paragraph-menu.client.ts';
import { recall } from '../../components/stored.client.ts';

/** What reading aloud does from the start: it looks for a Chinese voice, and shows nothing where there is none. */
const speech = 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window ? window.speechSynthesis : undefined;

const hasVoice = (): boolean => Boolean(speech && speech.getVoices().some(({ lang }) => /^(?:zh|cmn|yue)/i.test(lang)));

/** `<read-aloud>`: the button 朗读. */
class ReadAloud extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    if (!button || !speech) return;
    const look = () => (this.hidden = !hasVoice());
    // Voices come late in most browsers; an old one has no listener for it.
    if (speech.addEventListener) speech.addEventListener('voiceschanged', look);
    look();
    button.addEventListener('click', () => start(button));
  }
}

let starting = false;

/** A press while the first is on its way would undo it unseen. */
function start(button: HTMLElement, block?: HTMLElement): void {
  if (starting) return;
  starting = true;
  import('./aloud.client.ts')
    .then(({ readAloud }) => readAloud(button, block))
    .catch(() => undefined)
    .then(() => (starting = false));
}

customElements.define('read-aloud', ReadAloud);

onParagraphMenu(({ block, add }) => {
  const button = document.querySelector<HTMLElement>('read-aloud:not([hidden]) button');
  if (button) add('从这一段朗读', () => start(button, block));
});

/** Where reading stopped: of interest once a reader has been here or moves on from the beginning. */
const places = () => {
  window.removeEventListener('scroll', places);
  import('./places.client.ts').then(({ remembering }) => remembering()).catch(() => undefined);
};
if (!document.querySelector('.prose')) {
  // Nothing to be read here.
} else if (recall('reading-places')) places();
else window.addEventListener('scroll', places, { passive: true });
