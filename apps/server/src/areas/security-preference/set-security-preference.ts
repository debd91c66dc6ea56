import { changed } from '../../kernel/changed.ts';
import { changeOperation, ims, ram, wholeAccount } from '../../kernel/operation.ts';
import type { Command } from '../../kernel/parameters.ts';
import { object } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { imsPreferenceParameters, ramPreferenceParameters } from './parameters.ts';
import type { SecurityPreference } from './security-preference.ts';
import { replaceSecurityPreference, securityPreference } from './store.ts';
import { readVerificationTypes } from './verification-types.ts';
import { imsPreference, imsPreferenceFields, ramPreference, ramPreferenceFields } from './wire.ts';

const summary = [
  'Sets what users may do for themselves and how they log on. What is left out stays.',
  '设置用户自助管理和登录方面的安全偏好；未传的参数保持不变。',
] as const;

/** Changes what is given and leaves the rest (spec: domain 5.1). */
async function setSecurityPreference(
  scope: ChangeScope,
  changes: { readonly [Member in keyof SecurityPreference]?: SecurityPreference[Member] | undefined },
): Promise<SecurityPreference> {
  const preference = changed(await securityPreference(scope), changes);
  await replaceSecurityPreference(scope, preference);
  return preference;
}

export const ramSetSecurityPreference = changeOperation({
  api: ram,
  name: 'SetSecurityPreference',
  summary,
  parameters: ramPreferenceParameters,
  response: { SecurityPreference: object(ramPreferenceFields) },
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: setSecurityPreference,
  render: preference => ({ SecurityPreference: ramPreference(preference) }),
});

export const imsSetSecurityPreference = changeOperation({
  api: ims,
  name: 'SetSecurityPreference',
  summary,
  parameters: imsPreferenceParameters,
  response: { SecurityPreference: object(imsPreferenceFields) },
  errors: [],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run(scope, command) {
    const { enforceMfa, verificationTypes: types, ...changes } = command;
    return setSecurityPreference(scope, {
      ...changes,
      verificationTypes: types === undefined ? undefined : readVerificationTypes(types),
      mfaForLogin: command.mfaForLogin ?? olderMfaForLogin(enforceMfa),
      maxIdleDaysOfUsers: days(command.maxIdleDaysOfUsers),
      maxIdleDaysOfAccessKeys: days(command.maxIdleDaysOfAccessKeys),
    });
  },
  render: preference => ({ SecurityPreference: imsPreference(preference) }),
});

function olderMfaForLogin(
  enforce: Command<typeof imsPreferenceParameters>['enforceMfa'],
): SecurityPreference['mfaForLogin'] | undefined {
  if (enforce === undefined) return undefined;
  return enforce ? 'mandatory' : 'independent';
}

function days(given: string | undefined): number | undefined {
  return given === undefined ? undefined : Number(given);
}
