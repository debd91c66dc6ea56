import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { SigningSecret } from './index.ts';

describe('a signing secret', () => {
  const secret = new SigningSecret('hunter2hunter2');
  secret.signAcs3('sha256', 'used once, so that its key is prepared');
  secret.signRpcV1('sha1', 'used once, so that its key is prepared');

  it.each([
    ['printing', () => `${secret}`],
    ['serialising', () => JSON.stringify({ secret })],
    ['inspecting', () => inspect({ secret }, { showHidden: true, depth: 9 })],
    ['listing its properties', () => inspect(Object.getOwnPropertyDescriptors(secret), { depth: 9 })],
    ['cloning', () => inspect(structuredClone({ ...secret }), { depth: 9 })],
  ])('is not shown by %s', (_way, show) => {
    expect(show()).not.toMatch(/hunter2|Buffer|Pad/);
  });

  it('signs differently for each scheme and digest', () => {
    const signatures = [
      secret.signAcs3('sha256', 'm'),
      secret.signAcs3('sm3', 'm'),
      Buffer.from(secret.signRpcV1('sha1', 'm'), 'base64').toString('hex'),
      Buffer.from(secret.signRpcV1('sha256', 'm'), 'base64').toString('hex'),
    ];
    expect(new Set(signatures).size).toBe(4);
    expect(signatures).toEqual([
      new SigningSecret('hunter2hunter2').signAcs3('sha256', 'm'),
      new SigningSecret('hunter2hunter2').signAcs3('sm3', 'm'),
      Buffer.from(new SigningSecret('hunter2hunter2').signRpcV1('sha1', 'm'), 'base64').toString('hex'),
      Buffer.from(new SigningSecret('hunter2hunter2').signRpcV1('sha256', 'm'), 'base64').toString('hex'),
    ]);
  });

  it('must not be empty', () => {
    expect(() => new SigningSecret('')).toThrow(TypeError);
  });
});
