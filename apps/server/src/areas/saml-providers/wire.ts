/** SAML providers as IMS shows them (spec: domain 1.2). */
import { type Rendered, textField, timeField } from '../../kernel/response.ts';
import { isoSeconds } from '../../kernel/time.ts';
import type { ListedSamlProvider, SamlProvider } from './saml-provider.ts';

/** A provider in lists. */
export const listedProviderFields = {
  SAMLProviderName: textField,
  Arn: textField,
  Description: textField,
  CreateDate: timeField,
  UpdateDate: timeField,
} as const;

/** The reply to the calls that change a provider: without the document, which the caller has. */
export const changedProviderFields = { ...listedProviderFields, AuthnSignAlgo: textField } as const;

/** The reply to GetSAMLProvider. */
export const samlProviderFields = {
  ...changedProviderFields,
  EncodedSAMLMetadataDocument: textField,
} as const;

/** Fills `listedProviderFields`. */
export function listedProviderMembers(
  provider: ListedSamlProvider,
  accountId: string,
): Rendered<typeof listedProviderFields> {
  return {
    SAMLProviderName: provider.name,
    Arn: `acs:ram::${accountId}:saml-provider/${provider.name}`,
    Description: provider.description,
    CreateDate: isoSeconds(provider.createdAt),
    UpdateDate: isoSeconds(provider.updatedAt),
  };
}

/** Fills `changedProviderFields`. */
export function changedProviderMembers(
  provider: SamlProvider,
  accountId: string,
): Rendered<typeof changedProviderFields> {
  return { ...listedProviderMembers(provider, accountId), AuthnSignAlgo: provider.signAlgorithm };
}

/** Fills `samlProviderFields`. */
export function samlProviderMembers(
  provider: SamlProvider,
  accountId: string,
): Rendered<typeof samlProviderFields> {
  return {
    ...changedProviderMembers(provider, accountId),
    EncodedSAMLMetadataDocument: provider.metadata?.document ?? '',
  };
}
