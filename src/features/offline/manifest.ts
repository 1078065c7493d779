/** What the build says of a file: the head of its SHA-256 and its length, both of the form `normal` gives it. */
export type HeldFile = [hash: string, size: number];

/** A plan as it can be kept on a device: its page, what it links to, its forms. */
export interface HeldPlan {
  title: string;
  paths: string[];
}

/** The list of everything a device may keep, written by the build. Paths are those of files below the base: "cases/x/index.html". */
export interface Manifest {
  /** Hash of all the rest, so that a list cut short is never believed. */
  version: string;
  /** Name of the search index of this build. */
  index: string;
  files: Record<string, HeldFile>;
  /** Kept without being asked for: home, search with its text, handout, the offline pages, scripts and styles. */
  core: string[];
  plans: Record<string, HeldPlan>;
}

export const manifestFile = 'offline/manifest.json';
export const workerFile = 'sw.js';
/** Shown in place of a page that is not kept, when there is no network. */
export const missingFile = 'offline/missing/index.html';
/** Word, PDF and other files: kept only on a wish of their own. */
export const isDownload = (path: string): boolean => path.startsWith('downloads/') && path !== 'downloads/index.html';

const indexName = /(search\/(?:data|text)\/)[0-9a-f]{10}(?=\/)/g;
const held = '__HELD__';

/**
 * A page without the name of the search index. Every edit of the content changes that name, and with it all pages: without
 * this a device would fetch the whole library anew for one corrected comma.
 */
export const normalPage = (html: string): string => html.replace(indexName, `$1${held}`);

/** The page again, asking for the index of the version it is shown with. */
export const shownPage = (html: string, index: string): string => html.split(held).join(index);

export const isPage = (path: string): boolean => path.slice(-5) === '.html';

/** The file of an address below the base: "" and "cases/x/" are folders. */
export const fileOf = (address: string): string => (address === '' || address.slice(-1) === '/' ? `${address}index.html` : address);

/** The address of a file below the base. */
export const addressOf = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');

/** What a version is the hash of. */
export const versionText = ({ index, files, core, plans }: Omit<Manifest, 'version'>): string => JSON.stringify([index, files, core, plans]);

/** Characters of a hash that are kept: 64 bits, against accidents and not against forgery. */
export const hashLength = 16;

/** Every file of the library without its downloads. */
export const libraryOf = ({ files }: Manifest): string[] => Object.keys(files).filter((path) => !isDownload(path));
export const downloadsOf = ({ files }: Manifest): string[] => Object.keys(files).filter(isDownload);

export const sizeOf = ({ files }: Manifest, paths: readonly string[]): number => paths.reduce((sum, path) => sum + (files[path] || ['', 0])[1], 0);
