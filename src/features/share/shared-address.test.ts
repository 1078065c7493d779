import { expect, it } from 'vitest';
import { sharedAddress } from './shared-address.ts';

const web = { protocol: 'https:', origin: 'https://example.org', pathname: '/study/cases/xiadang/' };

it.each([
  ['https://example.org/study/cases/xiadang/', { protocol: 'http:', origin: 'http://10.0.0.1', pathname: '/x/' }, 'https://example.org/study/cases/xiadang/'],
  [null, web, 'https://example.org/study/cases/xiadang/'],
  ['/study/plans/a/', web, 'https://example.org/study/plans/a/'],
  [null, { protocol: 'file:', origin: 'null', pathname: '/F:/site/index.html' }, ''],
  ['https://example.org/', { protocol: 'file:', origin: 'null', pathname: '/F:/site/index.html' }, 'https://example.org/'],
] as const)('%s at %o gives %s', (canonical, place, expected) => expect(sharedAddress(canonical, place)).toBe(expected));
