import { lendFetch, take } from './files.ts';
import { bridgeFrames } from './frames.ts';
import { mendLinks } from './links.ts';
import { folder, siteOrigin, sitePath, type Usb } from './usb.ts';
import { lendWorker } from './worker.ts';

// Stands first on every page of the copy, and makes a disk look like a site to the scripts that follow.
const usb: Usb = { origin: siteOrigin, path: sitePath, module: folder, take, workers: {} };
Object.assign(window, { usb });
lendFetch();
lendWorker();
bridgeFrames();
mendLinks();
