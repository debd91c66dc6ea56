/** The two ways to write what an account is called by (spec: domain 1.3). */
import { type TextFormat, text } from '../../kernel/parameters.ts';
import { domainOf, domainSuffix } from '../accounts/index.ts';

const shortest = 3;
const longest = 63;

/** Lower-case letters, digits and single hyphens, with none of the latter at the ends. */
function isAlias(given: string): boolean {
  if (given.length < shortest || given.length > longest) return false;
  if (given.startsWith('-') || given.endsWith('-') || given.includes('--')) return false;
  return [...given].every(
    mark => (mark >= 'a' && mark <= 'z') || (mark >= '0' && mark <= '9') || mark === '-',
  );
}

const aliasFormat: TextFormat = {
  label: [
    'lower-case letters, digits and single hyphens, which stand at neither end',
    '小写字母、数字和不连续的短横，首尾不能是短横',
  ],
  accepts: isAlias,
};

export const alias = text('AccountAlias', {
  required: true,
  min: shortest,
  max: longest,
  format: aliasFormat,
  doc: [
    'The name of the account, in its default domain and in principal names.',
    '账号别名，用于默认域名和用户登录名称。',
  ],
});

/** The alias that a default domain is made of; undefined for a text that is no default domain. */
export function aliasIn(domain: string): string | undefined {
  const given = domain.toLowerCase();
  const name = given.slice(0, given.length - domainSuffix.length - 1);
  return isAlias(name) && domainOf(name) === given ? name : undefined;
}

const domainFormat: TextFormat = {
  label: [`<alias>.${domainSuffix}`, `<别名>.${domainSuffix}`],
  accepts: given => aliasIn(given) !== undefined,
};

export const defaultDomainName = text('DefaultDomainName', {
  required: true,
  min: 1,
  max: 64,
  format: domainFormat,
  doc: [
    `The domain of principal names: the account's alias and .${domainSuffix}.`,
    `用户登录名称使用的域名，由账号别名加 .${domainSuffix} 组成。`,
  ],
});
