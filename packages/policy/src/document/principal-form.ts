import { parseArn } from '../arn.ts';
import type { Principals } from './document.ts';

/** The types of principals that a trust policy knows. */
export type PrincipalType = keyof Principals;

const RELATIVE_IDS: Readonly<Record<Exclude<PrincipalType, 'Service'>, readonly string[]>> = {
  RAM: ['user/', 'role/'],
  Federated: ['saml-provider/', 'oidc-provider/'],
};

const DIGITS = '0123456789';
const HOST_CHARACTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.';
const SERVICE_DOMAIN = '.aliyuncs.com';

/**
 * Whether a text names a principal of a type (spec: policy 1.7): a service, or the ARN of an account, user, role
 * or identity provider. Wildcards name nobody.
 */
export function isPrincipal(type: PrincipalType, text: string): boolean {
  if (type === 'Service') {
    return (
      text.length > SERVICE_DOMAIN.length &&
      text.endsWith(SERVICE_DOMAIN) &&
      consistsOf(text, HOST_CHARACTERS)
    );
  }
  const arn = parseArn(text);
  if (arn === undefined || arn.service !== 'ram' || (arn.region !== '' && arn.region !== '*')) return false;
  if (arn.account === '' || !consistsOf(arn.account, DIGITS)) return false;
  if (type === 'RAM' && arn.relativeId === 'root') return true;
  return RELATIVE_IDS[type].some(prefix => isNameAfter(prefix, arn.relativeId));
}

function isNameAfter(prefix: string, relativeId: string): boolean {
  if (!relativeId.startsWith(prefix) || relativeId.length === prefix.length) return false;
  return !relativeId.includes('*') && !relativeId.includes('?');
}

function consistsOf(text: string, characters: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (!characters.includes(text.charAt(at))) return false;
  }
  return true;
}
