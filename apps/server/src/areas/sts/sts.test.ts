import { describe, expect, it } from 'vitest';
import { declaredParts } from '../../../test/product-parts.ts';
import type { Caller, RootCaller, SessionCaller, UserCaller } from '../../kernel/callers/identity.ts';
import { DEFAULT_DOMAIN_SUFFIX, type RequestContext } from '../../kernel/context.ts';
import { ApiError } from '../../kernel/errors.ts';
import { DEFAULT_LIMITS } from '../../kernel/limits.ts';
import type { WireObject } from '../../kernel/response.ts';
import { validate } from '../../pipeline/call/validate.ts';
import { stsArea } from './index.ts';

const sts = stsArea(declaredParts.sessions);

const accountId = '1234567890123456';
const root: RootCaller = { kind: 'root', accountId, accessKeyId: 'LTAI-root' };
const alice: UserCaller = {
  kind: 'user',
  accountId,
  accessKeyId: 'LTAI-alice',
  userId: '200000000000000001',
  userName: 'Alice',
};
const work: SessionCaller = {
  kind: 'session',
  accountId,
  accessKeyId: 'STS.work',
  roleId: '400000000000000001',
  roleName: 'Reader',
  sessionName: 'work@1',
  origins: [],
};

function contextOf(caller: Caller): RequestContext {
  return {
    requestId: 'AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE',
    now: 0,
    connection: { sourceIp: '127.0.0.1', secureTransport: false, host: 'localhost', userAgent: 'test' },
    limits: DEFAULT_LIMITS,
    domainSuffix: DEFAULT_DOMAIN_SUFFIX,
    caller,
    accountId: caller.accountId,
  };
}

function operationNamed(name: string) {
  const operation = sts.operations.find(candidate => candidate.name === name);
  if (operation === undefined) throw new Error(`there is no operation ${name}`);
  return operation;
}

async function whoIs(caller: Caller): Promise<WireObject> {
  const operation = operationNamed('GetCallerIdentity');
  if (operation.effect === 'anonymous') throw new Error('GetCallerIdentity has a caller');
  const context = contextOf(caller);
  const result = await operation.run({ accountId, context, now: 0 }, {}, undefined);
  return operation.render(result, { prepared: undefined, context });
}

/** The refusal of parameters. */
function refusal(name: string, parameters: Readonly<Record<string, string>>): ApiError {
  try {
    validate(operationNamed(name).parameters, new Map(Object.entries(parameters)));
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('the parameters were not refused');
}

describe('GetCallerIdentity', () => {
  it('tells the account that it is the account', async () => {
    expect(await whoIs(root)).toEqual({
      AccountId: accountId,
      IdentityType: 'Account',
      PrincipalId: accountId,
      UserId: accountId,
      Arn: `acs:ram::${accountId}:root`,
    });
  });

  it('tells a user which user it is', async () => {
    expect(await whoIs(alice)).toEqual({
      AccountId: accountId,
      IdentityType: 'RAMUser',
      PrincipalId: '200000000000000001',
      UserId: '200000000000000001',
      Arn: `acs:ram::${accountId}:user/Alice`,
    });
  });

  it('tells a session its role and its name, and no user', async () => {
    expect(await whoIs(work)).toEqual({
      AccountId: accountId,
      IdentityType: 'AssumedRoleUser',
      PrincipalId: '400000000000000001:work@1',
      RoleId: '400000000000000001',
      Arn: `acs:ram::${accountId}:assumed-role/Reader/work@1`,
    });
  });
});

const session = { RoleArn: `acs:ram::${accountId}:role/ops`, RoleSessionName: 'alice' };

describe('AssumeRole', () => {
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
    ['SourceIdentity', 'a/b'],
  ])('refuses %s %j', (parameter, value) => {
    const refused = refusal('AssumeRole', { ...session, [parameter]: value });
    expect(refused.status).toBe(400);
    expect(refused.code.startsWith(`InvalidParameter.${parameter}`)).toBe(true);
  });

  it.each(['RoleArn', 'RoleSessionName'])('needs %s', parameter => {
    const refused = refusal('AssumeRole', { ...session, [parameter]: '' });
    expect([refused.code, refused.status]).toEqual([`MissingParameter.${parameter}`, 400]);
  });

  it('is authorized on the role, which is RAM’s, in the account that owns it', () => {
    const operation = operationNamed('AssumeRole');
    if (operation.effect === 'anonymous') throw new Error('AssumeRole has a caller');
    if (operation.authorization.kind !== 'policy') throw new Error('AssumeRole is authorized by policies');
    const command = validate(
      operation.parameters,
      new Map(Object.entries({ ...session, RoleArn: 'acs:ram:*:6543210987654321:role/Ops' })),
    );
    expect(operation.authorization.resources(command, undefined, contextOf(alice))).toEqual([
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

  it.each(['SAMLProviderArn', 'RoleArn', 'SAMLAssertion'])('needs %s', parameter => {
    const refused = refusal('AssumeRoleWithSAML', { ...parameters, [parameter]: '' });
    expect(refused.code).toBe(`MissingParameter.${parameter}`);
  });

  it.each([
    ['SAMLProviderArn', `acs:ram::${accountId}:oidc-provider/corp`],
    ['RoleArn', 'corp'],
    ['SAMLAssertion', 'abc'],
    ['SAMLAssertion', '<saml/>'],
    ['SAMLAssertion', 'A'.repeat(100_001)],
    ['DurationSeconds', '10'],
  ])('refuses %s %.40s', (parameter, value) => {
    const refused = refusal('AssumeRoleWithSAML', { ...parameters, [parameter]: value });
    expect(refused.code.startsWith(`InvalidParameter.${parameter}`)).toBe(true);
  });
});

describe('AssumeRoleWithOIDC', () => {
  const parameters = {
    OIDCProviderArn: `acs:ram::${accountId}:oidc-provider/ci`,
    RoleArn: session.RoleArn,
    RoleSessionName: 'build',
    OIDCToken: 'e30.e30.c2ln\n',
  };

  it.each(['OIDCProviderArn', 'RoleArn', 'RoleSessionName', 'OIDCToken'])('needs %s', parameter => {
    const refused = refusal('AssumeRoleWithOIDC', { ...parameters, [parameter]: '' });
    expect(refused.code).toBe(`MissingParameter.${parameter}`);
  });

  it.each([
    ['OIDCProviderArn', `acs:ram::${accountId}:saml-provider/ci`],
    ['OIDCToken', 'e30'],
    ['OIDCToken', 'e'.repeat(20_001)],
    ['RoleSessionName', 'a/b'],
  ])('refuses %s %.40s', (parameter, value) => {
    const refused = refusal('AssumeRoleWithOIDC', { ...parameters, [parameter]: value });
    expect(refused.code.startsWith(`InvalidParameter.${parameter}`)).toBe(true);
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
