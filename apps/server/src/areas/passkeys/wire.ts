/** Passkeys as IMS shows them (spec: domain 1.1: their dates are seconds since 1970, as text). */
import { type Rendered, textField } from '../../kernel/response.ts';
import type { Passkey } from './passkey.ts';

/** IMS' passkeys; the last date is empty for one that was never used. */
export const passkeyFields = {
  PasskeyId: textField,
  PasskeyName: textField,
  CreateDate: textField,
  LastUseDate: textField,
} as const;

/** Fills `passkeyFields`. */
export function passkeyMembers(passkey: Passkey): Rendered<typeof passkeyFields> {
  return {
    PasskeyId: passkey.passkeyId,
    PasskeyName: passkey.name,
    CreateDate: seconds(passkey.createdAt),
    LastUseDate: passkey.lastUsedAt === undefined ? '' : seconds(passkey.lastUsedAt),
  };
}

function seconds(time: number): string {
  return String(Math.floor(time / 1000));
}
