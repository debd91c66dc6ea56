/** A resource of the Terraform provider: what its create, read, update and delete call, in the order in which they call it. */
import type { Provider } from './provider.ts';
import type { RequestValues } from './transport.ts';
import type { World } from './world.ts';

/** What a configuration says of a resource, by wire names. */
export type Attributes = RequestValues;

/** A configuration before and after a change. */
export interface Configurations {
  readonly first: Attributes;
  readonly changed: Attributes;
}

/** One type of resource. */
export interface Resource {
  /** e.g. `alicloud_ram_user` */
  readonly type: string;
  /** Makes what the resource refers to, and writes its configurations down. */
  configure(world: World): Promise<Configurations> | Configurations;
  /** @returns the id that the state keeps */
  create(provider: Provider, wanted: Attributes): Promise<string>;
  /**
   * Knows nothing but the id, so that it serves imports as well.
   *
   * @returns undefined when there is no such thing any more
   */
  read(provider: Provider, id: string): Promise<Attributes | undefined>;
  /** Attributes that no reply shows, such as passwords. */
  readonly unreadable?: readonly string[];
  /** Absent when every change makes the thing anew. */
  update?(provider: Provider, id: string, was: Attributes, wanted: Attributes): Promise<void>;
  /** Absent when the thing belongs to the account and stays. */
  remove?(provider: Provider, id: string): Promise<void>;
  /** Changes the thing behind the provider's back. */
  drift?(world: World, id: string): Promise<unknown>;
  /** Removes the thing behind the provider's back. */
  vanish?(world: World, id: string): Promise<unknown>;
  /** Removes what the thing belongs to, behind the provider's back. */
  orphan?(world: World, id: string): Promise<unknown>;
}

/** The attributes that differ, under the names that updates have for them. */
export function changes(
  was: Attributes,
  wanted: Attributes,
  nameOf: (attribute: string) => string = attribute => `New${attribute}`,
): Attributes {
  const changed = Object.entries(wanted).filter(([attribute, value]) => was[attribute] !== value);
  return Object.fromEntries(changed.map(([attribute, value]) => [nameOf(attribute), value]));
}

/** The given attributes of an object, as texts. */
export function attributesOf(
  object: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Attributes {
  return Object.fromEntries(names.map(name => [name, String(object[name])]));
}

/** Two policy documents that allow something harmless. */
export const documents = {
  first: documentThatAllows('oss:GetObject'),
  changed: documentThatAllows('oss:ListObjects'),
} as const;

function documentThatAllows(action: string): string {
  return JSON.stringify({ Version: '1', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });
}

/** A trust policy for a service. */
export function trustIn(service: string): string {
  const Principal = { Service: [service] };
  return JSON.stringify({
    Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal }],
    Version: '1',
  });
}
