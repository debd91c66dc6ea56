/** What the applications area can answer (spec: domain 10). */
import { errorKind } from '../../kernel/errors.ts';

export const applicationNotExist = errorKind(
  'EntityNotExist.Application',
  404,
  'The application "{application}" does not exist; ListApplications shows those that do.',
);

export const applicationAlreadyExists = errorKind(
  'EntityAlreadyExists.Application',
  409,
  'The application "{application}" already exists; names differ in more than letter case.',
);

export const tooManyApplications = errorKind(
  'LimitExceeded.Application',
  409,
  'The limit of {limit} applications is reached; delete one that nobody uses any more.',
);

export const secretNotExist = errorKind(
  'EntityNotExist.Application.AppSecret',
  404,
  'The application "{application}" has no secret "{secret}"; ListAppSecretIds shows those that it has.',
);

export const tooManySecrets = errorKind(
  'LimitExceeded.Application.AppSecret',
  409,
  'An application has {limit} secrets at most; delete the one that it does not present any more.',
);

export const notProvisioned = errorKind(
  'EntityNotExist.Application.Provision',
  404,
  'The application "{application}" is not installed; ListApplicationProvisionInfos shows those that are.',
);

/** A scope that applications of this type do not have, in CreateApplication. */
export const scopeNotOfType = scopeRefusal('PredefinedScopes', 'is none of an application of this type');

/** The same in UpdateApplication. */
export const newScopeNotOfType = scopeRefusal(
  'NewPredefinedScopes',
  'is none of an application of this type',
);

/** A required scope that the application does not ask for, in CreateApplication. */
export const requiredScopeNotAsked = scopeRefusal('RequiredScopes', 'is none that the application asks for');

/** The same in UpdateApplication. */
export const newRequiredScopeNotAsked = scopeRefusal(
  'NewRequiredScopes',
  'is none that the application asks for',
);

/** A scope that the application does not ask for, in ProvisionApplication. */
export const grantedScopeNotAsked = scopeRefusal('Scopes', 'is none that the application asks for');

export const requiredScopeNotGranted = errorKind(
  'InvalidParameter.Scopes.Required',
  400,
  'The parameter - "Scopes" lacks "{scope}", without which the application cannot be installed.',
);

/** A scheme that applications of this type do not have, in CreateApplication. */
export const uriNotOfType = uriRefusal('RedirectUris');

/** The same in UpdateApplication. */
export const newUriNotOfType = uriRefusal('NewRedirectUris');

function scopeRefusal(parameter: string, problem: string) {
  return errorKind(
    `InvalidParameter.${parameter}`,
    400,
    `The scope "{scope}" in the parameter - "${parameter}" ${problem}; allowed: {allowed}.`,
  );
}

function uriRefusal(parameter: string) {
  return errorKind(
    `InvalidParameter.${parameter}`,
    400,
    `The URI "{uri}" in the parameter - "${parameter}" has a scheme that a {type} cannot have; allowed: https, and http to the own machine.`,
  );
}
