import { describe, expect, it } from 'vitest';
import { resourceName, resourceNames } from './resource-name.ts';

describe('resourceName', () => {
  it.each(['acs:oss:::b', 'acs:ram:*:1:user/alice', 'acs::::', 'acs:mns::1:/queues/a:b'])(
    'takes %s for an ARN',
    text => {
      expect(resourceName(text).isArn).toBe(true);
    },
  );

  it.each([
    '',
    '*',
    'acs',
    'acs:oss::b',
    'xcs:oss:::b',
    'axs:oss:::b',
    'acx:oss:::b',
    'acs;oss::::b',
    'ACS:oss:::b',
    ' acs:oss:::b',
    'arn:acs:oss:::b',
  ])('does not take %j for an ARN, and gives it no parts', text => {
    expect(resourceName(text)).toMatchObject({
      isArn: false,
      isGlobal: false,
      folded: false,
      relativeIdStart: text.length,
    });
  });

  it.each([
    ['acs:oss:::b', true],
    ['acs:oss:*:1:b', true],
    ['acs:oss:?:1:b', false],
    ['acs:oss:**:1:b', false],
    ['acs:oss:*-x:1:b', false],
    ['acs:oss:cn-hangzhou:1:b', false],
  ])('knows whether %s has no region: %s', (text, isGlobal) => {
    expect(resourceName(text).isGlobal).toBe(isGlobal);
  });

  it.each([
    ['acs:ram::1:user/a', true],
    ['acs:IMS::1:user/a', true],
    ['acs:ramx::1:user/a', false],
    ['acs:ra::1:user/a', false],
    ['acs:oss::1:user/a', false],
  ])('knows whether the names of %s have no letter case: %s', (text, folded) => {
    expect(resourceName(text).folded).toBe(folded);
  });
});

describe('resourceNames', () => {
  it.each([[[]], [['*']], [['acs:ram::1:user/a', 'acs:ims::1:user/a']]])('reads all of %j', texts => {
    expect(resourceNames(texts)).toEqual(texts.map(resourceName));
  });
});
