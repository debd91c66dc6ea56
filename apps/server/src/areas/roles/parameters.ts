/** Parameters that name and describe roles (spec: domain 1.3, 2.7). */
import { documentLimits } from '@wardenry/policy';
import { integer, lettersDigitsAnd, text } from '../../kernel/parameters.ts';
import { multiLine } from '../../kernel/text/characters.ts';

export const roleName = text('RoleName', {
  required: true,
  min: 1,
  max: 64,
  characters: lettersDigitsAnd('.-'),
  doc: ['Name of the role.', '角色名称。'],
});

const descriptionOptions = {
  min: 1,
  max: 1024,
  characters: multiLine,
  doc: ['What the role is for.', '角色的描述。'],
} as const;

export const description = text('Description', descriptionOptions);
/** An empty text clears. */
export const newDescription = text('NewDescription', { ...descriptionOptions, emptyClears: true });

const trustDocumentOptions = { min: 1, max: documentLimits.trust } as const;

export const trustDocument = text('AssumeRolePolicyDocument', {
  ...trustDocumentOptions,
  required: true,
  doc: [
    'The trust policy as JSON text: who may take the role on, and when.',
    'JSON 格式的信任策略：谁在什么条件下可以扮演该角色。',
  ],
});

export const newTrustDocument = text('NewAssumeRolePolicyDocument', {
  ...trustDocumentOptions,
  doc: ['The new trust policy as JSON text.', 'JSON 格式的新信任策略。'],
});

const sessionSeconds = { min: 3600, max: 43_200 } as const;

export const maxSessionDuration = integer('MaxSessionDuration', {
  ...sessionSeconds,
  default: 3600,
  doc: ['Seconds that a session of the role may last.', '角色会话的最长时间（秒）。'],
});

export const newMaxSessionDuration = integer('NewMaxSessionDuration', {
  ...sessionSeconds,
  doc: [
    'Seconds that a session of the role may last; unchanged when absent.',
    '角色会话的最长时间（秒）；不传则不变。',
  ],
});
