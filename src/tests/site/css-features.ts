/** A CSS feature with the first Chromium and Safari that know it, and what a kernel without it shows instead. */
export interface CssFeature {
  name: string;
  find: RegExp;
  chrome: number;
  safari: number;
  /** Why a page reads just as well without it; absent: it may stand only inside @supports. */
  without?: string;
}

/** Features that came after Chromium 81, or after Safari 15.0, and those our style must not lean on. */
export const cssFeatures: readonly CssFeature[] = [
  { name: 'gap in flex', find: /display:(?:inline-)?flex[^}]*;(?:row-|column-)?gap:/, chrome: 84, safari: 14.1 },
  { name: ':is(), :where()', find: /:(?:is|where)\(/, chrome: 88, safari: 14 },
  { name: ':has()', find: /:has\(/, chrome: 105, safari: 15.4 },
  { name: ':not() with a list', find: /:not\([^()]*,/, chrome: 88, safari: 9 },
  { name: 'inset', find: /[{;]inset(?:-block|-inline)?:/, chrome: 87, safari: 14.1 },
  { name: 'aspect-ratio', find: /[{;]aspect-ratio:/, chrome: 88, safari: 15 },
  { name: '@layer', find: /@layer/, chrome: 99, safari: 15.4 },
  { name: '@container', find: /@container/, chrome: 105, safari: 16 },
  { name: 'small, large and dynamic viewport units', find: /\d[sld]v(?:h|w|min|max)\b/, chrome: 108, safari: 15.4 },
  { name: 'new colours', find: /(?:oklch|oklab|lch|lab|color-mix|color|light-dark)\(/, chrome: 111, safari: 15.4 },
  { name: 'media ranges', find: /@media[^{]*[<>]/, chrome: 104, safari: 16.4 },
  { name: 'nesting', find: /\{[^{}]*[;{]&/, chrome: 112, safari: 16.5 },
  { name: 'subgrid', find: /subgrid/, chrome: 117, safari: 16 },
  { name: 'overflow: clip', find: /overflow(?:-[xy])?:clip/, chrome: 90, safari: 16 },
  { name: 'min(), max(), clamp()', find: /[:\s(,](?:min|max|clamp)\(/, chrome: 79, safari: 13.1 },
  { name: ':focus-visible', find: /:focus-visible/, chrome: 86, safari: 15.4, without: '浏览器自己的焦点框' },
  { name: 'accent-color', find: /[{;]accent-color:/, chrome: 93, safari: 15.4, without: '单选框用系统颜色' },
  { name: 'text-wrap', find: /[{;]text-wrap:/, chrome: 114, safari: 17.4, without: '末行可能只剩一个字' },
  { name: 'text-autospace', find: /[{;]text-autospace:/, chrome: 140, safari: 18.4, without: '汉字与数字之间不留缝' },
  { name: 'text-spacing-trim', find: /[{;]text-spacing-trim:/, chrome: 123, safari: 99, without: '相连的标点不挤压' },
  { name: '::highlight()', find: /::highlight\(/, chrome: 105, safari: 17.2, without: '朗读时不标出正在读的句子' },
  { name: '@page margin boxes', find: /@(?:top|bottom)-(?:left|center|right)/, chrome: 131, safari: 99, without: '直接打印没有书眉页码，讲义篮自己排的仍然有' },
];

/** The sheet without the insides of `@supports`, which kernels skip that do not know what it asks for. */
export function withoutSupports(css: string): string {
  let rest = css;
  for (let at = rest.indexOf('@supports'); at >= 0; at = rest.indexOf('@supports')) {
    let [depth, end] = [0, rest.indexOf('{', at)];
    do {
      if (rest[end] === '{') depth += 1;
      if (rest[end] === '}') depth -= 1;
      end += 1;
    } while (depth > 0 && end < rest.length);
    rest = rest.slice(0, at) + rest.slice(end);
  }
  return rest;
}

/** Features newer than a kernel that stand bare in a sheet. */
export const bareFeatures = (css: string, kernel: { chrome: number; safari: number }): CssFeature[] =>
  cssFeatures.filter(({ find, chrome, safari }) => (chrome > kernel.chrome || safari > kernel.safari) && find.test(withoutSupports(css)));
