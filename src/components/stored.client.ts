/** A choice of the reader that stays on the device; empty where nothing is kept or nothing may be. */
export function recall(key: string): string {
  try {
    return localStorage.getItem(key) || '';
  } catch (_error) {
    return '';
  }
}

/** Keeps a choice for the next page. In private mode it holds for this page only. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch (_error) {
    // Nothing to be done, and nothing lost but the memory.
  }
}
