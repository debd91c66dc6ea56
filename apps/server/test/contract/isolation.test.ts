/** One account is nothing to another: its administrator sees, learns and changes nothing of it (spec: security Q10). */
import { describe, expect, test } from 'vitest';
import type { WireParameters } from '../test-account.ts';
import type { Account, TestGroup, TestUser } from './account.ts';
import type { Answer } from './contract.ts';
import { Ghosts } from './ghosts.ts';
import { journalAudit } from './journal-audit.ts';
import { cases, firstCases, openSuite, parametersIn, titled } from './suite.ts';
import type { Signer } from './wire.ts';

/** What an account holds that somebody else might name. */
interface Estate {
  readonly user: TestUser;
  readonly group: TestGroup;
  readonly key: Signer;
  readonly policy: string;
  readonly role: string;
}

async function estateOf(account: Account): Promise<Estate> {
  const { user, group } = await account.member();
  const key = await account.keyOf(user);
  const policy = await account.policy();
  const role = await account.role();
  for (const [noun, name] of [
    ['User', user.name],
    ['Group', group.name],
    ['Role', role],
  ] as const) {
    const parameters = { [`${noun}Name`]: name, PolicyName: policy, PolicyType: 'Custom' };
    await account.do(`Ram AttachPolicyTo${noun}`, parameters);
  }
  return { user, group, key, policy, role };
}

/** Every way in which the objects of an account can be named. */
function namesOf({ id }: Account, { user, group, key, policy, role }: Estate): string[] {
  return [
    id,
    user.name,
    user.id,
    user.principalName,
    `${user.name}@${id}`,
    group.name,
    group.id,
    key.accessKeyId,
    policy,
    role,
    `acs:ram::${id}:role/${role}`,
    `acs:ram::${id}:user/${user.name}`,
    `acs:ram:*:${id}:group/${group.name}`,
    `acs:ram:*:${id}:policy/${policy}`,
    `${id}:${user.name}`,
    Buffer.from(user.name).toString('base64url'),
    Buffer.from(`Custom/${policy}`).toString('base64url'),
  ];
}

const { contract, home, other } = await openSuite();

const { database } = contract.server;
const signed = titled(cases.filter(({ operation }) => operation.effect !== 'anonymous'));
const ghosts = new Ghosts();

/** Columns that are called like those of names and hold words that anybody may use. */
const common = ['account_id', 'display_name', 'service_name', 'resource_group_id'];

/** Columns that tell of an object what nobody outside of its account knows, by what they are called. */
const telling = database
  .columns()
  .filter(({ column }) => ['id', 'name', 'address', 'alias'].includes(column.split('_').at(-1) ?? ''))
  .filter(({ column }) => !common.includes(column));

/** Texts that only somebody inside the account knows, as long as the other account does not happen to hold them too. */
function knownInside(): string[] {
  const outside = database.contentOf(other.id);
  const names = [...Map.groupBy(telling, ({ table }) => table)]
    .flatMap(([table, columns]) =>
      database.rows(table, home.id).flatMap(row => columns.map(({ column }) => row[column])),
    )
    .filter(value => typeof value === 'string')
    .filter(name => name !== '');
  return [...new Set([home.id, ...names])].filter(name => !outside.includes(name));
}

test('the names of every kind of object are watched', () => {
  const watched = telling.map(({ table, column }) => `${table}.${column}`);
  expect(watched).toEqual(
    expect.arrayContaining([
      'users.user_name',
      'recycled_access_keys.access_key_id',
      'policies.policy_name',
      'oidc_providers.name',
      'saml_providers.provider_id',
      'gateway_tokens.token_id',
      'service_credentials.credential_id',
      'external_applications.application_id',
      'verification_devices.address',
      'account_aliases.alias',
    ]),
  );
});

/** What a reply tells of what is known inside only, and what the caller did not send itself. */
function leaks(answer: Answer, parameters: WireParameters, inside: readonly string[]): string[] {
  const told = Object.values(parameters).join(' ');
  // Digits drawn for the id of the request may be those of anything.
  const text = answer.text.replaceAll(answer.requestId, '');
  return inside.filter(name => text.includes(name) && !told.includes(name));
}

describe("a call that is right in one account, made by another account's administrator", () => {
  test.each(signed)('%s touches and tells nothing', async (_, each) => {
    const parameters = await parametersIn(home, each);
    const inside = knownInside();
    const before = home.state;
    const answer = await contract.call(each.operation, parameters, other.administrator);
    expect(leaks(answer, parameters, inside)).toEqual([]);
    expect(home.state).toBe(before);
  });

  test.each(signed)('%s is answered as if nothing of it existed anywhere', async (_, each) => {
    const parameters = await parametersIn(home, each);
    const inside = knownInside();
    const sent = Object.fromEntries(
      Object.entries(parameters).map(([wire, value]) => [wire, ghosts.of(value, inside)]),
    );
    const real = await contract.call(each.operation, parameters, other.administrator);
    const ghost = await contract.call(each.operation, sent, other.administrator);
    expect([real.status, real.code]).toEqual([ghost.status, ghost.code]);
  });
});

describe("an object of another account's, named in every way in every parameter", () => {
  test.each(titled(firstCases.filter(({ operation }) => operation.effect !== 'anonymous')))(
    '%s finds nothing of it',
    async (_, each) => {
      const names = namesOf(home, await estateOf(home));
      const inside = knownInside();
      const before = home.state;
      const texts = Object.values(each.operation.parameters).filter(({ kind }) => kind === 'text');
      for (const { wire } of texts) {
        let parameters = await parametersIn(other, each);
        for (const name of names) {
          // What a change has taken in, later replies may show.
          if (each.operation.effect === 'change') parameters = await parametersIn(other, each);
          const sent = { ...parameters, [wire]: name };
          const answer = await contract.call(each.operation, sent, other.administrator);
          expect([wire, name, leaks(answer, sent, inside)]).toEqual([wire, name, []]);
        }
      }
      expect(home.state).toBe(before);
    },
  );
});

describe("a policy that names another account's resources", () => {
  test.each(signed)('%s is not opened by it', async (_, each) => {
    const { parameters, resources } = await each.call.arrange(home);
    const foreign = resources.map(resource => resource.replace(home.id, other.id));
    const holder = await home.callerWith(
      JSON.stringify({
        Version: '1',
        Statement: [{ Effect: 'Allow', Action: '*', Resource: [other.arn('*'), ...foreign] }],
      }),
    );
    const before = home.state;
    const { code } = await contract.call(each.operation, parameters, holder.signer);
    const open = resources.every(resource => !resource.includes(home.id));
    if (!open) expect(code).toBe('NoPermission');
    expect(home.state).toBe(before);
  });
});

journalAudit(contract);
