import { describe, expect, it } from 'vitest';
import type { AnonymousContext, RequestContext } from '../../kernel/context.ts';
import { DEFAULT_DOMAIN_SUFFIX } from '../../kernel/context.ts';
import { ApiError } from '../../kernel/errors.ts';
import type { Caller, RootCaller, UserCaller } from '../../kernel/identity.ts';
import { DEFAULT_LIMITS } from '../../kernel/limits.ts';
import type { WireObject } from '../../kernel/response.ts';
import { validate } from '../../pipeline/call/validate.ts';
import { sts } from './index.ts';

const accountId = '1234567890123456';
const root: RootCaller = { kind: 'root', accountId, accessKeyId: 'LTAI-root' };
const alice: UserCaller = {
  kind: 'user',
  accountId,
  accessKeyId: 'LTAI-alice',
  userId: '200000000000000001',
  userName: 'Alice',
};

const anonymous: AnonymousContext = {
  requestId: 'AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE',
  now: 0,
  connection: { sourceIp: '127.0.0.1', secureTransport: false, host: 'localhost', userAgent: 'test' },
  limits: DEFAULT_LIMITS,
  domainSuffix: DEFAULT_DOMAIN_SUFFIX,
};

/** Calls an operation; none of them reads the database so far. */
async function call(
  name: string,
  parameters: Readonly<Record<string, string>>,
  caller?: Caller,
): Promise<WireObject> {
  const operation = sts.operations.find(candidate => candidate.name === name);
  if (operation === undefined) throw new Error(`there is no operation ${name}`);
  const command = validate(operation.parameters, new Map(Object.entries(parameters)));
  if (operation.effect === 'anonymous') {
    return operation.render(await operation.run(anonymous, command), anonymous);
  }
  if (caller === undefined) throw new Error(`${name} needs a caller`);
  const context: RequestContext = { ...anonymous, caller, accountId: caller.accountId };
  const scope = { accountId: caller.accountId, context, now: context.now };
  const result = await operation.run(scope, command, undefined);
  return operation.render(result, { prepared: undefined, context });
}

async function refusal(called: Promise<unknown>): Promise<ApiError> {
  try {
    await called;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('the call was not refused');
}

describe('GetCallerIdentity', () => {
  it('tells the account that it is the account', async () => {
    expect(await call('GetCallerIdentity', {}, root)).toEqual({
      AccountId: accountId,
      IdentityType: 'Account',
      PrincipalId: accountId,
      UserId: accountId,
      Arn: `acs:ram::${accountId}:root`,
    });
  });

  it('tells a user which user it is', async () => {
    expect(await call('GetCallerIdentity', {}, alice)).toEqual({
      AccountId: accountId,
      IdentityType: 'RAMUser',
      PrincipalId: '200000000000000001',
      UserId: '200000000000000001',
      Arn: `acs:ram::${accountId}:user/Alice`,
    });
  });
});

const session = { RoleArn: `acs:ram::${accountId}:role/ops`, RoleSessionName: 'alice' };

describe('AssumeRole', () => {
  const assume = (more: Readonly<Record<string, string>> = {}, caller: Caller = alice) =>
    refusal(call('AssumeRole', { ...session, ...more }, caller));

  it('finds no role, neither in the account nor in another', async () => {
    const own = await assume();
    expect([own.code, own.status]).toEqual(['EntityNotExist.Role', 404]);
    const foreign = await assume({ RoleArn: 'acs:ram::6543210987654321:role/ops' });
    expect(foreign.code).toBe('EntityNotExist.Role');
  });

  it('is not for the account itself', async () => {
    const refused = await assume({}, root);
    expect([refused.code, refused.status]).toEqual(['NoPermission', 403]);
    expect(refused.message).toContain('Roles may not be assumed by root accounts.');
  });

  it.each([
    ['RoleArn', 'ops'],
    ['RoleArn', `acs:ram::${accountId}:user/ops`],
    ['RoleSessionName', 'a'],
    ['RoleSessionName', 'a'.repeat(65)],
    ['RoleSessionName', 'two words'],
    ['DurationSeconds', '899'],
    ['DurationSeconds', '43201'],
    ['DurationSeconds', '1e3'],
    ['ExternalId', 'x'],
    ['ExternalId', 'a b'],
  ])('refuses %s %j', async (parameter, value) => {
    const refused = await assume({ [parameter]: value });
    expect(refused.status).toBe(400);
    expect(refused.code.startsWith(`InvalidParameter.${parameter}`)).toBe(true);
  });

  it.each(['RoleArn', 'RoleSessionName'])('needs %s', async parameter => {
    const refused = await assume({ [parameter]: '' });
    expect([refused.code, refused.status]).toEqual([`MissingParameter.${parameter}`, 400]);
  });

  it('refuses a session policy that is malformed or too long, before it looks for the role', async () => {
    const fitting = '{"Version":"1","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';
    expect((await assume({ Policy: fitting.padEnd(2048) })).code).toBe('EntityNotExist.Role');
    expect((await assume({ Policy: fitting.padEnd(2049) })).code).toBe('InvalidParameter.PolicySize');
    const malformed = await assume({ Policy: '{"Version":"1"}' });
    expect(malformed.code).toBe('InvalidParameter.PolicyGrammar');
    expect(malformed.message).toContain('Line 1, column 1, the document:');
  });

  it('is authorized on the role, which is RAM’s, in the account that owns it', () => {
    const operation = sts.operations.find(({ name }) => name === 'AssumeRole');
    if (operation === undefined || operation.effect === 'anonymous')
      throw new Error('AssumeRole has a caller');
    if (operation.authorization.kind !== 'policy') throw new Error('AssumeRole is authorized by policies');
    const command = validate(
      operation.parameters,
      new Map(Object.entries({ ...session, RoleArn: 'acs:ram:*:6543210987654321:role/Ops' })),
    );
    const context: RequestContext = { ...anonymous, caller: alice, accountId };
    expect(operation.authorization.resources(command, undefined, context)).toEqual([
      { relativeId: 'role/Ops', owner: '6543210987654321', service: 'ram' },
    ]);
  });
});

describe('AssumeRoleWithSAML', () => {
  const parameters = {
    SAMLProviderArn: `acs:ram::${accountId}:saml-provider/corp`,
    RoleArn: session.RoleArn,
    SAMLAssertion: 'PHNhbWw+',
  };
  const assume = (more: Readonly<Record<string, string>> = {}) =>
    refusal(call('AssumeRoleWithSAML', { ...parameters, ...more }));

  it('knows no provider', async () => {
    const refused = await assume();
    expect([refused.code, refused.status]).toEqual(['EntityNotExist.SAMLProvider', 404]);
  });

  it.each(['SAMLProviderArn', 'RoleArn', 'SAMLAssertion'])('needs %s', async parameter => {
    expect((await assume({ [parameter]: '' })).code).toBe(`MissingParameter.${parameter}`);
  });

  it.each([
    ['SAMLProviderArn', `acs:ram::${accountId}:oidc-provider/corp`],
    ['RoleArn', 'corp'],
    ['SAMLAssertion', 'abc'],
    ['SAMLAssertion', '<saml/>'],
    ['SAMLAssertion', 'A'.repeat(100_001)],
    ['DurationSeconds', '10'],
  ])('refuses %s %.40s', async (parameter, value) => {
    expect((await assume({ [parameter]: value })).code.startsWith(`InvalidParameter.${parameter}`)).toBe(
      true,
    );
  });

  it('checks the session policy', async () => {
    expect((await assume({ Policy: '{}' })).code).toBe('InvalidParameter.PolicyGrammar');
  });
});

describe('AssumeRoleWithOIDC', () => {
  const parameters = {
    OIDCProviderArn: `acs:ram::${accountId}:oidc-provider/ci`,
    RoleArn: session.RoleArn,
    RoleSessionName: 'build',
    OIDCToken: 'e30.e30.c2ln\n',
  };
  const assume = (more: Readonly<Record<string, string>> = {}) =>
    refusal(call('AssumeRoleWithOIDC', { ...parameters, ...more }));

  it('knows no provider', async () => {
    const refused = await assume();
    expect([refused.code, refused.status]).toEqual(['AuthenticationFail.NoPermission', 401]);
    expect(refused.message).toBe('No such OIDC Provider registered.');
  });

  it.each(['OIDCProviderArn', 'RoleArn', 'RoleSessionName', 'OIDCToken'])('needs %s', async parameter => {
    expect((await assume({ [parameter]: '' })).code).toBe(`MissingParameter.${parameter}`);
  });

  it.each([
    ['OIDCProviderArn', `acs:ram::${accountId}:saml-provider/ci`],
    ['OIDCToken', 'e30'],
    ['OIDCToken', 'e'.repeat(20_001)],
    ['RoleSessionName', 'a/b'],
  ])('refuses %s %.40s', async (parameter, value) => {
    expect((await assume({ [parameter]: value })).code.startsWith(`InvalidParameter.${parameter}`)).toBe(
      true,
    );
  });
});

describe('what proves an identity', () => {
  it('is declared as a secret', () => {
    const secrets = sts.operations.flatMap(operation =>
      Object.values(operation.parameters)
        .filter(parameter => parameter.sensitive === true)
        .map(parameter => parameter.wire),
    );
    expect(secrets).toEqual(['SAMLAssertion', 'OIDCToken']);
  });
});
