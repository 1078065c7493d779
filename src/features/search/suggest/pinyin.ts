/** Letters alone stand in hardly any text: they are most likely pinyin, which suggestions turn into words. */
export const isPinyin = (typed: string): boolean => /^[a-zü][a-zü\s']+$/i.test(typed.trim());
