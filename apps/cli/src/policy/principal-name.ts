import { parseArn } from '@wardenry/policy';
import type { CasePrincipal } from '@wardenry/policy/cases';

/**
 * Reads the name of a principal: `acs:ram::<account>:root`, `…:user/<name>`, `…:role/<name>`, the ARN of a provider, or
 * the name of a service such as `ecs.aliyuncs.com`. `undefined` for anything else.
 */
export function readPrincipal(text: string): CasePrincipal | undefined {
  const arn = parseArn(text);
  if (arn === undefined) return isService(text) ? { type: 'service', name: text } : undefined;
  const { service, account, relativeId } = arn;
  if (service !== 'ram' || account === '') return undefined;
  if (relativeId === 'root') return { type: 'root', account };
  const slash = relativeId.indexOf('/');
  const name = relativeId.slice(slash + 1);
  if (slash < 0 || name === '') return undefined;
  switch (relativeId.slice(0, slash)) {
    case 'user':
      return { type: 'user', account, name };
    case 'role':
      return { type: 'role', account, name };
    case 'saml-provider':
    case 'oidc-provider':
      return { type: 'federated', provider: text };
    default:
      return undefined;
  }
}

function isService(text: string): boolean {
  return text.endsWith('.aliyuncs.com') && !text.includes(':') && !text.includes('/');
}
