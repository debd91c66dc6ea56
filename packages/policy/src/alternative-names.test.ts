import { describe, expect, it } from 'vitest';
import { namesOfAction, namesOfResource } from './alternative-names.ts';

describe('the names of an action', () => {
  it('are two for an operation of IMS, in any letter case, the one of RAM first', () => {
    expect(namesOfAction('ims:CreateUser')).toEqual(['ram:CreateUser', 'ims:CreateUser']);
    expect(namesOfAction('IMS:createuser')).toEqual(['ram:createuser', 'IMS:createuser']);
  });

  it.each(['ram:CreateUser', 'oss:GetObject', 'imsx:CreateUser', 'ims', 'xims:CreateUser'])(
    'is one for any other: %s',
    action => {
      expect(namesOfAction(action)).toEqual([action]);
    },
  );
});

describe('the names of a resource', () => {
  const both = ['acs:ram::1:user/A:b', 'acs:ims::1:user/A:b'];

  it.each(['acs:ram::1:user/A:b', 'acs:ims::1:user/A:b', 'acs:RAM::1:user/A:b', 'acs:Ims::1:user/A:b'])(
    'are two for an operation of IMS: %s',
    resource => {
      expect(namesOfResource(namesOfAction('ims:GetUser'), resource)).toEqual(both);
      expect(namesOfResource(namesOfAction('IMS:GetUser'), resource)).toEqual(both);
    },
  );

  it('are two for an ARN of IMS whatever the action is', () => {
    expect(namesOfResource(['ram:GetUser'], 'acs:ims::1:user/A:b')).toEqual(both);
  });

  it('is one for an ARN of RAM when the action is none of IMS', () => {
    expect(namesOfResource(['ram:GetUser'], 'acs:ram::1:user/a')).toEqual(['acs:ram::1:user/a']);
    expect(namesOfResource(['sts:AssumeRole'], 'acs:ram::1:role/a')).toEqual(['acs:ram::1:role/a']);
  });

  it('is one for what is of another service or no ARN', () => {
    for (const resource of ['*', 'acs:oss:*:1:bucket', 'ims:user', 'acs:ims:user']) {
      expect(namesOfResource(namesOfAction('ims:GetUser'), resource)).toEqual([resource]);
    }
  });
});
