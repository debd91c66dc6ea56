import { describe, expect, it } from 'vitest';
import { AnonymousFlow } from './anonymous-flow.ts';

const bounds = { anonymousRate: 1, anonymousBurst: 2, proofsPerAccount: 3 };
const MINUTE = 60_000;
const start = 1000 * MINUTE;

function refusal(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('calls without a key', () => {
  it('are refused from an address that sends more than it may, and only from there', () => {
    const flow = new AnonymousFlow(bounds);
    flow.admit('192.0.2.1', 0);
    flow.admit('192.0.2.1', 0);
    expect(refusal(() => flow.admit('192.0.2.1', 0))).toMatchObject({ code: 'Throttling', retryAfter: 1000 });
    expect(refusal(() => flow.admit('192.0.2.2', 0))).toBeUndefined();
    expect(refusal(() => flow.admit('192.0.2.1', 1000))).toBeUndefined();
  });

  it('count for the whole network of an IPv6 address, however it is written', () => {
    const flow = new AnonymousFlow(bounds);
    flow.admit('2001:db8::1', 0);
    flow.admit('2001:db8:0:0:1::2', 0);
    expect(refusal(() => flow.admit('2001:db8::ffff:1', 0))).toMatchObject({ code: 'Throttling' });
    expect(refusal(() => flow.admit('2001:db8:0:1::1', 0))).toBeUndefined();
    expect(refusal(() => flow.admit('::1', 0))).toBeUndefined();
  });

  it('are counted for ten thousand addresses at most, of which a busy one is not forgotten', () => {
    const flow = new AnonymousFlow({ ...bounds, anonymousRate: 0.001 });
    flow.admit('192.0.2.1', 0);
    for (let each = 0; each < 15_000; each += 1) {
      flow.admit(`10.${each >> 16}.${(each >> 8) & 255}.${each & 255}`, 0);
      if (each === 8000) flow.admit('192.0.2.1', 0);
    }
    expect(flow.size.sources).toBe(10_000);
    expect(refusal(() => flow.admit('192.0.2.1', 0))).toMatchObject({ code: 'Throttling' });
  });
});

describe('proofs that are used once', () => {
  it('are refused to an account that has used too many, and to no other', () => {
    const flow = new AnonymousFlow(bounds);
    for (let proof = 0; proof < 3; proof += 1) flow.spend('1', start);
    expect(refusal(() => flow.spend('1', start))).toMatchObject({ code: 'Throttling.User' });
    expect(refusal(() => flow.spend('2', start))).toBeUndefined();
    expect(refusal(() => flow.spend('1', start + 61 * MINUTE - 1))).toMatchObject({
      code: 'Throttling.User',
    });
    expect(refusal(() => flow.spend('1', start + 63 * MINUTE))).toBeUndefined();
  });

  it('count for nobody when they had been used before', () => {
    const flow = new AnonymousFlow(bounds);
    for (let replay = 0; replay < 10; replay += 1) flow.spend('1', start)();
    for (let proof = 0; proof < 3; proof += 1) flow.spend('1', start);
    expect(refusal(() => flow.spend('1', start))).toMatchObject({ code: 'Throttling.User' });
  });

  it('are forgotten with the accounts that have none alive', () => {
    const flow = new AnonymousFlow(bounds);
    for (let account = 0; account < 1000; account += 1) flow.spend(String(account), start);
    flow.spend('again', start + 100 * MINUTE);
    expect(flow.size.accounts).toBe(1);
  });
});
