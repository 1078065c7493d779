/** The part of a service worker's global scope that is used here; TypeScript's own types of it do not go with those of pages. */
export interface WindowClient {
  id: string;
  url: string;
  postMessage: (message: unknown) => void;
}

export interface Lasting extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}

export interface Fetching extends Lasting {
  request: Request;
  resultingClientId?: string;
  respondWith: (answer: Promise<Response>) => void;
}

export interface Messaging extends Lasting {
  data: unknown;
  source: WindowClient | null;
  ports: readonly MessagePort[];
}

interface Scope {
  registration: { scope: string; unregister: () => Promise<boolean> };
  clients: { claim: () => Promise<void>; matchAll: (options: { type: 'window'; includeUncontrolled: boolean }) => Promise<WindowClient[]> };
  skipWaiting: () => Promise<void>;
  addEventListener: ((name: 'install' | 'activate', call: (event: Lasting) => void) => void) & ((name: 'fetch', call: (event: Fetching) => void) => void) & ((name: 'message', call: (event: Messaging) => void) => void);
}

export const scope = self as unknown as Scope;

/** Address below which the worker answers, with a slash at its end. */
export const base = (): string => scope.registration.scope;

/** Begins the names of all caches of this site; another site of the same host has other ones. */
export const cachePrefix = (): string => `held:${new URL(base()).pathname}:`;
