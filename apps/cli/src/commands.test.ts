import { describe, expect, it } from 'vitest';
import { run } from './commands.ts';

async function ran(...args: string[]) {
  const calls: (readonly string[])[] = [];
  let out = '';
  let err = '';
  const code = await run(args, {
    async server(words) {
      calls.push(words);
      return 7;
    },
    out: text => {
      out += text;
    },
    err: text => {
      err += text;
    },
    environment: {},
    home: '/nowhere',
    untilStopped: async () => undefined,
    ask: async () => undefined,
  });
  return { code, calls, out, err };
}

describe('wardenry', () => {
  it.each([
    [['serve'], ['serve']],
    [
      ['serve', '--listen', '127.0.0.1:0', '--allow-plain-http', '--cell=07'],
      ['serve', '--listen', '127.0.0.1:0', '--allow-plain-http', '--cell=07'],
    ],
    [
      ['serve', '--help'],
      ['serve', '--help'],
    ],
    [
      ['account', 'create', '--json', '--data-dir', '/d'],
      ['account', 'create', '--json', '--data-dir', '/d'],
    ],
    [
      ['config', 'print'],
      ['config', 'print'],
    ],
    [
      ['config', 'reference', '--language', 'zh'],
      ['config', 'reference', '--language', 'zh'],
    ],
    [
      ['version', '--json'],
      ['version', '--json'],
    ],
  ])('%j asks the server program for %j and ends with its exit code', async (args, words) => {
    const { code, calls } = await ran(...args);
    expect(calls).toEqual([words]);
    expect(code).toBe(7);
  });

  it.each([
    [['serv'], 'Did you mean serve?'],
    [['account', 'creat'], 'Did you mean create?'],
    [['--unknown'], "unknown option '--unknown'"],
  ])('%j is a wrong call', async (args, message) => {
    const { code, calls, out, err } = await ran(...args);
    expect(err).toContain(message);
    expect([code, calls, out]).toEqual([2, [], '']);
  });

  it('shows its help, with examples', async () => {
    const { code, out, err } = await ran('--help');
    expect(out).toContain('wardenry account create --json');
    expect([code, err]).toEqual([0, '']);
  });

  it('asks for a command when none is given', async () => {
    const { code, calls } = await ran();
    expect([code, calls]).toEqual([2, []]);
  });
});
