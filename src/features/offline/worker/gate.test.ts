import { expect, it } from 'vitest';
import { openGate, Shut, shut, shutGate, write } from './gate.ts';

it('waits for the writing that had begun, also by a piece that brings another, and lets nothing in afterwards', async () => {
  const done: string[] = [];
  let finish = () => {};
  const slow = write(() => new Promise<void>((resolve) => (finish = () => resolve(void done.push('slow')))));
  const failing = write(() => Promise.reject(new Error('no room'))).catch(() => done.push('failed'));
  const closed = shutGate().then(() => done.push('shut'));
  expect(shut()).toBe(true);
  await expect(write(() => Promise.resolve(done.push('late')))).rejects.toBeInstanceOf(Shut);
  await failing;
  expect(done).toEqual(['failed']);
  finish();
  await Promise.all([slow, closed]);
  expect(done).toEqual(['failed', 'slow', 'shut']);
  openGate();
  expect(await write(() => Promise.resolve('again'))).toBe('again');
});
