import { describe, expect, it } from 'vitest';
import { ramResource } from './ram-arn.ts';

const account = '1234567890123456';

describe('the ARN of a role', () => {
  it.each([`acs:ram::${account}:role/Ops-1.a`, `acs:ram:*:${account}:role/Ops-1.a`])(
    'is read from %s',
    arn => {
      expect(ramResource(arn, 'role')).toEqual({ accountId: account, name: 'Ops-1.a' });
    },
  );

  it.each([
    '',
    'role/ops',
    `acs:ram::${account}:role/`,
    `acs:ram::${account}:role/a/b`,
    `acs:ram::${account}:role/a*`,
    `acs:ram::${account}:role/${'a'.repeat(129)}`,
    `acs:ram::${account}:user/ops`,
    `acs:ram::${account}:saml-provider/ops`,
    `acs:ram:cn-hangzhou:${account}:role/ops`,
    `acs:sts::${account}:role/ops`,
    `arn:ram::${account}:role/ops`,
    'acs:ram::123:role/ops',
    'acs:ram::123456789012345६:role/ops',
    'acs:ram::*:role/ops',
    'acs:ram:::role/ops',
  ])('is not %j', arn => {
    expect(ramResource(arn, 'role')).toBeUndefined();
  });
});
