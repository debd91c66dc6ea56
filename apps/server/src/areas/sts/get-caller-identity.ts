import { callerArn, principalId } from '../../kernel/identity.ts';
import { readOperation, sts } from '../../kernel/operation.ts';
import { textField } from '../../kernel/response.ts';

/** STS GetCallerIdentity (spec: wire 7.4). */
export const stsGetCallerIdentity = readOperation({
  api: sts,
  name: 'GetCallerIdentity',
  summary: ['Tells the caller who it is.', '查询当前调用者的身份。'],
  parameters: {},
  response: {
    AccountId: textField,
    IdentityType: textField,
    PrincipalId: textField,
    UserId: textField,
    Arn: textField,
  },
  errors: [],
  authorization: {
    kind: 'any-caller',
    why: ['It tells a caller nothing but who it is itself.', '只返回调用者自己的身份信息。'],
  },
  run: scope => scope.context.caller,
  render: caller => ({
    AccountId: caller.accountId,
    IdentityType: caller.kind === 'root' ? 'Account' : 'RAMUser',
    PrincipalId: principalId(caller),
    UserId: principalId(caller),
    Arn: callerArn(caller),
  }),
});
