import { apiError } from '../../kernel/errors.ts';
import { text } from '../../kernel/parameters.ts';
import { resourceGroupNotExist } from './errors.ts';

/** The part of the account that a policy is attached for. */
export const resourceGroupId = text('ResourceGroupId', {
  min: 1,
  max: 64,
  doc: [
    'Id of the resource group that the attachment is limited to; the whole account when absent.',
    '授权范围所限的资源组 ID；不传则为整个账号。',
  ],
});

/**
 * Holds a resource group against those of the account. There are none so far, so every id is refused: ignoring it would
 * turn a narrow grant into one for the whole account.
 *
 * @throws ApiError `EntityNotExists.ResourceGroup`
 */
export function assertResourceGroup(id: string | undefined): void {
  if (id !== undefined) throw apiError(resourceGroupNotExist, { id });
}
