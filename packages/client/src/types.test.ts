import { describe, expectTypeOf, it } from 'vitest';
import type { Client, CodeOf, ErrorCode, GatewayCode } from './index.ts';
import { ApiError, errors, ims, isRefusal, ram, wardenry } from './index.ts';

declare const client: Client;

/** Looked at by the compiler, never called. */
export async function typed(): Promise<void> {
  expectTypeOf((await client.call(ram.GetUser, { UserName: 'alice' })).User.UserName).toEqualTypeOf<string>();
  expectTypeOf((await client.call(ram.ListUsers, { MaxItems: 10 })).IsTruncated).toEqualTypeOf<boolean>();
  await client.call(ims.CreateUser, {
    UserPrincipalName: 'a@b',
    DisplayName: 'A',
    Tag: [{ Key: 'k', Value: 'v' }],
  });
  await client.call(wardenry.Authorize, { checks: [{ action: 'shop:GetOrder', resource: '*' }] });
  // @ts-expect-error a required parameter is missing
  await client.call(ram.GetUser, {});
  // @ts-expect-error there is no such parameter
  await client.call(ram.GetUser, { UserName: 'alice', Username: 'bob' });
  // @ts-expect-error a number is no text
  await client.call(ram.GetUser, { UserName: 7 });
  // @ts-expect-error none of the values that are allowed
  await client.call(ram.GetPolicy, { PolicyName: 'p', PolicyType: 'Other' });
}

describe('the types of errors', () => {
  it('name every code that an operation can answer, and no other', () => {
    expectTypeOf<'EntityNotExist.User'>().toExtend<CodeOf<typeof ram.GetUser>>();
    expectTypeOf<'MissingUserName'>().toExtend<CodeOf<typeof ram.GetUser>>();
    expectTypeOf<'EntityNotExist.Group'>().not.toExtend<CodeOf<typeof ram.GetUser>>();
    expectTypeOf<'NoPermission'>().toExtend<GatewayCode>();
    expectTypeOf<'EntityNotExist.Group'>().toExtend<ErrorCode>();
    expectTypeOf<'InvalidParameter.UserName.Length'>().toExtend<ErrorCode>();
    expectTypeOf<'NoSuchCode'>().not.toExtend<ErrorCode>();
    expectTypeOf<CodeOf<typeof ram.GetUser>>().toExtend<ErrorCode>();
  });

  it('are known behind the question for a refusal', () => {
    const thrown: unknown = new ApiError('EntityNotExist.User', 'm', {
      status: 404,
      requestId: '1',
      accessDenied: {},
      retryAfter: undefined,
    });
    if (isRefusal(thrown, ram.GetUser)) {
      expectTypeOf(thrown.code).toEqualTypeOf<CodeOf<typeof ram.GetUser> | GatewayCode>();
    }
    expectTypeOf(errors[0]?.status).toEqualTypeOf<number | undefined>();
  });
});
