import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/area-harness.ts';

const document = '{"Version":"1","Statement":[{"Effect":"Allow","Action":"ecs:*","Resource":"*"}]}';

let world: World;

beforeAll(async () => {
  world = await openWorld({ limits: { users: 7, policyDocument: 1000 } });
});
afterAll(() => world.close());

describe('GetAccountSummary', () => {
  it('counts what the account holds, and nothing of another', async () => {
    const account = await world.account();
    const other = await world.account();
    await account.user('alice');
    await account.user('bob');
    await account.group('devs');
    await account.ram('CreatePolicy', { PolicyName: 'Deploy', PolicyDocument: document });
    expect((await account.ims('GetAccountSummary')).SummaryMap).toMatchObject({
      Users: 2,
      Groups: 1,
      Policies: 1,
      Roles: 0,
      MFADevices: 0,
    });
    expect((await other.ims('GetAccountSummary')).SummaryMap).toMatchObject({
      Users: 0,
      Groups: 0,
      Policies: 0,
    });
  });

  it('shows the quotas that are in force', async () => {
    const account = await world.account();
    expect((await account.ims('GetAccountSummary')).SummaryMap).toMatchObject({
      UsersQuota: 7,
      PolicySizeQuota: 1000,
      GroupsQuota: 300,
      VersionsPerPolicyQuota: 5,
      AttachedSystemPoliciesPerUserQuota: 20,
      AttachedPoliciesPerUserQuota: 10,
      AccessKeysPerUserQuota: 2,
      AccountAccessKeysPerAccountQuota: 2,
      ConditionsPerAKPolicyQuota: 8,
      IPItemsPerAKPolicyQuota: 50,
      ServiceCredentialsPerUserPerServiceQuota: 2,
      VirtualMFADevicesQuota: 5000,
      AuthorizedClientPerUserQuota: 100,
    });
  });

  it('is authorized on everything', async () => {
    const account = await world.account();
    expect(await account.resources('Ims', 'GetAccountSummary', {})).toEqual(['*']);
  });
});
