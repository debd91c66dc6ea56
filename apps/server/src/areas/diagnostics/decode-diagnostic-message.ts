import type { Diagnosis, DiagnosisSeal } from '../../kernel/diagnosis.ts';
import { apiError } from '../../kernel/errors.ts';
import { type Operation, ram, readOperation, wholeAccount } from '../../kernel/operation.ts';
import { text } from '../../kernel/parameters.ts';
import { booleanField, object, optional, type Rendered, textField } from '../../kernel/response.ts';
import { notSupport } from './errors.ts';

/** Why a call was refused (spec: policy 5.3). */
const decodedFields = {
  ExplicitDeny: booleanField,
  NoPermissionPolicyType: textField,
  AuthAction: textField,
  AuthResource: textField,
  AuthPrincipal: object({
    AuthPrincipalType: textField,
    AuthPrincipalOwnerId: textField,
    AuthPrincipalDisplayName: textField,
  }),
  AuthConditions: {
    kind: 'list',
    item: object({ ConditionKey: textField, ConditionValues: { kind: 'list', item: textField } }),
  },
  MatchedPolicies: {
    kind: 'list',
    item: object({
      Effect: textField,
      PolicyIdentifier: textField,
      PolicyType: textField,
      PolicyVersion: optional(textField),
      AttachedEntityType: textField,
      AttachedScope: textField,
    }),
  },
} as const;

/** Characters of a message; the longest that is made here is shorter. */
const LONGEST = 32_768;

/** RAM DecodeDiagnosticMessage: what stands in the sealed message of a refusal. */
export function ramDecodeDiagnosticMessage(diagnoses: DiagnosisSeal): Operation {
  return readOperation({
    api: ram,
    name: 'DecodeDiagnosticMessage',
    summary: [
      'Decodes the diagnostic message of a refusal: which step and which policies refused what.',
      '解析无权限报错中的诊断信息：哪一步、哪些策略拒绝了什么操作。',
    ],
    parameters: {
      message: text('EncodedDiagnosticMessage', {
        required: true,
        min: 1,
        max: LONGEST,
        doc: ['The EncodedDiagnosticMessage of a refusal.', '无权限报错中的 EncodedDiagnosticMessage。'],
      }),
    },
    response: { DecodedDiagnosticMessage: object(decodedFields) },
    errors: [notSupport],
    authorization: { kind: 'policy', resources: () => [wholeAccount] },
    async run(scope, { message }) {
      const diagnosis = diagnoses.open(scope.accountId, message, scope.now);
      if (diagnosis === undefined) throw apiError(notSupport);
      return diagnosis;
    },
    render: diagnosis => ({ DecodedDiagnosticMessage: decoded(diagnosis) }),
  });
}

function decoded(diagnosis: Diagnosis): Rendered<typeof decodedFields> {
  const { principal, conditions, matched } = diagnosis;
  return {
    ExplicitDeny: diagnosis.explicitDeny,
    NoPermissionPolicyType: diagnosis.policyType,
    AuthAction: diagnosis.action,
    AuthResource: diagnosis.resource,
    AuthPrincipal: {
      AuthPrincipalType: principal.type,
      AuthPrincipalOwnerId: principal.ownerId,
      AuthPrincipalDisplayName: principal.displayName,
    },
    AuthConditions: conditions.map(({ key, values }) => ({ ConditionKey: key, ConditionValues: values })),
    MatchedPolicies: matched.map(policy => ({
      Effect: policy.effect,
      PolicyIdentifier: policy.name,
      PolicyType: policy.policyType,
      ...(policy.version === undefined ? {} : { PolicyVersion: policy.version }),
      AttachedEntityType: policy.attachedTo,
      AttachedScope: policy.scope,
    })),
  };
}
