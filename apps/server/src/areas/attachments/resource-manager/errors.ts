import { errorKind } from '../../../kernel/errors.ts';

/** Clients know by this code that there is nothing to detach, whatever of it is missing (ResourceManager DetachPolicy). */
export const notAttachedThere = errorKind(
  'EntityNotExist.Policy',
  404,
  'The {type} policy "{policy}" is not attached to "{principal}" for this scope; ListPolicyAttachments shows what is.',
);
