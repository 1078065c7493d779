import look from '../../styles/aloud.css?url';
import { showFootBar } from '../../components/foot-bar.client.ts';
import { addStyle } from '../../components/style.client.ts';
import { recall, remember } from '../../components/stored.client.ts';
import { spokenOf, type Spoken } from './aloud-text.client.ts';

const rateKey = 'reading-rate';
const rates: readonly [string, string][] = [['0.7', '慢'], ['0.85', '稍慢'], ['1', '正常'], ['1.25', '稍快'], ['1.5', '快']];

const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = ''): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  return element;
};

/** The best Chinese voice: mainland before others, one of the device before one that needs the network. */
function voice(): SpeechSynthesisVoice | undefined {
  const worth = ({ lang, localService }: SpeechSynthesisVoice) => (/^(?:zh[-_](?:CN|Hans)|cmn)/i.test(lang) ? 4 : /^zh/i.test(lang) ? 2 : 1) + (localService ? 1 : 0);
  return speechSynthesis
    .getVoices()
    .filter(({ lang }) => /^(?:zh|cmn|yue)/i.test(lang))
    .sort((a, b) => worth(b) - worth(a))[0];
}

/** Marks the sentence that is read: the sentence where the browser can, else its paragraph. */
function mark(spoken: Spoken | undefined, before: Spoken | undefined): void {
  if (before) before.block.classList.remove('speaking');
  const highlights = window.CSS && CSS.highlights;
  if (highlights) highlights.delete('speaking');
  if (!spoken) return;
  if (highlights && spoken.range && document.contains(spoken.range.startContainer)) highlights.set('speaking', new Highlight(spoken.range));
  else spoken.block.classList.add('speaking');
}

const fits = ({ top, bottom }: DOMRect): boolean => top > 0 && bottom < window.innerHeight - 90;

/** The player: sentences, which one is read, and the bar at the foot of the window. */
class Player {
  private readonly bar = make('div');
  private readonly pauseButton = make('button', '暂停');
  private readonly said = make('span');
  private at = 0;
  private turn = 0;
  private going = false;
  private readonly leave = () => this.stop(false);
  private readonly opener: HTMLElement;
  private readonly sentences: Spoken[];

  constructor(opener: HTMLElement, sentences: Spoken[]) {
    this.opener = opener;
    this.sentences = sentences;
    this.bar.className = 'aloud-bar wide';
    this.bar.setAttribute('role', 'group');
    this.bar.setAttribute('aria-label', '朗读');
    this.said.setAttribute('role', 'status');
    const speed = make('label', '语速');
    const select = make('select');
    for (const [value, words] of rates) {
      const option = make('option', words);
      option.value = value;
      select.append(option);
    }
    const kept = recall(rateKey);
    select.value = rates.some(([value]) => value === kept) ? kept : '1';
    select.addEventListener('change', () => {
      remember(rateKey, select.value);
      this.rate = Number(select.value);
      if (this.going) this.speak();
    });
    this.rate = Number(select.value);
    speed.append(select);
    this.pauseButton.type = 'button';
    this.pauseButton.addEventListener('click', () => (this.going ? this.pause() : this.speak()));
    this.bar.append(this.button('上一句', () => this.go(-1)), this.pauseButton, this.button('下一句', () => this.go(1)), speed, this.button('停止', () => this.stop(true)), this.said);
    this.bar.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      this.stop(true);
    });
    showFootBar(this.bar);
    window.addEventListener('pagehide', this.leave);
    this.pauseButton.focus({ preventScroll: true });
  }

  private rate = 1;

  private button(label: string, press: () => void): HTMLButtonElement {
    const made = make('button', label);
    made.type = 'button';
    made.addEventListener('click', press);
    return made;
  }

  /** Reads from a sentence on. */
  from(at: number): void {
    this.move(at);
    this.speak();
  }

  private move(at: number): void {
    const before = this.sentences[this.at];
    this.at = Math.max(0, Math.min(at, this.sentences.length - 1));
    const now = this.sentences[this.at];
    mark(now, before);
    if (now && !fits((now.range || now.block).getBoundingClientRect())) now.block.scrollIntoView({ block: 'center' });
  }

  private go(step: number): void {
    this.move(this.at + step);
    if (this.going) this.speak();
  }

  private speak(): void {
    const spoken = this.sentences[this.at];
    if (!spoken) return this.stop(true);
    this.turn += 1;
    const { turn } = this;
    speechSynthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(spoken.words);
    const chosen = voice();
    if (chosen) utterance.voice = chosen;
    utterance.lang = chosen ? chosen.lang : 'zh-CN';
    utterance.rate = this.rate;
    utterance.onend = () => {
      if (turn !== this.turn || !this.going) return;
      if (this.at + 1 >= this.sentences.length) return this.stop(true);
      this.move(this.at + 1);
      this.speak();
    };
    utterance.onerror = ({ error }) => {
      if (turn !== this.turn || error === 'canceled' || error === 'interrupted') return;
      this.pause();
      this.said.textContent = '这台设备没有读出来。';
    };
    this.going = true;
    this.said.textContent = '';
    this.pauseButton.textContent = '暂停';
    speechSynthesis.speak(utterance);
  }

  /** Stops the voice and keeps the sentence: the browser's own pause never comes back on some phones. */
  private pause(): void {
    this.going = false;
    this.turn += 1;
    speechSynthesis.cancel();
    this.pauseButton.textContent = '继续';
  }

  stop(focus: boolean): void {
    this.pause();
    mark(undefined, this.sentences[this.at]);
    window.removeEventListener('pagehide', this.leave);
    this.bar.remove();
    if (player === this) player = undefined;
    if (focus) this.opener.focus({ preventScroll: true });
  }
}

let player: Player | undefined;

void addStyle(look);

/** Reads the page's text aloud, from a paragraph or from what the window shows first. A second press stops it. */
export function readAloud(opener: HTMLElement, block?: HTMLElement): void {
  const playing = player;
  if (playing) playing.stop(false);
  if (playing && !block) return opener.focus();
  const article = document.querySelector('main article');
  const sentences = article ? spokenOf(article) : [];
  if (sentences.length === 0) return;
  const shown = block
    ? sentences.findIndex((spoken) => block === spoken.block || block.contains(spoken.block))
    : window.pageYOffset < window.innerHeight / 2
      ? 0
      : sentences.findIndex((spoken) => spoken.block.getBoundingClientRect().bottom > 0);
  player = new Player(opener, sentences);
  player.from(Math.max(0, shown));
}
