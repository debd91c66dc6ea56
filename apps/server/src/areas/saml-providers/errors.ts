/** What the saml-providers area can answer (spec: domain 2.9a). */
import { errorKind } from '../../kernel/errors.ts';

export const samlProviderNotExist = errorKind(
  'EntityNotExist.SAMLProvider',
  404,
  'The SAML provider "{provider}" does not exist; ListSAMLProviders shows those that do.',
);

export const samlProviderAlreadyExists = errorKind(
  'EntityAlreadyExists.SAMLProvider',
  409,
  'The SAML provider "{provider}" already exists; names differ in more than letter case.',
);

export const tooManySamlProviders = errorKind(
  'LimitExceeded.SAMLProvider',
  409,
  'The limit of {limit} SAML providers is reached; delete one that no role trusts any more.',
);

export const nothingToUpdate = errorKind(
  'InvalidParameter',
  400,
  'At least one of the parameters NewDescription and NewEncodedSAMLMetadataDocument must be given.',
);
