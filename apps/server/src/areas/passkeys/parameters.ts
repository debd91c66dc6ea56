/** Parameters of passkeys (spec: domain 7). */

import { lettersDigitsAnd, text } from '../../kernel/parameters.ts';
import { singleLine } from '../../kernel/text/characters.ts';

export const passkeyId = text('PasskeyId', {
  required: true,
  min: 1,
  max: 64,
  characters: lettersDigitsAnd('-_'),
  doc: ['Id of the passkey.', '通行密钥 ID。'],
});

export const newPasskeyName = text('PasskeyName', {
  min: 1,
  max: 64,
  characters: singleLine,
  doc: ['New name of the passkey; it keeps its name when absent.', '通行密钥的新名称；不传则保持不变。'],
});
