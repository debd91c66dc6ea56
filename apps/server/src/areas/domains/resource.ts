import type { ResourceName } from '../../kernel/operation.ts';

/** What settings of the whole account are authorized on (spec: policy 6.1, 6.2). */
export const wholeAccount: ResourceName = { relativeId: '*' };
