/** Serial numbers of virtual MFA devices, which are ARNs: `acs:ram::<account>:mfa/<name>` (spec: domain 1.1). */

import { parseArn } from '@wardenry/policy';
import type { AccountId } from '../../kernel/callers/identity.ts';
import { lettersDigitsAnd } from '../../kernel/parameters.ts';
import { consistsOf } from '../../kernel/text/characters.ts';

/** What device names may consist of, under both APIs taken together. */
export const nameCharacters = lettersDigitsAnd('.-');
export const LONGEST_NAME = 64;

const KIND = 'mfa/';

/** A device as its serial number names it. */
interface NamedDevice {
  readonly accountId: AccountId;
  readonly name: string;
}

/** The serial number of one of an account's devices. */
export function serialNumberOf(accountId: AccountId, name: string): string {
  return `acs:ram::${accountId}:${KIND}${name}`;
}

/**
 * Reads a serial number.
 *
 * @returns undefined for a text that is none; the region may also be `*`, as resources of policies have it
 */
export function readSerialNumber(text: string): NamedDevice | undefined {
  const arn = parseArn(text);
  if (arn === undefined || arn.service !== 'ram' || (arn.region !== '' && arn.region !== '*'))
    return undefined;
  const name = arn.relativeId.slice(KIND.length);
  return arn.relativeId.startsWith(KIND) && isName(name) ? { accountId: arn.account, name } : undefined;
}

/**
 * The name in the serial number of one of an account's own devices.
 *
 * @returns undefined for a device of somebody else
 */
export function ownDeviceName(accountId: AccountId, serialNumber: string): string | undefined {
  const named = readSerialNumber(serialNumber);
  return named?.accountId === accountId ? named.name : undefined;
}

function isName(text: string): boolean {
  return text.length > 0 && text.length <= LONGEST_NAME && consistsOf(text, nameCharacters);
}
