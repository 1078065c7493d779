import { notice } from '../../components/notice.client.ts';

const { dataset } = document.documentElement;
/** Milliseconds after the page is complete: keeping pages never competes with reading the first one. */
const late = 1500;

/** The author's own machine, where the preview and `npm run dev` share an address: what one kept would spoil the other. */
const isPreview = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname);

// The frame of the sheets and the meeting view have no header: there a notice would stand in the picture.
const hasHeader = document.querySelector('header.site') !== null;

// A part of the page that is wanted later may be gone from the site since the page was opened, or the line is cut.
if (hasHeader)
  window.addEventListener('vite:preloadError', () => notice('这一页有个功能没有装上：网站可能刚更新过，或者网络断了。正文不受影响。', { label: '刷新', call: () => location.reload() }));

if (hasHeader && import.meta.env.PROD && 'serviceWorker' in navigator && !isPreview && dataset.offline !== 'off')
  window.addEventListener('load', () => setTimeout(() => void import('./register.client.ts').then(({ begin }) => begin()).catch(() => undefined), late));
