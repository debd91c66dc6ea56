import { splitArn } from './arn.ts';
import { lowerAscii } from './glob.ts';
import { isObject, type Json, type Part, readStrings } from './json-text.ts';
import type { CallerName } from './plain.ts';

/** Whom a statement of a trust policy names, by type. */
export interface TrustedNames {
  readonly RAM: readonly string[];
  readonly Service: readonly string[];
  readonly Federated: readonly string[];
}

const FORMS = {
  RAM: /^acs:ram:\*?:[0-9]+:(root|(user|role)\/[^*?]+)$/,
  Service: /^[A-Za-z0-9.-]+\.aliyuncs\.com$/,
  Federated: /^acs:ram:\*?:[0-9]+:(saml|oidc)-provider\/[^*?]+$/,
};

/** Reads a `Principal` element (spec: policy 1.7). */
export function readPrincipals(element: Json | undefined): Part<TrustedNames> {
  if (!isObject(element)) return 'unreadable';
  const names: { -readonly [type in keyof TrustedNames]: readonly string[] } = {
    RAM: [],
    Service: [],
    Federated: [],
  };
  for (const [type, value] of Object.entries(element)) {
    if (type !== 'RAM' && type !== 'Service' && type !== 'Federated') return 'unreadable';
    const list = readStrings(value);
    if (list === 'unreadable' || !list.every(name => FORMS[type].test(name))) return 'unreadable';
    names[type] = list;
  }
  return Object.keys(element).length === 0 ? 'unreadable' : names;
}

/** Whether one of the names is that of the caller (spec: policy 4.3). The letter case of names does not count. */
export function nameCaller(names: TrustedNames, caller: CallerName): boolean {
  switch (caller.kind) {
    case 'root':
      return false;
    case 'service':
      return names.Service.some(name => lowerAscii(name) === lowerAscii(caller.name));
    case 'federated':
      return names.Federated.some(name => isSameEntity(name, caller.provider));
    default: {
      const { kind, account, name } = caller;
      const own = [`acs:ram::${account}:root`, `acs:ram::${account}:${kind}/${name}`];
      return names.RAM.some(trusted => own.some(arn => isSameEntity(trusted, arn)));
    }
  }
}

/** Whether two ARNs name one entity; RAM has no regions. */
function isSameEntity(left: string, right: string): boolean {
  const [one, other] = [splitArn(lowerAscii(left)), splitArn(lowerAscii(right))];
  return one !== undefined && other !== undefined && one.account === other.account && one.id === other.id;
}
