/** What operations on tags can answer beside what they do not find (spec: domain 2.9a). */
import { errorKind } from '../../kernel/errors.ts';
import type { TaggedType } from './tag.ts';

export const duplicateTagKey = errorKind(
  'InvalidParameter.Tag.Duplicate',
  400,
  'The parameter - "Tag" holds the key "{key}" more than once; each key may stand there once.',
);

function tooMany(noun: 'User' | 'Role' | 'Policy' | 'ResourceGroup', words = noun.toLowerCase()) {
  return errorKind(
    `LimitExceeded.${noun}.Tag`,
    409,
    `The ${words} "{name}" would have more than its limit of {limit} tags; remove some with UntagResources or raise the quota.`,
  );
}

/** One thing would carry more tags than the quota allows. */
export const tooManyTags = {
  user: tooMany('User'),
  role: tooMany('Role'),
  policy: tooMany('Policy'),
  resourcegroup: tooMany('ResourceGroup', 'resource group'),
} as const satisfies Record<TaggedType, unknown>;

const untagNothing = 'name the keys to remove, or set All to true to remove every tag.';

/** RAM's call says neither which tags to remove nor all. */
export const missingTagKeys = errorKind(
  'MissingTagKeys',
  400,
  `TagKeys is mandatory for this action unless All is true: ${untagNothing}`,
);

/** IMS' call says neither which tags to remove nor all. */
export const missingTagKey = errorKind(
  'MissingTagKey',
  400,
  `TagKey is mandatory for this action unless All is true: ${untagNothing}`,
);
