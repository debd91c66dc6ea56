import { canonicalKey } from '../conditions/condition-key.ts';
import { fold } from '../letter-case.ts';

/** What the values of a condition key are. */
export type ConditionKeyType = 'text' | 'date' | 'bool' | 'address';

/** A condition key that requests may have (spec: policy 3.5). */
export interface KnownConditionKey {
  /** In its usual spelling; one that ends in `/` is followed by the key of a tag. */
  readonly name: string;
  readonly type: ConditionKeyType;
  /** Whether every request of a signed-in user or role has it. */
  readonly always: boolean;
}

type Row = readonly [names: string, type: ConditionKeyType, always?: 'always'];

const rows: readonly Row[] = [
  ['acs:CurrentTime', 'date', 'always'],
  ['acs:SecureTransport', 'bool', 'always'],
  ['acs:SourceIp', 'address', 'always'],
  ['acs:PrincipalARN', 'text', 'always'],
  ['acs:MFAPresent', 'bool'],
  ['acs:VpcSourceIp', 'address'],
  [
    'acs:PrincipalRDId acs:PrincipalRDPath acs:SourceVpc acs:RequestTag/ acs:ResourceTag/ acs:TagKeys acs:Service acs:AccessId acs:UserAgent acs:ResourceGroupId',
    'text',
  ],
  ['ram:ServiceName ram:TrustedPrincipalTypes ram:ServiceNames', 'text'],
  ['saml:recipient oidc:iss oidc:aud oidc:sub sts:ExternalId sts:SourceIdentity', 'text'],
];

/** The services whose condition keys are all known, so that another name is a misspelling. */
const KNOWN_SERVICES: readonly string[] = ['acs', 'ram', 'sts', 'saml', 'oidc'];

const byKey: ReadonlyMap<string, KnownConditionKey> = new Map(
  rows.flatMap(([names, type, always]) =>
    names.split(' ').map(name => [fold(name), { name, type, always: always !== undefined }]),
  ),
);

/** Whether all condition keys of a key's service are known. */
export function isOfKnownService(key: string): boolean {
  return KNOWN_SERVICES.includes(fold(key.slice(0, key.indexOf(':'))));
}

/** Finds a condition key in any spelling; `acs:RequestTag/` for every tag. `undefined` when it is not known. */
export function findConditionKey(key: string): KnownConditionKey | undefined {
  const canonical = canonicalKey(key);
  const slash = canonical.indexOf('/');
  return byKey.get(slash < 0 ? canonical : canonical.slice(0, slash + 1));
}

/** The usual spellings of all condition keys that are known. */
export function conditionKeyNames(): readonly string[] {
  return Array.from(byKey.values(), ({ name }) => name);
}
