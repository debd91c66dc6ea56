/** Condition keys that the call itself fills: tags that it sets, tags of what it is about, whom a role trusts (spec: policy 3.5). */
import { beforeEach, describe, expect, test } from 'vitest';
import { harmlessDocument, type PolicyHolder, trustDocumentOf } from './account.ts';
import { openSuite } from './suite.ts';

const { home } = await openSuite();

let user: PolicyHolder;
beforeEach(async () => {
  user = await home.callerWith(harmlessDocument);
});

const statement = (Effect: 'Allow' | 'Deny', Action: string, Condition: object) => ({
  Effect,
  Action,
  Resource: '*',
  Condition,
});
const allowed = { Effect: 'Allow', Action: 'ram:*', Resource: '*' };
const hold = (...Statement: object[]) => user.hold(JSON.stringify({ Version: '1', Statement }));
const call = async (operation: string, parameters: Record<string, string>) =>
  (await home.call(operation, parameters, user.signer)).code;

const trust = (principal: object) =>
  JSON.stringify({
    Version: '1',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal }],
  });
const forService = trust({ Service: ['ecs.aliyuncs.com'] });
const forPeople = trustDocumentOf(home.id);

/** A role with a tag of its own, and one without. */
async function makeRoles(name: string): Promise<void> {
  const make = (RoleName: string, more: object) =>
    home.do('Ram CreateRole', { RoleName, AssumeRolePolicyDocument: forService, ...more });
  await make(`${name}-tagged`, { Tag: JSON.stringify([{ Key: 'Team', Value: 'blue' }]) });
  await make(`${name}-plain`, {});
}

describe('a policy about the tags that a call sets', () => {
  test('allows only the tags that it names', async () => {
    await hold(statement('Allow', 'ram:CreateRole', { StringEquals: { 'acs:RequestTag/Team': 'blue' } }));
    const create = (RoleName: string, tags: object[]) =>
      call('Ram CreateRole', { RoleName, AssumeRolePolicyDocument: forService, Tag: JSON.stringify(tags) });
    expect(await create('request-tag-1', [{ Key: 'Team', Value: 'blue' }])).toBe('Success');
    expect(await create('request-tag-2', [{ Key: 'Team', Value: 'red' }])).toBe('NoPermission');
    expect(await create('request-tag-3', [{ Key: 'team', Value: 'blue' }])).toBe('NoPermission');
    expect(await create('request-tag-4', [])).toBe('NoPermission');
  });

  test('denies keys of tags when they are set and when they are removed', async () => {
    await makeRoles('tag-keys');
    await hold(
      allowed,
      statement('Deny', 'ram:*', { 'ForAnyValue:StringEquals': { 'acs:TagKeys': ['Team'] } }),
    );
    const role = { ResourceType: 'role', ResourceNames: '["tag-keys-plain"]' };
    const tag = (Key: string) =>
      call('Ram TagResources', { ...role, Tag: JSON.stringify([{ Key, Value: 'x' }]) });
    const untag = (key: string) => call('Ram UntagResources', { ...role, TagKeys: JSON.stringify([key]) });
    expect([await tag('Team'), await untag('Team')]).toEqual(['NoPermission', 'NoPermission']);
    expect([await tag('Other'), await untag('Other')]).toEqual(['Success', 'Success']);
  });

  test('denies keys that are removed without being named', async () => {
    await makeRoles('all-keys');
    const member = await home.user();
    await home.do('Ims TagResources', {
      ResourceType: 'user',
      'ResourceId.1': member.id,
      'Tag.1.Key': 'Team',
      'Tag.1.Value': 'blue',
    });
    await hold(
      allowed,
      statement('Deny', 'ram:*', { 'ForAnyValue:StringEquals': { 'acs:TagKeys': ['Team'] } }),
    );
    const untagRole = (name: string) =>
      call('Ram UntagResources', { ResourceType: 'role', ResourceNames: `["${name}"]`, All: 'true' });
    expect(await untagRole('all-keys-tagged')).toBe('NoPermission');
    expect(await untagRole('all-keys-plain')).toBe('Success');
    const untagUser = { ResourceType: 'user', 'ResourceId.1': member.id, All: 'true' };
    expect(await call('Ims UntagResources', untagUser)).toBe('NoPermission');
    await home.do('Ims UntagResources', untagUser);
    expect(await call('Ims UntagResources', untagUser)).toBe('Success');
  });

  test('sees the tags of new users and of users that are tagged', async () => {
    await hold(statement('Allow', 'ram:*', { StringEquals: { 'acs:RequestTag/Team': 'blue' } }));
    const userPrincipalName = home.principal('request-tag-user');
    const create = (value: string) =>
      call('Ims CreateUser', {
        UserPrincipalName: userPrincipalName,
        DisplayName: 'Tagged',
        'Tag.1.Key': 'Team',
        'Tag.1.Value': value,
      });
    expect([await create('red'), await create('blue')]).toEqual(['NoPermission', 'Success']);
    const tag = (value: string) =>
      call('Ims TagResources', {
        ResourceType: 'user',
        'ResourcePrincipalName.1': userPrincipalName,
        'Tag.1.Key': 'Team',
        'Tag.1.Value': value,
      });
    expect([await tag('red'), await tag('blue')]).toEqual(['NoPermission', 'Success']);
  });
});

describe('a policy about the tags of what a call is about', () => {
  test('opens what carries the tag and nothing else', async () => {
    await makeRoles('resource-tag');
    await hold(statement('Allow', 'ram:*Role*', { StringEquals: { 'acs:ResourceTag/Team': 'blue' } }));
    expect(await call('Ram GetRole', { RoleName: 'resource-tag-tagged' })).toBe('Success');
    expect(await call('Ram GetRole', { RoleName: 'RESOURCE-TAG-TAGGED' })).toBe('Success');
    expect(await call('Ram GetRole', { RoleName: 'resource-tag-plain' })).toBe('NoPermission');
    expect(await call('Ram GetRole', { RoleName: 'resource-tag-nobody' })).toBe('NoPermission');
    expect(await call('Ram ListRoles', {})).toBe('NoPermission');
    expect(await call('Ram DeleteRole', { RoleName: 'resource-tag-plain' })).toBe('NoPermission');
    expect(await call('Ram DeleteRole', { RoleName: 'resource-tag-tagged' })).toBe('Success');
  });

  test('wants the tag on each resource of the call', async () => {
    await makeRoles('each-tag');
    const policy = 'each-tag-policy';
    await home.do('Ram CreatePolicy', { PolicyName: policy, PolicyDocument: harmlessDocument });
    await hold(statement('Allow', 'ram:*', { StringEquals: { 'acs:ResourceTag/Team': 'blue' } }));
    const attachment = { PolicyType: 'Custom', PolicyName: policy, RoleName: 'each-tag-tagged' };
    expect(await call('Ram AttachPolicyToRole', attachment)).toBe('NoPermission');
    await home.do('Ram TagResources', {
      ResourceType: 'policy',
      ResourceNames: JSON.stringify([policy]),
      Tag: JSON.stringify([{ Key: 'Team', Value: 'blue' }]),
    });
    expect(await call('Ram AttachPolicyToRole', attachment)).toBe('Success');
  });

  test('denies by the tag, also when it was set a moment ago', async () => {
    await makeRoles('deny-tag');
    await hold(allowed, statement('Deny', 'ram:*', { StringEquals: { 'acs:ResourceTag/Locked': 'yes' } }));
    const get = () => call('Ram GetRole', { RoleName: 'deny-tag-plain' });
    expect(await get()).toBe('Success');
    await home.do('Ram TagResources', {
      ResourceType: 'role',
      ResourceNames: '["deny-tag-plain"]',
      Tag: JSON.stringify([{ Key: 'Locked', Value: 'yes' }]),
    });
    expect(await get()).toBe('NoPermission');
  });

  test('sees the tags of users behind every name that calls give them', async () => {
    const userName = 'resource-tag-user';
    const userPrincipalName = home.principal(userName);
    await home.do('Ims CreateUser', {
      UserPrincipalName: userPrincipalName,
      DisplayName: 'Tagged',
      'Tag.1.Key': 'Team',
      'Tag.1.Value': 'blue',
    });
    await hold(statement('Allow', 'ram:GetUser', { StringEquals: { 'acs:ResourceTag/Team': 'blue' } }));
    expect(await call('Ram GetUser', { UserName: userName })).toBe('Success');
    expect(await call('Ims GetUser', { UserPrincipalName: userPrincipalName })).toBe('Success');
    expect(await call('Ram GetUser', { UserName: user.signer.userName })).toBe('NoPermission');
  });
});

describe('a policy about whom a role trusts', () => {
  const servicesOnly = {
    'ForAllValues:StringEquals': {
      'ram:TrustedPrincipalTypes': ['Service'],
      'ram:ServiceNames': ['ecs.aliyuncs.com'],
    },
  };

  test('allows roles for its services alone, and does not let one be changed into a role for people', async () => {
    await hold(statement('Allow', 'ram:*Role', servicesOnly));
    const create = (RoleName: string, AssumeRolePolicyDocument: string) =>
      call('Ram CreateRole', { RoleName, AssumeRolePolicyDocument });
    const update = (NewAssumeRolePolicyDocument: string) =>
      call('Ram UpdateRole', { RoleName: 'trust-service', NewAssumeRolePolicyDocument });
    expect(await create('trust-service', forService)).toBe('Success');
    expect(await create('trust-people', forPeople)).toBe('NoPermission');
    expect(await create('trust-other', trust({ Service: ['oss.aliyuncs.com'] }))).toBe('NoPermission');
    expect(await update(forPeople)).toBe('NoPermission');
    expect(await update(forService)).toBe('Success');
  });
});

describe('a policy about roles of services', () => {
  const ofOns = { StringEquals: { 'ram:ServiceName': 'ons.aliyuncs.com' } };
  const ons = { ServiceName: 'ons.aliyuncs.com' };
  const nat = { ServiceName: 'nat.aliyuncs.com' };
  const create = (service: Record<string, string>) =>
    call('ResourceManager CreateServiceLinkedRole', service);
  const remove = (RoleName: string) => call('ResourceManager DeleteServiceLinkedRole', { RoleName });

  test('allows to create and delete the role of the service that it names, and of no other', async () => {
    await hold(statement('Allow', 'ram:*ServiceLinkedRole', ofOns));
    expect([await create(nat), await create(ons)]).toEqual(['NoPermission', 'Success']);
    await home.do('ResourceManager CreateServiceLinkedRole', nat);
    expect(await remove('AliyunServiceRoleForNatgw')).toBe('NoPermission');
    expect(await remove('aliyunserviceroleforons')).toBe('Success');
    expect(await remove('AliyunServiceRoleForNobody')).toBe('NoPermission');
  });

  test('denies it as well', async () => {
    await hold(allowed, statement('Deny', 'ram:CreateServiceLinkedRole', ofOns));
    expect(await create(ons)).toBe('NoPermission');
  });
});
