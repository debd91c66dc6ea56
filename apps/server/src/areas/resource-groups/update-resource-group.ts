import { changeOperation, resourceManager } from '../../kernel/operation.ts';
import { object } from '../../kernel/response.ts';
import { resourceGroupNotExist } from './errors.ts';
import { resourceGroupById, resourceGroupResource } from './lookup.ts';
import { newDisplayName, resourceGroupId } from './parameters.ts';
import { updateResourceGroup } from './store.ts';
import { resourceGroupFields, resourceGroupMembers } from './wire.ts';

/** ResourceManager UpdateResourceGroup. */
export const resourceManagerUpdateResourceGroup = changeOperation({
  api: resourceManager,
  name: 'UpdateResourceGroup',
  summary: ['Changes the name to show of a resource group.', '修改资源组的显示名称。'],
  parameters: { id: resourceGroupId, displayName: newDisplayName },
  response: { ResourceGroup: object(resourceGroupFields) },
  errors: [resourceGroupNotExist],
  authorization: { kind: 'policy', resources: ({ id }) => [resourceGroupResource(id)] },
  async run(scope, { id, displayName }) {
    const group = { ...(await resourceGroupById(scope, id)), displayName };
    await updateResourceGroup(scope, group);
    scope.touch('resourcegroup', id);
    return group;
  },
  render: (group, { context }) => ({ ResourceGroup: resourceGroupMembers(group, context) }),
});
