import { text } from '../../kernel/parameters.ts';
import { resourceGroupIdOptions } from '../resource-groups/index.ts';

/** The part of the account that a policy is attached for. */
export const resourceGroupId = text('ResourceGroupId', {
  ...resourceGroupIdOptions,
  doc: [
    'Id of the resource group that the attachment is limited to; the whole account when absent or its id.',
    '授权范围所限的资源组 ID；不传或传账号 ID 则为整个账号。',
  ],
});
