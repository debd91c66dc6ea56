import { parseArn } from '@wardenry/policy';
import type { AccountId } from '../../kernel/callers/identity.ts';
import { lettersDigitsAnd } from '../../kernel/parameters.ts';
import { consistsOf } from '../../kernel/text/characters.ts';

/** Something of RAM that belongs to an account and has a name in it. */
export interface RamResource {
  readonly accountId: AccountId;
  readonly name: string;
}

/** How relative ids of what sessions are made of begin. */
export type RamKind = 'role' | 'saml-provider' | 'oidc-provider';

const nameCharacters = lettersDigitsAnd('.-_');
const longestName = 128;
const accountDigits = 16;

/**
 * Reads the ARN of a role or an identity provider (spec: domain 1.1).
 *
 * @param kind how the relative id begins
 * @returns undefined when the text is not `acs:ram::<account>:<kind>/<name>`; the region may also be `*`
 */
export function ramResource(arn: string, kind: RamKind): RamResource | undefined {
  const parsed = parseArn(arn);
  if (parsed === undefined || parsed.service !== 'ram') return undefined;
  if (parsed.region !== '' && parsed.region !== '*') return undefined;
  const { account: accountId, relativeId } = parsed;
  if (!isAccountId(accountId) || !relativeId.startsWith(`${kind}/`)) return undefined;
  const name = relativeId.slice(kind.length + 1);
  return isName(name) ? { accountId, name } : undefined;
}

/**
 * Reads an ARN that was validated before.
 *
 * @throws TypeError when it was not
 */
export function requireRamResource(arn: string, kind: RamKind): RamResource {
  const resource = ramResource(arn, kind);
  if (resource === undefined) throw new TypeError(`the ARN of a ${kind} was expected`);
  return resource;
}

function isAccountId(text: string): boolean {
  if (text.length !== accountDigits) return false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 48 || unit > 57) return false;
  }
  return true;
}

function isName(text: string): boolean {
  return text.length > 0 && text.length <= longestName && consistsOf(text, nameCharacters);
}
