import { describe, expect, it } from 'vitest';
import { canonicalKey, isConditionKey } from './condition-key.ts';

describe('canonicalKey', () => {
  it('drops letter case, but not that of a tag key', () => {
    expect(canonicalKey('acs:PrincipalARN')).toBe('acs:principalarn');
    expect(canonicalKey('ACS:RequestTag/Team/Sub')).toBe('acs:requesttag/Team/Sub');
  });
});

describe('isConditionKey', () => {
  it.each(['acs:SourceIp', 'oss:x-oss-acl', 'ecs:tag/团队', 'acs:ResourceTag/a b:c*', 'my_service:some.key'])(
    'takes %s',
    key => {
      expect(isConditionKey(key)).toBe(true);
    },
  );

  it.each([
    '',
    'SourceIp',
    ':SourceIp',
    'acs:',
    'acs:/x',
    'acs:RequestTag/',
    'acs: SourceIp',
    'acs:Source*',
    'acs:Source\u007f',
    'a/b:c',
    'acs:团队',
  ])('refuses %j', key => {
    expect(isConditionKey(key)).toBe(false);
  });
});
