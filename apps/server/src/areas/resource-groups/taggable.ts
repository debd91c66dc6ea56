import { apiError } from '../../kernel/errors.ts';
import { text } from '../../kernel/parameters.ts';
import type { TaggableResourceGroups } from '../tags/index.ts';
import { resourceGroupNotExist } from './errors.ts';
import { resourceGroupResource } from './lookup.ts';
import { idOptions } from './parameters.ts';
import { findResourceGroups } from './store.ts';

/** How resource groups are named and found by calls about their tags. */
export const taggableResourceGroups: TaggableResourceGroups = {
  id: text('ResourceId', {
    ...idOptions,
    invalidCode: 'InvalidParameter.ResourceId',
    required: true,
    doc: ['Id of a resource group.', '资源组 ID。'],
  }),
  notExist: resourceGroupNotExist,
  missing: id => apiError(resourceGroupNotExist, { id }),
  resource: resourceGroupResource,
  byName: findResourceGroups,
};
