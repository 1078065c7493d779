/** What is stored under these names is a reader's own work; of what cannot be read a copy stays, and this is what readers call it. */
export const copied: Readonly<Record<string, string>> = { notes: '笔记', basket: '讲义篮', meeting: '领学名单', searches: '检索记录', 'reading-places': '阅读位置' };

const own = (value: object, name: string): unknown => (Object.prototype.hasOwnProperty.call(value, name) ? (value as Record<string, unknown>)[name] : undefined);

/** Whether something of a stored value is not in what was read of it. What reading added, as defaults, is no loss. */
function lost(stored: unknown, read: unknown): boolean {
  if (Array.isArray(stored)) return !Array.isArray(read) || stored.length > read.length || stored.some((entry, at) => lost(entry, read[at]));
  if (stored && typeof stored === 'object') return !read || typeof read !== 'object' || Object.keys(stored).some((name) => lost(own(stored, name), own(read, name)));
  return stored !== read;
}

/** Whether stored text holds more than what was read of it: it is damaged, or of another version. */
export function loses(stored: string, read: unknown): boolean {
  if (!stored) return false;
  try {
    return lost(JSON.parse(stored), read);
  } catch (_error) {
    return true;
  }
}

/** Keeps text that could not be read under a name of its own, once. False where there is no room. */
export function keepCopy(key: string, text: string): boolean {
  try {
    const copies = `${key}-copy-`;
    for (let at = 0; at < localStorage.length; at += 1) {
      const name = localStorage.key(at) || '';
      if (name.indexOf(copies) === 0 && localStorage.getItem(name) === text) return true;
    }
    localStorage.setItem(copies + Date.now(), text);
    return true;
  } catch (_error) {
    return false;
  }
}

/**
 * Writes over what is stored. Of what `read` cannot read all of, a copy is kept first; where there is no room for it nothing is
 * written. False: the device keeps what it had.
 */
export function overwrite(key: string, value: string, read: (stored: string) => unknown): boolean {
  try {
    const old = localStorage.getItem(key) || '';
    if (loses(old, read(old)) && !keepCopy(key, old)) return false;
    localStorage.setItem(key, value);
    return true;
  } catch (_error) {
    return false;
  }
}

/** Takes the copies of one record away, where the reader wants it gone. */
export function dropCopies(key: string): void {
  try {
    for (let at = localStorage.length - 1; at >= 0; at -= 1) {
      const name = localStorage.key(at) || '';
      if (name.indexOf(`${key}-copy-`) === 0) localStorage.removeItem(name);
    }
  } catch (_error) {
    // Where nothing may be kept, nothing was.
  }
}

/** All copies on this device: what they are of, and their text. */
export function keptCopies(): { of: string; text: string }[] {
  const found: { of: string; text: string }[] = [];
  try {
    for (let at = 0; at < localStorage.length; at += 1) {
      const name = localStorage.key(at) || '';
      const key = Object.keys(copied).find((known) => name.indexOf(`${known}-copy-`) === 0);
      if (key) found.push({ of: copied[key] || '', text: localStorage.getItem(name) || '' });
    }
  } catch (_error) {
    // Where nothing may be kept, nothing was.
  }
  return found;
}
