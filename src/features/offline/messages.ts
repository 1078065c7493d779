/** What went wrong last, if anything. */
export type Problem = '' | 'network' | 'full' | 'damaged';

/** What a page asks of the worker. `plan` names a plan, `library` and `downloads` everything of that kind, `visited` the pages seen. */
export type Wish = { kind: 'plan'; id: string } | { kind: 'library' } | { kind: 'downloads' } | { kind: 'visited' };
export type Request =
  | { ask: 'hello'; path: string; lean: boolean; /** Files of the pages that the basket's items stand on. */ basket: string[] }
  | { ask: 'status' }
  | { ask: 'check' }
  | { ask: 'hold'; wish: Wish }
  | { ask: 'release'; wish: Wish }
  | { ask: 'pause' }
  | { ask: 'resume' }
  | { ask: 'clear' }
  | { ask: 'open' };

/** How much of a kind is kept. */
export interface Amount {
  files: number;
  heldFiles: number;
  bytes: number;
  heldBytes: number;
  wanted: boolean;
}

/** What the worker knows; sent on request and as things change. */
export interface Status {
  version: string;
  /** A later version is known and not yet complete on this device. */
  waiting: boolean;
  /** Milliseconds since 1970 of the last successful look for a later version; 0 before the first. */
  checked: number;
  busy: boolean;
  paused: boolean;
  problem: Problem;
  /** Bytes and pages on this device, of whatever kind. */
  bytes: number;
  pages: string[];
  visited: Amount;
  library: Amount;
  downloads: Amount;
  plans: (Amount & { id: string; title: string })[];
}

/** What the worker tells pages. */
export type Told = { told: 'status'; status: Status } | { told: 'updated' };
