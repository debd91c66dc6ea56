import { errorKind } from '../../kernel/errors.ts';

/** Nobody has asked for the credential report yet (spec: domain 9.2). */
export const credentialReportNotExist = errorKind(
  'EntityNotExist.CredentialReport',
  404,
  'There is no credential report yet. Call GenerateCredentialReport first.',
);

/** Nobody has asked for the governance report yet, or not since it has this item. */
export const governanceReportNotExist = errorKind(
  'EntityNotExist.GovernanceReport',
  404,
  'There is no governance report yet, or it is older than the item. Call GenerateGovernanceReport first.',
);
