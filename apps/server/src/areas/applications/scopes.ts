/** What an application can ask for (spec: domain 10). */

import { apiError, type ErrorKind } from '../../kernel/errors.ts';
import { consistsOf } from '../../kernel/text/characters.ts';
import { type ApplicationType, applicationTypes } from './application.ts';

/** One scope that the product knows. */
interface PredefinedScope {
  readonly name: string;
  readonly description: string;
  readonly types: readonly ApplicationType[];
}

/** Part of every application, and never taken away. */
const OPENID = 'openid';

/** Every scope; those that stand for the user who logs on first. */
const predefinedScopes: readonly PredefinedScope[] = [
  { name: OPENID, description: 'Obtain the OpenID of the user.', types: applicationTypes },
  {
    name: 'aliuid',
    description: 'Obtain the account ID and the user ID of the user.',
    types: applicationTypes,
  },
  {
    name: 'profile',
    description: 'Obtain the name and the logon name of the user.',
    types: applicationTypes,
  },
  // Provisioning asks with client credentials, which only programs on a server hold (spec: domain 8.4).
  { name: '/acs/scim', description: 'Manage users through SCIM.', types: ['ServerApp'] },
];

/** The scopes that applications of a type can have; of any type when none is given. */
export function scopesFor(type: ApplicationType | undefined): readonly PredefinedScope[] {
  return type === undefined ? predefinedScopes : predefinedScopes.filter(({ types }) => types.includes(type));
}

/** The names of every predefined scope. */
const scopeNames: readonly string[] = predefinedScopes.map(({ name }) => name);

const SERVICE_PREFIX = '/acs/';
const LONGEST_SERVICE = 64;
const serviceCharacters = {
  has: (unit: number) =>
    (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x2d || unit === 0x5f,
};

/** Whether a name may stand among scopes: of a predefined one, or of one of another service. */
export function isScopeName(name: string): boolean {
  return scopeNames.includes(name) || isServiceScope(name);
}

/** Scopes of services that are none of ours are kept as they are asked for, and open nothing here (spec: domain 10). */
function isServiceScope(name: string): boolean {
  const service = name.slice(SERVICE_PREFIX.length);
  const isNamed =
    service !== '' && service.length <= LONGEST_SERVICE && consistsOf(service, serviceCharacters);
  return name.startsWith(SERVICE_PREFIX) && isNamed && !scopeNames.includes(name);
}

const SERVICE_DESCRIPTION = 'A scope of another service. It is kept and has no effect.';

/** What a scope allows, in a sentence. */
export function descriptionOf(name: string): string {
  return predefinedScopes.find(scope => scope.name === name)?.description ?? SERVICE_DESCRIPTION;
}

/**
 * Scopes in the order of the product, `openid` among them; those of other services stand last, as they were given.
 *
 * @param names of scopes, each known and none twice
 */
export function withOpenId(names: readonly string[]): readonly string[] {
  const predefined = scopeNames.filter(name => name === OPENID || names.includes(name));
  return [...predefined, ...names.filter(isServiceScope)];
}

/**
 * Refuses the first name of a predefined scope that applications of a type do not have.
 *
 * @throws ApiError `refusal`, filled with `scope` and `allowed`
 */
export function requireOfType(names: readonly string[], type: ApplicationType, refusal: ErrorKind): void {
  const predefined = names.filter(name => !isServiceScope(name));
  requireAmong(
    predefined,
    scopesFor(type).map(({ name }) => name),
    refusal,
  );
}

/**
 * Refuses the first name that is not among the allowed ones.
 *
 * @throws ApiError `refusal`, filled with `scope` and `allowed`
 */
export function requireAmong(names: readonly string[], allowed: readonly string[], refusal: ErrorKind): void {
  const scope = names.find(name => !allowed.includes(name));
  if (scope !== undefined) throw apiError(refusal, { scope, allowed: allowed.join(';') });
}
