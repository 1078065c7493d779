/** A part by somebody else that reaches readers with the site. */
export interface ShippedPart {
  /** Its npm package. */
  name: string;
  /** In what form it reaches readers. */
  role: string;
}

/** Parts whose code or data is in the published files. A test holds the list against what the bundler really took in. */
export const shippedParts: readonly ShippedPart[] = [
  { name: 'pagefind', role: '检索的第二套引擎：脚本、WebAssembly和索引' },
  { name: 'docx', role: '在浏览器里生成Word文件' },
  { name: 'fflate', role: '压缩和解压' },
  { name: 'qrcode', role: '二维码' },
  { name: 'dijkstrajs', role: '二维码的编排' },
  { name: 'vite', role: '页面脚本里按需装入的一小段' },
  { name: 'opencc-js', role: '繁简异体字对照表，检索用' },
  { name: 'pinyin-pro', role: '拼音数据，检索联想用' },
  { name: '@expo-google-fonts/noto-serif-sc', role: '思源宋体，嵌入PDF，画链接预览图' },
  { name: '@expo-google-fonts/noto-sans-sc', role: '思源黑体，嵌入PDF，画链接预览图' },
];
