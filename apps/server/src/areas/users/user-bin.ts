import type { ChangeScope } from '../../kernel/scope.ts';
import type { User } from './user.ts';

/**
 * Takes a user who is about to be deleted into the recycle bin. It is called while everything that the user has is still
 * there, so that the bin can keep of it what comes back.
 */
export type UserBin = (scope: ChangeScope, user: User) => Promise<void>;
