import type { Finding } from './finding.ts';

/** What the page asks of the worker: to fetch the data, then to check texts. Answers carry the turn they belong to. */
export type Request = { load: string } | { turn: number; text: string };

export type Answer = { ready: number } | { turn: number; findings: Finding[] } | { failed: string };
