/** The two ways to write what an account is called by (spec: domain 1.3). */
import type { RequestContext } from '../../kernel/context.ts';
import { type TextFormat, text } from '../../kernel/parameters.ts';
import { domainOf } from '../accounts/index.ts';

const shortest = 3;
const longest = 63;

/** Most characters of a default domain, its suffix included. */
export const LONGEST_DOMAIN = 64;

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

/**
 * The alias that a default domain is made of.
 *
 * @returns undefined for a text that is no default domain of this installation
 */
export function aliasIn(domain: string, context: Pick<RequestContext, 'domainSuffix'>): string | undefined {
  const given = domain.toLowerCase();
  const name = given.slice(0, given.length - context.domainSuffix.length - 1);
  return isAlias(name) && domainOf(name, context) === given ? name : undefined;
}

export const defaultDomainName = text('DefaultDomainName', {
  required: true,
  min: 1,
  max: LONGEST_DOMAIN,
  doc: [
    "The domain of principal names: the account's alias and the suffix of this installation, .onaliyun.com unless it is set to another.",
    '用户登录名称使用的域名，由账号别名加本系统的域名后缀组成，默认后缀为 .onaliyun.com。',
  ],
});
