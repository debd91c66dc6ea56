import { describe, expect, it } from 'vitest';
import { ownDeviceName, readSerialNumber, serialNumberOf } from './serial-number.ts';

const account = '1234567890123456';

describe('a serial number', () => {
  it('is read back into what it was made of', () => {
    const serial = serialNumberOf(account, 'Ann.phone-1');
    expect(serial).toBe(`acs:ram::${account}:mfa/Ann.phone-1`);
    expect(readSerialNumber(serial)).toEqual({ accountId: account, name: 'Ann.phone-1' });
    expect(ownDeviceName(account, serial)).toBe('Ann.phone-1');
    expect(ownDeviceName(account, `acs:ram:*:${account}:mfa/ann`)).toBe('ann');
  });

  it('names nothing of this account when it is that of another', () => {
    expect(ownDeviceName(account, serialNumberOf('6543210987654321', 'ann'))).toBeUndefined();
  });

  it.each([
    'ann',
    '',
    `acs:ram::${account}:mfa/`,
    `acs:ram::${account}:mfa/a/b`,
    `acs:ram::${account}:mfa/*`,
    `acs:ram::${account}:mfa/a_b`,
    `acs:ram::${account}:mfa/${'a'.repeat(65)}`,
    `acs:ram::${account}:user/ann`,
    `acs:ims::${account}:mfa/ann`,
    `acs:ram:cn-hangzhou:${account}:mfa/ann`,
  ])('is not %j', text => {
    expect(readSerialNumber(text)).toBeUndefined();
  });
});
