/** Parameters that name and describe groups (spec: domain 1.3). */

import { lettersDigitsAnd, text } from '../../kernel/parameters.ts';
import { multiLine, singleLine } from '../../kernel/text/characters.ts';

const nameOptions = { min: 1, max: 64, characters: lettersDigitsAnd('.-_') } as const;

export const groupName = text('GroupName', {
  ...nameOptions,
  required: true,
  doc: ['Name of the group.', '用户组名称。'],
});

export const newGroupName = text('NewGroupName', {
  ...nameOptions,
  doc: ['New name of the group; its id stays.', '用户组的新名称，用户组 ID 不变。'],
});

const commentsOptions = {
  min: 1,
  max: 128,
  characters: multiLine,
  doc: ['Remarks.', '备注。'],
} as const;

export const comments = text('Comments', commentsOptions);
/** An empty text clears. */
export const newComments = text('NewComments', { ...commentsOptions, emptyClears: true });

const displayNameOptions = {
  min: 1,
  max: 24,
  characters: singleLine,
  doc: ['Name to show for the group.', '用户组的显示名称。'],
} as const;

export const displayName = text('DisplayName', displayNameOptions);
/** An empty text clears. */
export const newDisplayName = text('NewDisplayName', { ...displayNameOptions, emptyClears: true });
