import { describe, expect, it } from 'vitest';
import { formatArn, parseArn } from './arn.ts';

describe('parseArn', () => {
  it('splits a name into its parts', () => {
    expect(parseArn('acs:ecs:cn-hangzhou:1000000000000001:instance/i-1')).toEqual({
      service: 'ecs',
      region: 'cn-hangzhou',
      account: '1000000000000001',
      relativeId: 'instance/i-1',
    });
  });

  it('leaves colons and slashes in the relative id', () => {
    expect(parseArn('acs:mns:*:1:/queues/a:b:c')?.relativeId).toBe('/queues/a:b:c');
  });

  it('keeps empty parts', () => {
    expect(parseArn('acs:ram::1:role/r')?.region).toBe('');
    expect(parseArn('acs::::')).toEqual({ service: '', region: '', account: '', relativeId: '' });
  });

  it.each(['', '*', 'acs', 'acs:', 'acs:ecs:*:*', 'arn:aws:s3:::b', 'ACS:ecs:*:*:x', ' acs:ecs:*:*:x'])(
    'does not take %j for an ARN',
    text => {
      expect(parseArn(text)).toBeUndefined();
    },
  );
});

describe('formatArn', () => {
  it.each(['acs:ram:*:1000000000000001:user/alice', 'acs:mns::1:/queues/a:b', 'acs::::'])(
    'writes %s as it was read',
    text => {
      const arn = parseArn(text);
      expect(arn && formatArn(arn)).toBe(text);
    },
  );
});
