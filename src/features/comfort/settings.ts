/*
 * boot.js applies these settings: it writes them on the root element, where the style sheets read them, before the first
 * paint. Letters twice as large leave room for half as many, so it also multiplies the widths at which layouts change, as the
 * browser's zoom would; a style sheet that may not be read (file://) is passed over and `data-unscaled` says so. It goes to
 * work again on the event `reading-settings`, whose detail are the settings where they could not be kept.
 */
/** What a reader can set; every value is a word that boot.js and the style sheets know, empty for the default. */
export interface Settings {
  theme: '' | 'light' | 'dark' | 'sepia';
  size: '' | '2' | '3' | '4' | '5';
  large: '' | 'on';
  pinyin: '' | 'on';
  /** Shortcuts that are a single character, which speech input and a hand that rests on the keys set off unasked (WCAG 2.1.4). */
  keys: '' | 'off';
}

/** Where each setting is kept; boot.js reads the same keys before the first paint. */
export const settingKeys: Record<keyof Settings, string> = { theme: 'theme', size: 'type-size', large: 'large-print', pinyin: 'pinyin', keys: 'single-keys' };

/** One setting as a group of buttons of which one is pressed. */
export interface Choice {
  name: keyof Settings;
  legend: string;
  values: readonly (readonly [value: string, words: string])[];
}

export const choices: readonly Choice[] = [
  { name: 'size', legend: '字号', values: [['', '标准'], ['2', '125%'], ['3', '150%'], ['4', '175%'], ['5', '200%']] },
  { name: 'large', legend: '大字模式', values: [['', '关'], ['on', '开：字大、按钮大、对比强、间距宽']] },
  { name: 'theme', legend: '底色', values: [['', '跟随系统'], ['light', '浅色'], ['sepia', '米黄'], ['dark', '深色']] },
  { name: 'pinyin', legend: '生僻字和易读错的地名', values: [['', '不注音'], ['on', '注拼音']] },
  { name: 'keys', legend: '单键快捷键（“/”检索，领学模式的字母键）', values: [['', '开'], ['off', '关']] },
];

/** Large print needs large type: below 150 % its buttons would be smaller than 60 px. */
export const smallestInLargePrint = 3;

/** Whether a value of a choice can be taken with the other settings. */
export const isOpen = (name: keyof Settings, value: string, settings: Settings): boolean => name !== 'size' || settings.large !== 'on' || Number(value || 1) >= smallestInLargePrint;

/** The settings after one choice: large print brings its own smallest type along. */
export function changed(settings: Settings, name: keyof Settings, value: string): Settings {
  const next = { ...settings, [name]: value } as Settings;
  if (next.large === 'on' && Number(next.size || 1) < smallestInLargePrint) next.size = String(smallestInLargePrint) as Settings['size'];
  return next;
}

/** Reads settings by a function that looks one up; what is unknown counts as the default. */
export function readSettings(look: (name: keyof Settings) => string): Settings {
  let settings: Settings = { theme: '', size: '', large: '', pinyin: '', keys: '' };
  for (const { name, values } of choices) {
    const found = look(name);
    if (values.some(([value]) => value === found)) settings = { ...settings, [name]: found };
  }
  return settings.large ? changed(settings, 'large', 'on') : settings;
}
