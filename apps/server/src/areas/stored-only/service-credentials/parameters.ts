/** Parameters of service credentials (spec: api index). */
import {
  boolean,
  choice,
  integer,
  type Localized,
  lettersDigitsAnd,
  text,
} from '../../../kernel/parameters.ts';

export const credentialId = text('ServiceCredentialId', {
  required: true,
  min: 1,
  max: 64,
  characters: lettersDigitsAnd('-'),
  doc: ['Id of the credential.', '服务凭证 ID。'],
});

const named = { min: 1, max: 128, characters: lettersDigitsAnd('.-_') } as const;
const nameDoc: Localized = ['Name of the credential.', '服务凭证名称。'];
const serviceDoc: Localized = ['Service that the credential is for.', '服务凭证所属的服务。'];

export const credentialName = text('ServiceCredentialName', { ...named, required: true, doc: nameDoc });
export const newCredentialName = text('ServiceCredentialName', { ...named, doc: nameDoc });
export const serviceName = text('ServiceName', { ...named, required: true, doc: serviceDoc });
export const optionalServiceName = text('ServiceName', { ...named, doc: serviceDoc });

export const ageDays = integer('CredentialAgeDays', {
  min: 1,
  max: 36_600,
  doc: ['Days after which it expires; never when absent.', '有效天数；不传则永不过期。'],
});

export const status = choice('Status', ['Active', 'Inactive'], {
  doc: ['Whether the credential is to be used.', '服务凭证是否可用。'],
});

export const allUsers = boolean('AllUsers', {
  default: false,
  doc: [
    'Whether to list those of all users; then no user is named.',
    '是否列出所有用户的服务凭证；为 true 时不能指定用户。',
  ],
});
