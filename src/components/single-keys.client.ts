import { recall } from './stored.client.ts';

/** Whether shortcuts that are a single character may act. The reader can switch them off under 阅读设置; where nothing can be kept, the page's own mark says so. */
export const singleKeys = (): boolean => document.documentElement.dataset.keys !== 'off' && recall('single-keys') !== 'off';
