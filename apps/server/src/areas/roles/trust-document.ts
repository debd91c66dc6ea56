import { parseDocument } from '@wardenry/policy';
import { apiError } from '../../kernel/errors.ts';
import type { ConditionValues } from '../../kernel/operation.ts';
import { findingsText } from '../policies/index.ts';
import { trustDocumentMalformed } from './errors.ts';

/**
 * Checks the text of a trust policy before it is stored.
 *
 * @throws ApiError `MalformedPolicyDocument` with every finding and its position (spec: policy 1)
 */
export function checkTrustDocument(document: string): void {
  const parsed = parseDocument(document, 'trust');
  if (!parsed.ok) throw apiError(trustDocumentMalformed, { findings: findingsText(parsed.findings) });
}

const principalTypes = ['RAM', 'Service', 'Federated'] as const;

/**
 * The condition keys of a call that sets a trust policy: the types of the principals whom it trusts (`RAM`, `Service`,
 * `Federated`) and the services among them (spec: policy 3.5). Who may create roles for services alone must not change
 * one into a role for people, so UpdateRole has them as CreateRole has. A text that is no trust policy has none: it is
 * refused before anything is stored.
 */
export function trustedPrincipals(document: string): ConditionValues {
  const parsed = parseDocument(document, 'trust');
  if (!parsed.ok) return {};
  const types = new Set<string>();
  const services = new Set<string>();
  for (const { effect, principals } of parsed.document.statements) {
    if (effect !== 'Allow' || principals === undefined) continue;
    for (const type of principalTypes) if (principals[type].length > 0) types.add(type);
    for (const service of principals.Service) services.add(service);
  }
  return {
    ...(types.size > 0 && { 'ram:TrustedPrincipalTypes': [...types] }),
    ...(services.size > 0 && { 'ram:ServiceNames': [...services] }),
  };
}
