/** Parameters that name and describe AccessKeys. */
import { choice, lettersDigitsAnd, text } from '../../kernel/parameters.ts';

export const userAccessKeyId = text('UserAccessKeyId', {
  required: true,
  min: 1,
  max: 64,
  characters: lettersDigitsAnd('.-_'),
  doc: ['Id of the AccessKey.', '要操作的 AccessKey ID。'],
});

export const status = choice('Status', ['Active', 'Inactive'], {
  required: true,
  doc: [
    'Active to let the key sign requests, Inactive to refuse what it signs.',
    'Active 表示启用，Inactive 表示禁用。',
  ],
});
