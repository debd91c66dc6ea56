import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { systemReason } from './system-reason.ts';

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('a file that the system refuses is explained without its code', () => {
  expect(systemReason(thrownBy(() => readFileSync('/no/such/file')))).toMatch(/^it does not exist/);
  expect(systemReason(thrownBy(() => readFileSync('/')))).toBe('it is a folder and no file');
});

test('a connection that the system refuses is explained without its code, also one tried at several addresses', async () => {
  for (const host of ['127.0.0.1', 'localhost']) {
    const error = await new Promise(resolve => connect(1, host).on('error', resolve));
    expect(systemReason(error)).toBe('nothing listens there');
  }
});

test('what is of another origin keeps its own words', () => {
  expect(systemReason(new Error('boom'))).toBe('boom');
  expect(systemReason('boom')).toBe('boom');
  expect(systemReason(Object.assign(new Error('boom'), { code: 'constructor' }))).toBe('boom');
});
