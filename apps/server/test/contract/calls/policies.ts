import type { WireParameters } from '../../test-account.ts';
import { type Account, harmlessDocument } from '../account.ts';
import { call, difficult, difficultLines, pages, type ValidCall, type ValidCalls } from './valid-call.ts';

/** A system policy, and what calls about it are authorized on. */
export const aSystemPolicyArn = 'acs:ram:*:system:policy/ReadOnlyAccess';
export const aSystemPolicy = { PolicyName: 'ReadOnlyAccess', PolicyType: 'System' };

/** A call that reads a policy of either type. */
export function onEitherType(
  make: (account: Account) => Promise<string>,
  more: WireParameters = {},
): ValidCall[] {
  return [
    call(async account => {
      const name = await make(account);
      return [{ PolicyName: name, PolicyType: 'Custom', ...more }, `policy/${name}`];
    }, 'a custom policy'),
    {
      title: 'a system policy',
      outcome: 'Success',
      arrange: async () => ({ parameters: { ...aSystemPolicy, ...more }, resources: [aSystemPolicyArn] }),
    },
  ];
}

/** A call that changes a custom policy. */
function onPolicy(
  make: (account: Account) => Promise<string>,
  more: WireParameters = {},
  title = '',
): ValidCall {
  return call(async account => {
    const name = await make(account);
    return [{ PolicyName: name, ...more }, `policy/${name}`];
  }, title);
}

const aPolicy = (account: Account) => account.policy();
const aPolicyOfTwoVersions = (account: Account) => account.policyOfTwoVersions();

/** Operations on policies and their versions. */
export const policyCalls: ValidCalls = {
  'Ram CreatePolicy': [
    call(account => {
      const name = account.fresh('policy');
      const parameters = { PolicyName: name, PolicyDocument: harmlessDocument, Description: difficultLines };
      return [parameters, `policy/${name}`];
    }),
    call(account => {
      const name = account.fresh('policy');
      const Tag = JSON.stringify([{ Key: 'team', Value: difficult }]);
      return [{ PolicyName: name, PolicyDocument: harmlessDocument, Tag }, `policy/${name}`];
    }, 'with tags'),
  ],
  'Ram GetPolicy': onEitherType(aPolicy),
  'Ram ListPolicies': [
    ...pages('Ram ListPolicies', 'policy/*', aPolicy),
    call(() => [{ PolicyType: 'Custom', MaxItems: '5' }, 'policy/*'], 'of one type'),
    call(() => [{ Tag: '[{"Key":"team"}]' }, 'policy/*'], 'that carry a tag'),
  ],
  'Ram UpdatePolicyDescription': [onPolicy(aPolicy, { NewDescription: difficult })],
  'Ram DeletePolicy': [
    onPolicy(aPolicy),
    onPolicy(aPolicyOfTwoVersions, { CascadingDelete: 'true' }, 'with all versions'),
  ],
  'Ram CreatePolicyVersion': [
    onPolicy(aPolicy, { PolicyDocument: harmlessDocument }),
    onPolicy(
      aPolicyOfTwoVersions,
      {
        PolicyDocument: harmlessDocument,
        SetAsDefault: 'true',
        RotateStrategy: 'DeleteOldestNonDefaultVersionWhenLimitExceeded',
      },
      'put in force at once',
    ),
  ],
  'Ram GetPolicyVersion': onEitherType(aPolicy, { VersionId: 'v1' }),
  'Ram ListPolicyVersions': onEitherType(aPolicyOfTwoVersions),
  'Ram SetDefaultPolicyVersion': [onPolicy(aPolicyOfTwoVersions, { VersionId: 'v2' })],
  'Ram DeletePolicyVersion': [onPolicy(aPolicyOfTwoVersions, { VersionId: 'v2' })],
};
