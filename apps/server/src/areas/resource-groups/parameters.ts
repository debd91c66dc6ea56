/** Parameters that name and describe resource groups (spec: api ResourceManager). */
import { boolean, choice, lettersDigitsAnd, list, text } from '../../kernel/parameters.ts';
import { singleLine } from '../../kernel/text/characters.ts';

/** What every parameter that holds an id of a group has in common. */
export const idOptions = {
  min: 1,
  max: 18,
  characters: lettersDigitsAnd('-'),
  invalidCode: 'InvalidParameter.ResourceGroupId',
} as const;

export const resourceGroupId = text('ResourceGroupId', {
  ...idOptions,
  required: true,
  doc: ['Id of the resource group.', '资源组 ID。'],
});

function isLetter(unit: number): boolean {
  const lowerCase = unit | 0x20;
  return lowerCase >= 97 && lowerCase <= 122;
}

const nameMarks = lettersDigitsAnd('-');

export const name = text('Name', {
  required: true,
  min: 2,
  max: 50,
  characters: nameMarks,
  format: {
    label: ['a text that begins with a letter', '以字母开头的文本'],
    accepts: given => isLetter(given.charCodeAt(0)),
  },
  doc: ['Identifier of the resource group; it stays.', '资源组标识，创建后不可修改。'],
});

const displayNameOptions = { required: true, min: 1, max: 50, characters: singleLine } as const;

export const displayName = text('DisplayName', {
  ...displayNameOptions,
  doc: ['Name to show for the resource group.', '资源组的显示名称。'],
});

export const newDisplayName = text('NewDisplayName', {
  ...displayNameOptions,
  doc: ['New name to show for the resource group.', '资源组的新显示名称。'],
});

export const includeTags = boolean('IncludeTags', {
  default: false,
  doc: ['true shows tags too.', 'true 表示同时返回标签。'],
});

/** Which groups a list shows; a group must have everything that is asked for. */
export const filters = {
  id: text('ResourceGroupId', {
    ...idOptions,
    doc: ['Only the resource group of this id.', '只返回该 ID 的资源组。'],
  }),
  ids: list(
    'ResourceGroupIds',
    text('ResourceGroupIds', { ...idOptions, required: true, doc: ['Id.', 'ID。'] }),
    {
      form: 'numbered',
      max: 100,
      invalidCode: 'InvalidParameter.ResourceGroupIds',
      doc: ['Only resource groups of these ids.', '只返回这些 ID 的资源组。'],
    },
  ),
  name: text('Name', {
    min: 1,
    max: 50,
    characters: nameMarks,
    doc: [
      'Only resource groups whose name holds this text, whatever its case.',
      '只返回标识中包含该文本的资源组，不区分大小写。',
    ],
  }),
  displayName: text('DisplayName', {
    min: 1,
    max: 50,
    characters: singleLine,
    doc: [
      'Only resource groups whose name to show holds this text, whatever its case.',
      '只返回显示名称中包含该文本的资源组，不区分大小写。',
    ],
  }),
  status: choice('Status', ['Creating', 'OK', 'PendingDelete'], {
    doc: [
      'Only resource groups in this state. All are OK: each is ready when it is created, and gone when it is deleted.',
      '只返回该状态的资源组。所有资源组均为 OK：创建后立即可用，删除后立即消失。',
    ],
  }),
} as const;
