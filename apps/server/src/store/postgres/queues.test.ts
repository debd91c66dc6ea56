import { expect, it } from 'vitest';
import { Queues } from './queues.ts';

it('runs the work of one key in order, also after a failure, and of other keys beside it', async () => {
  const queues = new Queues();
  const log: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = queues.run('a', async () => {
    await gate.promise;
    log.push('a1');
    throw new RangeError('no');
  });
  const second = queues.run('a', async () => log.push('a2'));
  const other = queues.run('b', async () => log.push('b1'));
  await other;
  expect(log).toEqual(['b1']);
  gate.resolve();
  await expect(first).rejects.toThrow('no');
  await second;
  expect(log).toEqual(['b1', 'a1', 'a2']);
  await queues.drained();
});

it('waits for work that is given while it waits', async () => {
  const queues = new Queues();
  const log: string[] = [];
  const first = queues.run('a', async () => {
    log.push('first');
  });
  void first.then(() => queues.run('a', async () => log.push('second')));
  await queues.drained();
  expect(log).toEqual(['first', 'second']);
});
