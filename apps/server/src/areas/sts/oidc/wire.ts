import { type Rendered, textField, timeField } from '../../../kernel/response.ts';
import { commaList } from '../../../kernel/text/list-text.ts';
import { isoSeconds } from '../../../kernel/time.ts';
import type { TokenClaims } from './json-web-token.ts';

/** What the token of an OIDC provider said (spec: domain 8.3). */
export const oidcTokenFields = {
  Issuer: textField,
  Subject: textField,
  ClientIds: textField,
  IssuanceTime: timeField,
  ExpirationTime: timeField,
  VerificationInfo: textField,
} as const;

/** Fills `oidcTokenFields` of a token that was verified. */
export function oidcTokenMembers(claims: TokenClaims): Rendered<typeof oidcTokenFields> {
  return {
    Issuer: claims.issuer,
    Subject: claims.subject,
    ClientIds: commaList.textOf(claims.audiences),
    IssuanceTime: isoSeconds(claims.issuedAt),
    ExpirationTime: isoSeconds(claims.expiresAt),
    VerificationInfo: 'Success',
  };
}
