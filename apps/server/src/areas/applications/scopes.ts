/** What an application can ask for (spec: domain 10). */
import { apiError, type ErrorKind } from '../../kernel/errors.ts';
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

/** The names of every scope. */
export const scopeNames: readonly string[] = predefinedScopes.map(({ name }) => name);

/** What a scope allows, in a sentence. */
export function descriptionOf(name: string): string {
  return predefinedScopes.find(scope => scope.name === name)?.description ?? '';
}

/**
 * Scopes in the order of the product, `openid` among them.
 *
 * @param names of scopes, each known and none twice
 */
export function withOpenId(names: readonly string[]): readonly string[] {
  return scopeNames.filter(name => name === OPENID || names.includes(name));
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
