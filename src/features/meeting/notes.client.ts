import { Channel, type Message } from './channel.client.ts';
import { commandOf, listenToButtons, type Command } from './controls.client.ts';
import { make } from './dom.client.ts';
import { lineOf } from './line.client.ts';
import { showLight } from './look.client.ts';
import type { Piece, Programme } from './piece.ts';
import { clockOf, recallMeeting, recallPlace, type Place } from './state.client.ts';
import { clockWords, elapsed } from './time.ts';
import { ordinals, turnWords } from './turns.ts';

/** Commands that make sense from the other window; the rest belong to the one in the room. */
const remote: readonly Command[] = ['next', 'previous', 'first', 'last', 'black', 'reader', 'reader-back', 'clock'];

/** The leader's own window: the whole piece, what comes next, hints and expected points, the clock to the second. */
export class MeetingNotes {
  private root: HTMLElement;
  private programme: Programme;
  private channel: Channel;
  private turns: number[];
  private place: Place;
  private at: Extract<Message, { kind: 'at' }> | undefined;
  private shown = -1;

  constructor(root: HTMLElement, programme: Programme, address: string) {
    this.root = root;
    this.programme = programme;
    this.turns = ordinals(programme.pieces);
    this.place = recallPlace(address);
    showLight();
    this.channel = new Channel(address, (message) => {
      if (message.kind !== 'at') return;
      this.at = message;
      this.place = { ...this.place, shift: message.shift, clocks: message.clocks };
      this.refresh();
    });
    root.hidden = false;
    listenToButtons(root, (command) => this.ask(command), () => undefined);
    window.addEventListener('keydown', (event) => {
      const command = commandOf(event);
      if (!command || remote.indexOf(command) < 0) return;
      event.preventDefault();
      this.ask(command);
    });
    this.channel.send({ kind: 'hello' });
    window.setInterval(() => this.refresh(), 1000);
    this.refresh();
  }

  private ask(command: Command): void {
    this.channel.send({ kind: 'do', command });
  }

  private part(name: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(`[data-notes="${name}"]`);
    if (!found) throw new Error(`meeting notes: ${name} is missing`);
    return found;
  }

  private set(name: string, words: string): void {
    const place = this.part(name);
    if (place.textContent !== words) place.textContent = words;
  }

  private list(name: string, title: string, lines: readonly string[]): void {
    const place = this.part(name);
    place.textContent = '';
    place.hidden = lines.length === 0;
    const list = make('ul');
    list.append(...lines.map((line) => make('li', '', line)));
    place.append(make('h2', '', title), list);
  }

  private refresh(): void {
    const { pieces, steps, parts, planned } = this.programme;
    const index = this.at ? this.at.index : Math.max(0, pieces.findIndex(({ key }) => key === this.place.key));
    const piece = pieces[index] as Piece;
    if (index !== this.shown) this.show(index);
    const { names, each } = recallMeeting();
    this.set('turn', turnWords(names, this.turns, index, each, this.place.shift).filter(Boolean).join('　'));
    const time = elapsed(clockOf(this.place, piece.part), Date.now());
    const step = steps[piece.step];
    this.set('clock', clockWords(time));
    this.set('planned', planned ? `${step ? `这一步 ${step.from}—${step.to} 分钟，` : ''}全长${parts[piece.part]?.minutes || 0}分钟` : `约需${parts[0]?.minutes || 0}分钟`);
    this.part('clock').classList.toggle('over', Boolean(step && planned && time > step.to * 60000));
    const screens = this.at && this.at.screens > 1 ? `，第${this.at.screen + 1}屏，共${this.at.screens}屏` : '';
    this.set('at', `${index + 1}/${pieces.length}${screens}`);
    this.set('state', this.at ? (this.at.black ? '投影是黑屏' : '已连上投影窗口') : '没有连上投影窗口：请从那个窗口按S打开这里');
  }

  private show(index: number): void {
    this.shown = index;
    const piece = this.programme.pieces[index] as Piece;
    const next = this.programme.pieces[index + 1];
    const step = this.programme.steps[piece.step];
    const now = this.part('now');
    now.textContent = '';
    now.append(make('p', 'running', [step ? `${step.title}${step.lead && `（${step.lead}）`}` : '', step && step.title === piece.running ? '' : piece.running, piece.number && `第${piece.number}段`].filter(Boolean).join(' · ')));
    if (piece.heading) now.append(make('h2', '', piece.heading));
    const body = piece.body.cloneNode(true) as HTMLElement;
    if (piece.head) body.insertBefore(piece.head.cloneNode(true), body.firstChild);
    now.append(body);
    if (piece.caption) now.append(make('p', 'caption', piece.caption));
    if (piece.sources.length > 0) now.append(make('p', 'sources', `出处：${piece.sources.join('；')}`));
    now.scrollTop = 0;
    this.list('hints', '提示', step ? step.hints : []);
    this.list('expect', '希望听到', step ? step.expect : []);
    this.set('next', next ? lineOf(next, 90).filter(Boolean).join('　') : '没有了');
  }
}
