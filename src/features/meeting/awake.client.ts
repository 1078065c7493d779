interface WakeLocks {
  request: (kind: 'screen') => Promise<{ release: () => Promise<void> }>;
}

interface OldFullscreen extends HTMLElement {
  webkitRequestFullscreen?: () => void;
}

interface OldDocument extends Document {
  webkitFullscreenElement?: Element;
  webkitExitFullscreen?: () => void;
}

/** Keeps the screen from going dark while it is shown, where the browser can. A browser that cannot says nothing. */
export function stayAwake(): void {
  const locks = (navigator as Navigator & { wakeLock?: WakeLocks }).wakeLock;
  if (!locks) return;
  const ask = () => {
    if (document.visibilityState === 'visible') locks.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}

/** Whether the browser can fill the whole screen. */
export const canFill = (): boolean => Boolean(document.documentElement.requestFullscreen || (document.documentElement as OldFullscreen).webkitRequestFullscreen);

/** Fills the whole screen, or gives it back. */
export function toggleFull(): void {
  const root = document.documentElement as OldFullscreen;
  const old = document as OldDocument;
  if (document.fullscreenElement || old.webkitFullscreenElement) {
    if (document.exitFullscreen) document.exitFullscreen().catch(() => undefined);
    else if (old.webkitExitFullscreen) old.webkitExitFullscreen();
  } else if (root.requestFullscreen) root.requestFullscreen().catch(() => undefined);
  else if (root.webkitRequestFullscreen) root.webkitRequestFullscreen();
}
