import { stayAwake, canFill, toggleFull } from './awake.client.ts';
import { Channel } from './channel.client.ts';
import { commandOf, isCommand, listenToButtons, listenToTouch, type Command } from './controls.client.ts';
import { make } from './dom.client.ts';
import { showLight, toggleLight } from './look.client.ts';
import { Panel } from './panel.client.ts';
import type { Piece, Programme } from './piece.ts';
import { Layout, type LaidOut } from './screen.client.ts';
import { clockOf, keepMeeting, keepPlace, recallMeeting, recallPlace, type Place } from './state.client.ts';
import { elapsed, halted, minutesOver, minuteWords, started } from './time.ts';
import { ordinals, turnWords } from './turns.ts';

const notKept = '这台设备没有存下（不让网站存东西，或者空间已满）：名单和进度只在这一页有效。';

/** The screens that the room sees. */
export class MeetingView {
  private root: HTMLElement;
  private programme: Programme;
  private address: string;
  private place: Place;
  private index = 0;
  private screen = 0;
  private laid = new Map<number, LaidOut>();
  private layout: Layout | undefined;
  private turns: number[];
  private panel: Panel;
  private channel: Channel;
  private keeps = true;
  private wait = 0;
  /** Size of the stage for which everything was laid out. */
  private measured = '';

  constructor(root: HTMLElement, programme: Programme, address: string) {
    this.root = root;
    this.programme = programme;
    this.address = address;
    this.turns = ordinals(programme.pieces);
    this.place = recallPlace(address);
    const { names, each } = recallMeeting();
    this.panel = new Panel(this.part('panel'), programme, names, each, {
      go: (index) => this.show(index, 0),
      names: (list, many) => {
        this.keeps = keepMeeting({ names: list, each: many });
        this.refresh();
      },
      closed: () => this.refresh(),
    });
    showLight();
    this.channel = new Channel(address, (message) => {
      if (message.kind === 'hello') this.tell();
      else if (message.kind === 'do' && isCommand(message.command)) this.run(message.command);
      else if (message.kind === 'do' && /^go \d+$/.test(message.command)) this.show(Number(message.command.slice(3)), 0);
    });
    root.hidden = false;
    this.measure();
    this.listen();
    const found = programme.pieces.findIndex(({ key }) => key === this.place.key);
    this.show(Math.max(0, found), found < 0 ? 0 : this.screenWith(found, this.place.offset));
    stayAwake();
    window.setInterval(() => this.refresh(), 5000);
  }

  private part<Kind extends HTMLElement = HTMLElement>(name: string): Kind {
    const found = this.root.querySelector<Kind>(`[data-part="${name}"]`);
    if (!found) throw new Error(`meeting view: ${name} is missing`);
    return found;
  }

  private listen(): void {
    window.addEventListener('keydown', (event) => {
      const command = commandOf(event);
      if (!command || (this.panel.open && command !== 'menu')) return;
      event.preventDefault();
      this.run(command);
    });
    listenToTouch(this.part('stage'), (command) => this.run(command));
    this.part('black').addEventListener('click', () => this.run('black'));
    listenToButtons(this.root, (command) => this.run(command), () => !this.panel.open && this.part('stage').focus());
    window.addEventListener('resize', () => {
      clearTimeout(this.wait);
      this.wait = window.setTimeout(() => this.remeasure(), 120);
    });
    if (document.fonts) document.fonts.addEventListener('loadingdone', () => this.remeasure());
    this.root.querySelectorAll<HTMLElement>('[data-command="full"]').forEach((button) => (button.hidden = !canFill()));
  }

  /** Anything may have changed its size: all is laid out anew, and the words that were shown stay on the screen. */
  private remeasure(): void {
    this.measure();
    this.show(this.index, this.screenWith(this.index, this.place.offset));
  }

  private measure(): void {
    const { clientWidth, clientHeight } = this.part('stage');
    this.measured = `${clientWidth} ${clientHeight}`;
    this.laid.clear();
    this.layout = new Layout(this.part('measure'), window.innerHeight);
  }

  private laidOut(index: number): LaidOut {
    const known = this.laid.get(index);
    if (known) return known;
    const made = (this.layout as Layout).layOut(this.programme.pieces[index] as Piece);
    this.part('measure').textContent = '';
    this.laid.set(index, made);
    return made;
  }

  private screenWith(index: number, offset: number): number {
    const { screens } = this.laidOut(index);
    return Math.max(0, screens.filter(({ from }) => from <= offset).length - 1);
  }

  private show(index: number, screen: number): void {
    const { pieces } = this.programme;
    this.index = Math.min(pieces.length - 1, Math.max(0, index));
    const laid = this.laidOut(this.index);
    this.screen = Math.min(laid.screens.length - 1, Math.max(0, screen));
    const stage = this.part('stage');
    const old = stage.firstElementChild;
    const next = laid.draw(this.screen);
    if (old) stage.replaceChild(next, old);
    else stage.append(next);
    const piece = pieces[this.index] as Piece;
    this.place = { ...this.place, key: piece.key, offset: laid.screens[this.screen]?.from || 0 };
    this.keep();
    this.refresh();
    // The neighbour is laid out while the room reads, so that the next press shows it at once.
    window.setTimeout(() => this.index + 1 < pieces.length && this.laidOut(this.index + 1), 60);
  }

  private keep(): void {
    this.keeps = keepPlace(this.address, this.place) && this.keeps;
  }

  private get black(): boolean {
    return !this.part('black').hidden;
  }

  /** Does what a key, a button, a finger or the other window asks for. From black any of them brings the screen back first. */
  run(command: Command): void {
    if (this.black && ['next', 'previous', 'first', 'last', 'menu'].indexOf(command) >= 0) return this.setBlack(false);
    const actions: Record<Command, () => void> = {
      next: () => this.forward(),
      previous: () => (this.screen > 0 ? this.show(this.index, this.screen - 1) : this.index > 0 && this.show(this.index - 1, Infinity)),
      first: () => this.show(0, 0),
      last: () => this.show(this.programme.pieces.length - 1, 0),
      black: () => this.setBlack(!this.black),
      reader: () => this.skip(1),
      'reader-back': () => this.skip(-1),
      full: toggleFull,
      menu: () => (this.panel.open ? this.panel.close() : this.panel.show('menu', this.index)),
      jump: () => this.panel.show('jump', this.index),
      help: () => this.panel.show('help', this.index),
      clock: () => this.toggleClock(),
      notes: () => this.openNotes(),
      light: toggleLight,
    };
    actions[command]();
  }

  private forward(): void {
    const { screens } = this.laidOut(this.index);
    // The first step out of the title starts the clock of this occasion.
    const { part } = this.programme.pieces[Math.min(this.index + 1, this.programme.pieces.length - 1)] as Piece;
    const clock = clockOf(this.place, part);
    if (clock.since === 0 && clock.before === 0) this.setClock(part, started(clock, Date.now()));
    if (this.screen + 1 < screens.length) this.show(this.index, this.screen + 1);
    else if (this.index + 1 < this.programme.pieces.length) this.show(this.index + 1, 0);
  }

  private get currentPart(): number {
    return (this.programme.pieces[this.index] as Piece).part;
  }

  private setClock(part: number, clock: { since: number; before: number }): void {
    const clocks = this.programme.parts.map((_part, at) => (at === part ? clock : clockOf(this.place, at)));
    this.place = { ...this.place, clocks };
    this.keep();
  }

  private toggleClock(): void {
    const clock = clockOf(this.place, this.currentPart);
    this.setClock(this.currentPart, clock.since > 0 ? halted(clock, Date.now()) : started(clock, Date.now()));
    this.refresh();
  }

  private skip(by: number): void {
    if (recallMeeting().names.length === 0) return this.panel.show('menu', this.index);
    this.place = { ...this.place, shift: this.place.shift + by };
    this.keep();
    this.refresh();
  }

  private setBlack(black: boolean): void {
    this.part('black').hidden = !black;
    this.refresh();
  }

  private openNotes(): void {
    const opened = window.open(`${location.pathname}${location.search}${location.search ? '&' : '?'}role=notes`, `notes-${this.address}`, 'width=900,height=700');
    if (opened) this.channel.join(opened);
    else this.say('浏览器没有让打开新窗口。请允许本站弹出窗口，再按一次S。');
  }

  private say(words: string): void {
    this.part('status').textContent = words;
  }

  private set(name: string, words: string): void {
    const place = this.part(name);
    if (place.textContent !== words) place.textContent = words;
  }

  /** Turn, clock and place in the bar. Only what has changed is written, so that nothing flickers. */
  private refresh(): void {
    const { pieces, steps, parts, planned } = this.programme;
    const piece = pieces[this.index] as Piece;
    const { names, each } = recallMeeting();
    const [reader, after] = turnWords(names, this.turns, this.index, each, this.place.shift);
    const turn = this.part('turn');
    turn.hidden = names.length === 0;
    this.set('reader', reader);
    this.set('after', after);
    const time = elapsed(clockOf(this.place, piece.part), Date.now());
    const length = parts[piece.part]?.minutes || 0;
    const step = steps[piece.step];
    const over = planned && step ? minutesOver(time, step.to) : 0;
    this.set('clock', `已用${minuteWords(time)}`);
    this.set('planned', planned ? (step ? `这一步到第${step.to}分钟，全长${length}分钟` : `全长${length}分钟`) : `约需${length}分钟`);
    this.set('over', over > 0 ? `超${over}分钟` : '');
    this.set('at', `${this.index + 1}/${pieces.length}`);
    this.part('progress').style.setProperty('--done', String((this.index + 1) / pieces.length));
    if (!this.keeps) {
      this.say(notKept);
      this.panel.warn(notKept);
    }
    this.tell();
    // The bar may have grown or shrunk, and the room for the screens with it.
    const { clientWidth, clientHeight } = this.part('stage');
    if (this.measured !== `${clientWidth} ${clientHeight}`) this.remeasure();
  }

  private tell(): void {
    this.channel.send({ kind: 'at', index: this.index, screen: this.screen, screens: this.laidOut(this.index).screens.length, black: this.black, shift: this.place.shift, clocks: this.place.clocks });
  }
}

/** The message where something could not be had, in place of the screens. */
export function showProblem(words: string): void {
  const place = document.querySelector<HTMLElement>('[data-meet-problem]');
  if (!place) return;
  place.textContent = '';
  place.append(make('p', '', words));
  place.hidden = false;
}
