import { readOperation, resourceManager } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { tagsOf } from '../tags/index.ts';
import { resourceGroupNotExist } from './errors.ts';
import { resourceGroupById, resourceGroupResource } from './lookup.ts';
import { includeTags, resourceGroupId } from './parameters.ts';
import { shownResourceGroupFields, shownResourceGroupMembers } from './wire.ts';

/** ResourceManager GetResourceGroup. */
export const resourceManagerGetResourceGroup = readOperation({
  api: resourceManager,
  name: 'GetResourceGroup',
  summary: ['Shows one resource group.', '查询单个资源组的信息。'],
  parameters: { id: resourceGroupId, includeTags },
  response: { ResourceGroup: object(shownResourceGroupFields) },
  errors: [resourceGroupNotExist],
  authorization: { kind: 'policy', resources: ({ id }) => [resourceGroupResource(id)] },
  async run(scope, { id, includeTags }) {
    const group = await resourceGroupById(scope, id);
    if (!includeTags) return { group };
    const carried = await tagsOf(scope, 'resourcegroup', [id]);
    return { group, tags: carried.get(id) ?? [] };
  },
  render: (shown, { context }) => ({ ResourceGroup: shownResourceGroupMembers(shown, context) }),
});
