/** A label: a key that its carrier has once, and a value that may be empty. */
export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** A tag as a call gives it; as a filter without a value it stands for every value of the key. */
export interface GivenTag {
  readonly key: string;
  readonly value?: string;
}

/** What kinds of things carry tags. */
export type TaggedType = 'user' | 'role' | 'policy' | 'resourcegroup';

/** A thing that carries tags. */
export interface Tagged {
  /** Immutable: the id of a user, role or resource group, the lower-cased name of a policy. */
  readonly id: string;
  readonly name: string;
}
