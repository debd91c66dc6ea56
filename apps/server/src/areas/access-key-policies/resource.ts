import type { ResourceName } from '../../kernel/operation.ts';

/** What the policy of the whole account is authorized on, as its other settings are. */
export const wholeAccount: ResourceName = { relativeId: '*' };
