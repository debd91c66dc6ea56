import type { ChangeScope } from '../../kernel/scope.ts';
import type { AccessKey } from './access-key.ts';

/** A key with its secret as the database holds it. */
export interface SealedKey extends AccessKey {
  /** Sealed for the row of the key. */
  readonly sealedSecret: string;
}

/** Takes in what is left of a key that was deleted and signs nothing any more, or forgets it for good. */
export type KeyBin = (scope: ChangeScope, key: SealedKey) => Promise<void>;
