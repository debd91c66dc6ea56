import { describe, expect, it } from 'vitest';
import { isActionName, requestContext } from './request.ts';

describe('requestContext', () => {
  it('finds values under the canonical spelling of their keys', () => {
    const context = requestContext({
      'acs:SourceIp': '192.0.2.7',
      'acs:TagKeys': ['a', 'b'],
      'acs:RequestTag/Team': 'x',
    });
    expect(context.get('acs:sourceip')).toBe('192.0.2.7');
    expect(context.get('acs:tagkeys')).toEqual(['a', 'b']);
    expect(context.get('acs:requesttag/Team')).toBe('x');
    expect(context.get('acs:requesttag/team')).toBeUndefined();
    expect(context.get('constructor')).toBeUndefined();
  });

  it('refuses two spellings of one key', () => {
    expect(() => requestContext({ 'acs:SourceIp': '192.0.2.7', 'acs:sourceIP': '192.0.2.8' })).toThrow(
      TypeError,
    );
  });
});

describe('isActionName', () => {
  it.each(['oss:GetObject', 'yundun-waf:a_b.c', 'IMS:CreateUser'])('takes %j', text => {
    expect(isActionName(text)).toBe(true);
  });

  it.each([
    'ram',
    'ram:',
    ':GetUser',
    'ram:*',
    'ram:Get?ser',
    '*',
    '',
    'ram:Get User',
    'ram:Get\u0000',
    'ram:\u0413et',
  ])('refuses %j', text => {
    expect(isActionName(text)).toBe(false);
  });
});
