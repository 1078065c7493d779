/** What search does on every page. It is little; the rest is loaded when it is wanted. */
if (/[?&]hl=/.test(location.search)) import('./mark/highlight.client.ts').then(({ highlight }) => highlight()).catch(() => undefined);
