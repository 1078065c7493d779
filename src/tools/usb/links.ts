import { posix } from 'node:path';

/** The way from a page of a folder to its root: "cases/x/index.html" is two levels below. */
export const rootFrom = (file: string): string => '../'.repeat(file.split('/').length - 1) || './';

/** The file an address below the base stands for; folders are opened by their index. */
const fileOf = (path: string): string => (path === '' || path.endsWith('/') ? `${path}index.html` : path);

/** An address of the site as it must be written in `file`, so that it holds on a disk: relative, to a file. Others stay. */
export function onDisk(address: string, file: string, base: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address) ?? [];
  if (path !== base && !path.startsWith(`${base}/`)) return address;
  if (address.startsWith('//')) return address;
  const target = fileOf(path.slice(base.length + 1));
  return (posix.relative(posix.dirname(file), target) || posix.basename(target)) + rest;
}
