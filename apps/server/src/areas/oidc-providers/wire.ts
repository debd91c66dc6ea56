/** OIDC providers as IMS shows them (spec: domain 1.2). */

import { integerField, type Rendered, textField, timeField } from '../../kernel/response.ts';
import { commaList } from '../../kernel/text/list-text.ts';
import { isoSeconds } from '../../kernel/time.ts';
import type { OidcProvider } from './oidc-provider.ts';

export const oidcProviderFields = {
  OIDCProviderName: textField,
  Arn: textField,
  IssuerUrl: textField,
  ClientIds: textField,
  Fingerprints: textField,
  IssuanceLimitTime: integerField,
  Description: textField,
  CreateDate: timeField,
  UpdateDate: timeField,
  GmtCreate: textField,
  GmtModified: textField,
} as const;

/** Fills `oidcProviderFields`. */
export function oidcProviderMembers(
  provider: OidcProvider,
  accountId: string,
): Rendered<typeof oidcProviderFields> {
  return {
    OIDCProviderName: provider.name,
    Arn: `acs:ram::${accountId}:oidc-provider/${provider.name}`,
    IssuerUrl: provider.issuerUrl,
    ClientIds: commaList.textOf(provider.clientIds),
    Fingerprints: commaList.textOf(provider.fingerprints),
    IssuanceLimitTime: provider.issuanceLimitTime,
    Description: provider.description,
    CreateDate: isoSeconds(provider.createdAt),
    UpdateDate: isoSeconds(provider.updatedAt),
    // Beside the usual dates, which these repeat in milliseconds (spec: domain 1.1).
    GmtCreate: String(provider.createdAt),
    GmtModified: String(provider.updatedAt),
  };
}
