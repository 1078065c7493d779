import type { Manifest } from '../manifest.ts';
import type { Request, Status, Told, Wish } from '../messages.ts';
import { dropCaches, dropFile, dropManifest, freshState, heldHashes, holdFile, keptVersions, openWindows, readManifest, readState, writeManifest, writeState, type State } from './cupboard.ts';
import { openGate, shut, shutGate } from './gate.ts';
import { DamagedFile, fetchFile, fetchManifest } from './fetch-file.ts';
import { base } from './scope.ts';
import { coreOf, statusOf, wantedOf } from './wanted.ts';

/** Milliseconds between two looks for a later version. */
const checkEvery = 10 * 60_000;
/** Files fetched at once. */
const lanes = 4;
/** Files that may fail one after another before the rest is left for later. */
const patience = 3;

/** Assets and search text have the hash of their content in the address, so those of any version may be had by it. */
export const isLasting = (path: string): boolean => /^(?:assets|search\/text|search\/data)\//.test(path);

/** Adds and takes away, and knows at any moment what is there. */
export class Keeper {
  private ready: Promise<State> | undefined;
  private readonly lists = new Map<string, Promise<Manifest | undefined>>();
  private held: Promise<Set<string>> | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private checkNow = false;
  private stop = new AbortController();

  state(): Promise<State> {
    return (this.ready = this.ready || readState());
  }

  /** The list of a version, as far as it is kept. */
  list(version: string): Promise<Manifest | undefined> {
    if (!version) return Promise.resolve(undefined);
    const known = this.lists.get(version) || readManifest(version);
    this.lists.set(version, known);
    return known;
  }

  hashes(): Promise<Set<string>> {
    return (this.held = this.held || heldHashes());
  }

  async save(): Promise<void> {
    await writeState(await this.state());
  }

  async status(): Promise<Status> {
    const state = await this.state();
    return statusOf(await this.list(state.current), state, await this.hashes(), this.running !== undefined);
  }

  /** Remembers which version a page was shown with; what belongs to it stays until the page is closed. */
  async shown(client: string | undefined, version: string): Promise<void> {
    const state = await this.state();
    if (!client || !state.current || state.clients[client] === version) return;
    state.clients[client] = version;
    await this.save();
  }

  async visit(path: string): Promise<void> {
    const state = await this.state();
    if (state.visited.indexOf(path) >= 0) return;
    state.visited.push(path);
    await this.save();
  }

  /** Keeps a body that was checked. Answers whether there was room. */
  async put(hash: string, body: ArrayBuffer, type: string): Promise<boolean> {
    try {
      await holdFile(hash, body, type);
      (await this.hashes()).add(hash);
      return true;
    } catch (_error) {
      return false;
    }
  }

  async tell(told: Told): Promise<void> {
    for (const client of await openWindows()) client.postMessage(told);
  }

  /** Tells every open page how things stand. */
  async report(): Promise<void> {
    await this.tell({ told: 'status', status: await this.status() });
  }

  async wish(wish: Wish, on: boolean): Promise<void> {
    const state = await this.state();
    if (wish.kind === 'plan') state.plans = state.plans.filter((id) => id !== wish.id).concat(on ? [wish.id] : []);
    else if (wish.kind === 'visited') state.visited = [];
    else state[wish.kind] = on;
    state.paused = false;
    state.problem = '';
    if (!on) this.stop.abort();
    await this.save();
  }

  async pause(on: boolean): Promise<void> {
    const state = await this.state();
    state.paused = on;
    state.problem = '';
    if (on) this.stop.abort();
    await this.save();
  }

  /**
   * Takes everything away, for good: work still on its way finds the gate shut and the state empty, whenever its answer
   * comes. It is not waited for, a line may hang.
   */
  async clear(): Promise<void> {
    const [state, held] = [await this.state(), await this.hashes()];
    this.again = false;
    this.stop.abort();
    await shutGate();
    Object.assign(state, { ...freshState, plans: [], visited: [], basket: [], clients: {} });
    held.clear();
    this.lists.clear();
    await dropCaches();
  }

  /** Does all there is to do: looks for a later version, fetches what is wanted, takes away what is not. One at a time. */
  work(checkNow = false): Promise<void> {
    this.again = true;
    this.checkNow = this.checkNow || checkNow;
    if (!this.running) {
      const finished = () => {
        this.running = undefined;
      };
      this.running = this.round().then(finished, finished);
      void this.report();
    }
    return this.running;
  }

  private async round() {
    while (this.again) {
      this.again = false;
      this.stop = new AbortController();
      const state = await this.state();
      if (this.checkNow || !(await this.list(state.current)) || Date.now() - state.checked > checkEvery) await this.check();
      this.checkNow = false;
      await this.advance();
      const list = await this.list(state.current);
      if (list) await this.fetchAll(list, wantedOf(list, state));
      await this.tidy();
      await this.save();
    }
  }

  private async check() {
    const state = await this.state();
    try {
      const list = await fetchManifest();
      if (shut()) return;
      const known = await this.list(state.current);
      state.checked = Date.now();
      if (state.problem !== 'full') state.problem = '';
      if (known && list.version === state.current) state.newer = '';
      else {
        await writeManifest(list).catch(() => undefined);
        this.lists.set(list.version, Promise.resolve(list));
        if (known) state.newer = list.version;
        else state.current = list.version;
      }
    } catch (error) {
      state.problem = error instanceof DamagedFile ? 'damaged' : 'network';
    }
    await this.save();
  }

  /** Fetches of the later version what is kept of the current one, and changes over when all of it is there. */
  private async advance() {
    const state = await this.state();
    const [now, next] = [await this.list(state.current), await this.list(state.newer)];
    if (!next) return void (state.newer = '');
    const held = await this.hashes();
    const carried = now ? Object.keys(now.files).filter((path) => path in next.files && held.has((now.files[path] || [''])[0])) : [];
    if (!(await this.fetchAll(next, [...coreOf(next, state), ...carried]))) return;
    Object.assign(state, { current: state.newer, newer: '' });
    await this.save();
    await this.tell({ told: 'updated' });
  }

  /** Fetches what is missing of some files. Answers whether all of them are there now. */
  private async fetchAll(list: Manifest, paths: readonly string[]): Promise<boolean> {
    const [state, held] = [await this.state(), await this.hashes()];
    const missing = paths.filter((path) => list.files[path] && !held.has((list.files[path] || [''])[0]));
    if (missing.length === 0) return true;
    const { signal } = this.stop;
    const isFull = () => state.problem === 'full';
    let [next, failed] = [0, 0];
    const lane = async () => {
      while (next < missing.length && failed < patience && !isFull() && !signal.aborted) {
        const path = missing[next++] || '';
        const file = list.files[path];
        if (!file || held.has(file[0])) continue;
        try {
          const { body, type } = await fetchFile(path, file, signal);
          if (!(await this.put(file[0], body, type)) && !signal.aborted) Object.assign(state, { problem: 'full', paused: true });
          failed = 0;
        } catch (error) {
          failed += 1;
          if (!signal.aborted && !isFull()) state.problem = error instanceof DamagedFile ? 'damaged' : 'network';
        }
        if (next % 10 === 0) void this.report();
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    const complete = missing.every((path) => held.has((list.files[path] || [''])[0]));
    if (complete && !isFull()) state.problem = '';
    return complete;
  }

  /** Takes away what neither the reader wants nor an open page may still ask for. */
  private async tidy() {
    const state = await this.state();
    const open = (await openWindows()).filter(({ url }) => url.indexOf(base()) === 0).map(({ id }) => id);
    for (const id of Object.keys(state.clients)) if (open.indexOf(id) < 0) delete state.clients[id];
    const unknown = open.some((id) => !state.clients[id]);
    const inUse = new Set([state.current, state.newer, ...Object.values(state.clients)]);
    const keep = new Set<string>();
    for (const version of await keptVersions()) {
      if (!unknown && !inUse.has(version)) {
        await dropManifest(version);
        this.lists.delete(version);
        continue;
      }
      const list = await this.list(version);
      if (!list) continue;
      const paths = version === state.current || version === state.newer ? wantedOf(list, state, true) : Object.keys(list.files).filter(isLasting);
      for (const path of paths) keep.add((list.files[path] || [''])[0]);
    }
    // Without a list nothing can be judged, and nothing is thrown away.
    if (!(await this.list(state.current))) return;
    const held = await this.hashes();
    for (const hash of Array.from(held))
      if (!keep.has(hash)) {
        held.delete(hash);
        await dropFile(hash);
      }
  }
}

/** What a request of a page comes to. Answers the work that goes on after it. */
export async function attend(keeper: Keeper, request: Request): Promise<void> {
  const state = await keeper.state();
  switch (request.ask) {
    case 'hello':
      if (shut()) return undefined;
      state.lean = request.lean;
      state.basket = request.basket || [];
      if (request.path) await keeper.visit(request.path);
      return keeper.work();
    case 'check':
      return keeper.work(true);
    case 'hold':
    case 'release':
      await keeper.wish(request.wish, request.ask === 'hold');
      return keeper.work();
    case 'pause':
    case 'resume':
      await keeper.pause(request.ask === 'pause');
      return keeper.work();
    case 'clear':
      return keeper.clear();
    case 'open':
      return openGate();
    case 'status':
      return undefined;
  }
}
