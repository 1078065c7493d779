/**
 * Every name under which this site keeps something on a reader's device, and what readers call it. One action erases all of
 * it; a test compares the list with the sources. A name that ends in "-" stands for all that begin so.
 */
export const deviceKeys: Readonly<Record<string, string>> = {
  notes: '收藏、划线和笔记',
  'notes-copy-': '读不出来的旧记录的副本',
  'basket-copy-': '读不出来的旧记录的副本',
  'meeting-copy-': '读不出来的旧记录的副本',
  'searches-copy-': '读不出来的旧记录的副本',
  'reading-places-copy-': '读不出来的旧记录的副本',
  'reading-places': '读到哪里',
  basket: '讲义篮',
  'basket-before': '讲义篮',
  sheet: '打印版式',
  searches: '检索记录',
  meeting: '领学模式读到哪里、名单',
  'meeting-message': '领学模式读到哪里、名单',
  offline: '离线使用的选择',
  gbt7714: '出处版本',
  theme: '阅读设置',
  'type-size': '阅读设置',
  'large-print': '阅读设置',
  pinyin: '阅读设置',
  'single-keys': '阅读设置',
  'reading-rate': '阅读设置',
};

const isOurs = (key: string): boolean => Object.keys(deviceKeys).some((name) => (name.charAt(name.length - 1) === '-' ? key.indexOf(name) === 0 : key === name));

/** What is kept here now, in readers' words. */
export function keptHere(): string[] {
  const found: string[] = [];
  try {
    for (let at = 0; at < localStorage.length; at += 1) {
      const key = localStorage.key(at) || '';
      const name = Object.keys(deviceKeys).find((known) => key === known || (known.charAt(known.length - 1) === '-' && key.indexOf(known) === 0));
      const words = name && deviceKeys[name];
      if (words && found.indexOf(words) < 0) found.push(words);
    }
  } catch (_error) {
    // Nothing is kept where nothing may be.
  }
  return found;
}

/** Erases all of it, and nothing of another site under the same origin. */
export function eraseDevice(): boolean {
  try {
    const keys: string[] = [];
    for (let at = 0; at < localStorage.length; at += 1) keys.push(localStorage.key(at) || '');
    keys.filter(isOurs).forEach((key) => localStorage.removeItem(key));
    return true;
  } catch (_error) {
    return false;
  }
}
