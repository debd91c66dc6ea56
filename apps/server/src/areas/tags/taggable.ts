/** What the operations on tags need to know of the things that carry them; the area of each kind hands it over. */

import { nameKey } from '../../kernel/callers/identity.ts';
import type { ApiError, ErrorKind } from '../../kernel/errors.ts';
import type { ResourceName } from '../../kernel/operation.ts';
import type { TextParameter } from '../../kernel/parameters.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Tagged } from './tag.ts';

/** Things that RAM names: roles and custom policies. */
export interface NamedTaggable {
  readonly notExist: ErrorKind;
  /** The error for a name of nothing. */
  missing(name: string): ApiError;
  /** @param name `*` for the collection */
  resource(name: string): ResourceName;
  /** Finds things by their names, whatever their case, each once; names of nothing are left out. */
  byName(scope: Scope, names: readonly string[]): Promise<readonly Tagged[]>;
  /** Finds things by their ids; ids of nothing are left out. */
  byId(scope: Scope, ids: readonly string[]): Promise<readonly Tagged[]>;
}

/**
 * Finds what some names name, each thing once.
 *
 * @throws ApiError `notExist` for the first that names nothing
 */
export async function requireNamed(
  taggable: NamedTaggable,
  scope: Scope,
  names: readonly string[],
): Promise<readonly Tagged[]> {
  const things = await taggable.byName(scope, names);
  const known = new Set(things.map(({ name }) => nameKey(name)));
  const unknown = names.find(name => !known.has(nameKey(name)));
  if (unknown !== undefined) throw taggable.missing(unknown);
  return things;
}

/** What RAM tags, by the value of `ResourceType`. */
export type NamedTaggables = Readonly<Record<'role' | 'policy', NamedTaggable>>;

/** The two ways in which an IMS call names several users; exactly one is to be used (spec: domain 2.9a). */
export interface UsersReference {
  readonly ids?: readonly string[];
  readonly principalNames?: readonly string[];
}

/** Users, whom IMS names by ids or principal names. */
export interface TaggableUsers {
  /** What one id must be like. */
  readonly id: TextParameter<true>;
  /** What one principal name must be like. */
  readonly principalName: TextParameter<true>;
  readonly notExactlyOne: ErrorKind;
  readonly notExist: ErrorKind;
  readonly all: ResourceName;
  /** What a call on some users is authorized on; the collection stands for whoever is none of this account. */
  resources(scope: Scope, reference: UsersReference): Promise<readonly ResourceName[]>;
  /**
   * Finds some users, each once.
   *
   * @throws ApiError `notExist` for the first that is nobody here
   */
  find(scope: Scope, reference: UsersReference): Promise<readonly Tagged[]>;
  /** Finds users by their names, whatever their case; names of nobody are left out. */
  byName(scope: Scope, names: readonly string[]): Promise<readonly Tagged[]>;
}

/** Resource groups, whose ids stand wherever users and roles have names. */
export interface TaggableResourceGroups {
  /** What one id must be like. */
  readonly id: TextParameter<true>;
  readonly notExist: ErrorKind;
  /** The error for an id of no group. */
  missing(id: string): ApiError;
  /** @param id `*` for the collection */
  resource(id: string): ResourceName;
  /** Finds groups by their ids, each once; ids of no group are left out. */
  byName(scope: Scope, ids: readonly string[]): Promise<readonly Tagged[]>;
}

/**
 * Finds the groups of some ids, each once.
 *
 * @throws ApiError `notExist` for the first that is of no group
 */
export async function requireGroups(
  groups: TaggableResourceGroups,
  scope: Scope,
  ids: readonly string[],
): Promise<readonly Tagged[]> {
  const found = await groups.byName(scope, [...new Set(ids)]);
  const known = new Set(found.map(({ id }) => id));
  const unknown = ids.find(id => !known.has(id));
  if (unknown !== undefined) throw groups.missing(unknown);
  return found;
}
