const added: Record<string, Promise<void>> = {};

/**
 * Loads a style sheet that only a part loaded later needs, so that a page that is only read carries none of it. Settles
 * when the rules hold, or when they could not be had: the part works without its looks.
 */
export function addStyle(address: string): Promise<void> {
  added[address] =
    added[address] ||
    new Promise((resolve) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.onload = link.onerror = () => resolve();
      link.href = address;
      document.head.append(link);
    });
  return added[address];
}
