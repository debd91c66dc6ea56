import { readOperation, sts } from '../../kernel/operation.ts';
import { callerIdentity, callerIdentityFields } from './wire.ts';

/** STS GetCallerIdentity (spec: wire 7.4). */
export const stsGetCallerIdentity = readOperation({
  api: sts,
  name: 'GetCallerIdentity',
  summary: ['Tells the caller who it is.', '查询当前调用者的身份。'],
  parameters: {},
  response: callerIdentityFields,
  errors: [],
  authorization: {
    kind: 'any-caller',
    why: ['It tells a caller nothing but who it is itself.', '只返回调用者自己的身份信息。'],
  },
  run: scope => scope.context.caller,
  render: callerIdentity,
});
