import { apiError } from '../../kernel/errors.ts';
import { changeOperation, ims, ram, wholeAccount } from '../../kernel/operation.ts';
import { textField } from '../../kernel/response.ts';
import type { ChangeScope } from '../../kernel/scope.ts';
import { accountAlias, defaultDomain, domainOf, removeAlias, replaceAlias } from '../accounts/index.ts';
import { aliasAlreadyExists, aliasReserved, aliasTooLong, noDefaultDomain } from './errors.ts';
import { aliasIn, alias as aliasParameter, defaultDomainName, LONGEST_DOMAIN } from './parameters.ts';

/** Digits of an account's id. */
const ID_LENGTH = 16;

/**
 * Gives the account an alias, which makes its default domain and so every principal name at once; the alias of before is
 * free again (spec: domain 6). The account's own id takes the alias away.
 *
 * @param alias in lower case
 * @throws ApiError `EntityAlreadyExists.AccountAlias`, or `InvalidParameter.AccountAlias.Length` when the domain is too
 *   long for those who say it
 */
async function setAlias(scope: ChangeScope, alias: string): Promise<void> {
  if (alias === scope.accountId) return removeAlias(scope);
  if ((await accountAlias(scope)) === alias) return;
  if (looksLikeAnId(alias)) throw apiError(aliasReserved, { alias });
  const { length } = domainOf(alias, scope.context);
  if (length > LONGEST_DOMAIN) throw apiError(aliasTooLong, { length, limit: LONGEST_DOMAIN });
  if (!(await replaceAlias(scope, alias))) throw apiError(aliasAlreadyExists, { alias });
}

/** Whatever account has this id, or will have it: it goes by the id always. */
function looksLikeAnId(alias: string): boolean {
  return alias.length === ID_LENGTH && [...alias].every(mark => mark >= '0' && mark <= '9');
}

export const ramSetAccountAlias = changeOperation({
  api: ram,
  name: 'SetAccountAlias',
  summary: [
    'Names the account. Its default domain and the principal names of its users follow at once.',
    '设置账号别名，默认域名和用户登录名称立即随之改变。',
  ],
  parameters: { alias: aliasParameter },
  response: {},
  errors: [aliasTooLong, aliasReserved, aliasAlreadyExists],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  run: (scope, command) => setAlias(scope, command.alias),
  render: () => ({}),
});

export const imsSetDefaultDomain = changeOperation({
  api: ims,
  name: 'SetDefaultDomain',
  summary: [
    'Sets the domain of principal names, which follow at once, and with it the alias of the account.',
    '设置默认域名（即账号别名），用户登录名称立即随之改变。',
  ],
  parameters: { domain: defaultDomainName },
  response: { DefaultDomainName: textField },
  errors: [noDefaultDomain, aliasReserved, aliasAlreadyExists],
  authorization: { kind: 'policy', resources: () => [wholeAccount] },
  async run(scope, command) {
    const alias = aliasIn(command.domain, scope.context);
    if (alias === undefined) throw apiError(noDefaultDomain, { suffix: scope.context.domainSuffix });
    await setAlias(scope, alias);
    return defaultDomain(scope);
  },
  render: domain => ({ DefaultDomainName: domain }),
});
