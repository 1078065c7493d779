import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { weigh } from './weigh.ts';

const within = (dist: string, folder: string): string[] =>
  readdirSync(join(dist, folder))
    .filter((name) => statSync(join(dist, folder, name)).isDirectory())
    .map((name) => `/${folder}/${name}/`);

/** The page of a folder whose text is nearest to 2,000 characters, the length that the budgets speak of. */
const typical = (dist: string, folder: string): string => {
  const distance = (path: string) => Math.abs(weigh(dist, path).characters - 2000);
  return within(dist, folder).reduce((best, path) => (distance(path) < distance(best) ? path : best));
};

/** One page of each kind that readers open, by what it is called. Content may change; the kinds stay. */
export const pageKinds = (dist: string): [string, string][] => [
  ['首页', '/'],
  ['学习材料', typical(dist, 'lessons')],
  ['案例', typical(dist, 'cases')],
  ['论述', typical(dist, 'quotes')],
  ['检索', '/search/'],
  ['讲义篮', '/handout/'],
];
