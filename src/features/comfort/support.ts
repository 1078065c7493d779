/** A grade of support, as the page on browsers states it and the tests hold it (kernels.test.ts, kernel-targets.test.ts). */
export interface Grade {
  grade: 'A' | 'B' | 'C' | 'X';
  browsers: string;
  can: string;
  how: string;
}

export const grades: readonly Grade[] = [
  { grade: 'A', browsers: '现行的Chromium（Chrome、Edge等）和Firefox', can: '全部功能；Firefox直接打印没有书眉页码，讲义篮排的有', how: '每次测试都在真的Chromium里走遍；Firefox用Debian的长期支持版，读、检索、讲义篮、打印、引文体检各走一遍，没有装Firefox的机器跳过' },
  { grade: 'B', browsers: 'Chromium 87以上，Safari 15以上', can: '全部功能；直接打印没有书眉页码（Chromium 131起才有），讲义篮排的有', how: '随网站发出的脚本和样式，逐个按这两版的语法检查（Pagefind除外，数据文件抽查）；另在Chromium 109里走一遍' },
  { grade: 'C', browsers: 'Chromium 81至86', can: '读、检索（主索引取不到时换备用的）、讲义篮、打印、引文体检；不能离线安装的就联网用', how: '在真的Chromium 81里走一遍；脚本按这一版的语法检查（Pagefind除外，它在Chromium 81里跑过），本站自己的脚本只用到Chrome 69的语法' },
  { grade: 'X', browsers: '更旧的，或者没有脚本的', can: '全部文字、目录、按主题筛选、打印、现成的PDF和Word；没有检索，用音序索引和总表找', how: '在现行的Chromium里关掉脚本，各类页面打开一遍；更旧的浏览器没有试' },
];

/** What newer kernels add, and what stands in its place in older ones. */
export const extras: readonly { what: string; since: string; without: string }[] = [
  { what: ':focus-visible', since: 'Chromium 86，Safari 15.4', without: '用浏览器自己的焦点框；单选按钮点过以后也有框' },
  { what: 'accent-color', since: 'Chromium 93，Safari 15.4', without: '单选、复选框是系统的颜色' },
  { what: '::highlight()', since: 'Chromium 105，Safari 17.2', without: '朗读时不标出正在读的句子' },
  { what: 'text-wrap', since: 'Chromium 114，Safari 17.4', without: '段末可能剩下一个字' },
  { what: 'text-spacing-trim', since: 'Chromium 123', without: '相连的标点各占一个字' },
  { what: '@page', since: '页边的书眉页码，Chromium 131', without: '直接打印没有书眉和页码' },
  { what: 'text-autospace', since: 'Chromium 140，Safari 18.4，Firefox 145', without: '汉字与数字之间没有缝' },
];
