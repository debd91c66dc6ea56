import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../kernel/diagnosis.ts';
import { DAY } from '../kernel/time.ts';
import { diagnosisSeal } from './diagnosis-seal.ts';

const ACCOUNT = '1000000000000001';
const NOW = Date.UTC(2027, 0, 2);

const diagnosis: Diagnosis = {
  explicitDeny: true,
  policyType: 'AccountLevelIdentityBasedPolicy',
  action: 'ram:GetUser',
  resource: 'acs:ram:*:1:user/名字',
  principal: { type: 'SubUser', ownerId: ACCOUNT, displayName: '2' },
  conditions: [{ key: 'acs:SourceIp', values: ['192.0.2.1'] }],
  matched: [],
};

const { seal, open } = diagnosisSeal(randomBytes(32));
const message = seal(ACCOUNT, diagnosis, NOW);

describe('a sealed diagnosis', () => {
  it('begins as clients have seen it, and differs every time', () => {
    expect(message.startsWith('AQEAAAAA')).toBe(true);
    expect(seal(ACCOUNT, diagnosis, NOW)).not.toBe(message);
  });

  it('opens for its account for 30 days', () => {
    expect(open(ACCOUNT, message, NOW)).toEqual(diagnosis);
    expect(open(ACCOUNT, message, NOW + 30 * DAY)).toEqual(diagnosis);
    expect(open(ACCOUNT, message, NOW + 30 * DAY + 1)).toBeUndefined();
  });

  it('does not open for another account, nor with another key', () => {
    expect(open('1000000000000002', message, NOW)).toBeUndefined();
    expect(diagnosisSeal(randomBytes(32)).open(ACCOUNT, message, NOW)).toBeUndefined();
  });

  it('does not open once a bit of it is flipped, when it is cut, lengthened or spelled otherwise', () => {
    const bytes = Buffer.from(message, 'base64');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(open(ACCOUNT, flipped.toString('base64'), NOW)).toBeUndefined();
    }
    for (const length of [0, 1, 6, 20, 33, 34, bytes.length - 1]) {
      expect(open(ACCOUNT, bytes.subarray(0, length).toString('base64'), NOW)).toBeUndefined();
    }
    for (const other of [
      `${message}AAAA`,
      `${message} `,
      message.replace('=', ''),
      bytes.toString('base64url'),
      '',
    ]) {
      if (other !== message) expect(open(ACCOUNT, other, NOW)).toBeUndefined();
    }
  });
});
