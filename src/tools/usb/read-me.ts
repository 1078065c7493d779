/** The words beside index.html. Notepad on old Windows needs the mark and the line ends to show them rightly. */
export const readMe = (siteName: string): string =>
  `\ufeff${[
    `${siteName}　U盘版`,
    '',
    '打开：双击 index.html。不用安装，不用联网，不改动这台电脑。',
    '浏览器：谷歌、Edge、360（极速模式）、奇安信、QQ浏览器等，内核81及更新的都可以。IE打不开检索和讲义篮，只能看。',
    '如果双击后用别的程序打开了：在 index.html 上点右键，选“打开方式”，选浏览器。',
    '',
    '能做什么：阅读、检索、引文体检、讲义篮、打印、存成Word，与网站相同，检索结果也相同。',
    '讲义篮、检索记录存在这台电脑的浏览器里，不在U盘上；换一台电脑就没有了。公用电脑用完，在讲义篮里点“清空”。',
    '分享用的链接和二维码要在网站上才有用。',
    '',
    '复制：整个文件夹一起复制，不要只复制 index.html，也不要改动里面的文件名和次序。',
    '更新：U盘版不会自己更新。向网站的管理者要新的一份，整个换掉旧文件夹。',
    '',
  ].join('\r\n')}`;
