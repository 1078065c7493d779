import { recall } from '../../components/stored.client.ts';
import { keepMeeting, recallMeeting } from './state.client.ts';

/** The light ground of this reader: sepia where the reading settings say so. */
const lightTheme = (): string => (recall('theme') === 'sepia' ? 'sepia' : 'light');

/** Puts the colours on the page: those chosen in the meeting view, else what the reading settings wrote, which is dark where they say nothing. */
export function showLight(light = recallMeeting().light): void {
  if (light === undefined) return;
  document.documentElement.dataset.theme = light ? lightTheme() : 'dark';
}

/** Changes between dark and light, and keeps the choice. */
export function toggleLight(): void {
  const light = document.documentElement.dataset.theme === 'dark';
  showLight(light);
  keepMeeting({ light });
}
