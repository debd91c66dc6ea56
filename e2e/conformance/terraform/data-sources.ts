/** The lists that the data sources of the Terraform provider read, with what narrows them. */
import { encodedMetadata } from '../../../apps/server/test/saml-metadata.ts';
import type { Provider } from './provider.ts';
import { type Attributes, documents, trustIn } from './resource.ts';
import { groupIn } from './resources/made.ts';
import { tagsText } from './resources/tags.ts';
import type { World } from './world.ts';

/** One of each thing, related to each other: a user in a group, a policy that user, group and role hold. */
export interface Related {
  readonly UserName: string;
  readonly GroupName: string;
  readonly RoleName: string;
  readonly PolicyName: string;
  readonly SystemPolicyName: string;
  readonly OIDCProviderName: string;
  readonly SAMLProviderName: string;
  readonly ResourceGroupName: string;
}

/** A list, and one of its items that must be in it. */
export interface Listing {
  /** The data source, and what it is narrowed to. */
  readonly what: string;
  readonly action: string;
  /** Where the items stand. */
  readonly path: string;
  readonly request: (related: Related) => Attributes;
  /** The member that names an item, and the name that must be there. */
  readonly member: string;
  readonly shows: keyof Related;
  /** The list has further pages behind a Marker. */
  readonly paged: boolean;
}

const two = { MaxItems: '2' };
const numbered = { PageNumber: '1', PageSize: '50' };
const custom = { PolicyType: 'Custom' };
const users = { path: '$.Users.User', member: 'UserName', shows: 'UserName' } as const;
const groups = { path: '$.Groups.Group', member: 'GroupName', shows: 'GroupName' } as const;
const roles = { path: '$.Roles.Role', member: 'RoleName', shows: 'RoleName' } as const;
const policies = { path: '$.Policies.Policy', member: 'PolicyName', shows: 'PolicyName' } as const;

function holdersOf(of: typeof users | typeof groups | typeof roles): Listing {
  const request = ({ PolicyName }: Related) => ({ PolicyName, ...custom });
  return { what: 'who holds a policy', action: 'Ram ListEntitiesForPolicy', ...of, request, paged: false };
}

/** Every list. */
export const listings: readonly Listing[] = [
  { what: 'all users', action: 'Ram ListUsers', ...users, request: () => two, paged: true },
  {
    what: 'users of a group',
    action: 'Ram ListUsersForGroup',
    ...users,
    request: ({ GroupName }) => ({ GroupName, MaxItems: '1' }),
    paged: true,
  },
  holdersOf(users),
  { what: 'all groups', action: 'Ram ListGroups', ...groups, request: () => two, paged: true },
  {
    what: 'groups of a user',
    action: 'Ram ListGroupsForUser',
    ...groups,
    request: ({ UserName }) => ({ UserName }),
    paged: false,
  },
  holdersOf(groups),
  {
    what: 'roles with a tag',
    action: 'Ram ListRoles',
    ...roles,
    request: () => ({ MaxItems: '1', Tag: tagsText({ of: 'lists' }) }),
    paged: true,
  },
  holdersOf(roles),
  {
    what: 'custom policies',
    action: 'Ram ListPolicies',
    ...policies,
    request: () => ({ ...two, ...custom }),
    paged: true,
  },
  {
    what: 'system policies',
    action: 'Ram ListPolicies',
    path: '$.Policies.Policy[*]',
    member: 'PolicyName',
    shows: 'SystemPolicyName',
    request: () => ({ MaxResults: '100', PolicyType: 'System' }),
    paged: true,
  },
  ...(['User', 'Group', 'Role'] as const).map(
    (noun): Listing => ({
      what: `policies of a ${noun.toLowerCase()}`,
      action: `Ram ListPoliciesFor${noun}`,
      ...policies,
      path: '$.Policies.Policy[*]',
      request: related => ({ [`${noun}Name`]: related[`${noun}Name`] }),
      paged: false,
    }),
  ),
  {
    what: 'OIDC providers',
    action: 'Ims ListOIDCProviders',
    path: '$.OIDCProviders.OIDCProvider[*]',
    member: 'OIDCProviderName',
    shows: 'OIDCProviderName',
    request: () => ({ MaxResults: '100' }),
    paged: false,
  },
  {
    what: 'SAML providers',
    action: 'Ims ListSAMLProviders',
    path: '$.SAMLProviders.SAMLProvider',
    member: 'SAMLProviderName',
    shows: 'SAMLProviderName',
    request: () => ({ MaxItems: '1' }),
    paged: true,
  },
  {
    what: 'resource groups',
    action: 'ResourceManager ListResourceGroups',
    path: '$.ResourceGroups.ResourceGroup',
    member: 'Name',
    shows: 'ResourceGroupName',
    request: () => ({ ...numbered, Status: 'OK' }),
    paged: false,
  },
  {
    what: 'attachments of a policy',
    action: 'ResourceManager ListPolicyAttachments',
    ...policies,
    path: '$.PolicyAttachments.PolicyAttachment',
    request: ({ PolicyName }) => ({ ...numbered, Language: 'en', PolicyName, ...custom }),
    paged: false,
  },
];

/** Makes one of each thing, beside others that come before and behind it in lists. */
export async function relate(world: World): Promise<Related> {
  const { elsewhere, fresh } = world;
  const GroupName = await groupIn(world);
  const made = [fresh('list'), fresh('list'), fresh('list')];
  for (const name of made) {
    await elsewhere('Ram CreateUser', { UserName: name });
    await elsewhere('Ram AddUserToGroup', { UserName: name, GroupName });
    await elsewhere('Ram CreatePolicy', { PolicyName: name, PolicyDocument: documents.first });
    const AssumeRolePolicyDocument = trustIn('ecs.aliyuncs.com');
    await elsewhere('Ram CreateRole', {
      RoleName: name,
      AssumeRolePolicyDocument,
      Tag: tagsText({ of: 'lists' }),
    });
  }
  const [, name = ''] = made;
  const policy = { PolicyName: name, ...custom };
  await elsewhere('Ram AttachPolicyToUser', { UserName: name, ...policy });
  await elsewhere('Ram AttachPolicyToGroup', { GroupName, ...policy });
  await elsewhere('Ram AttachPolicyToRole', { RoleName: name, ...policy });
  for (const SAMLProviderName of made) {
    await elsewhere('Ims CreateSAMLProvider', {
      SAMLProviderName,
      EncodedSAMLMetadataDocument: encodedMetadata(),
    });
  }
  await elsewhere('ResourceManager CreateResourceGroup', { Name: name, DisplayName: name });
  await elsewhere('Ims CreateOIDCProvider', {
    OIDCProviderName: name,
    IssuerUrl: 'https://issuer.example/list',
  });
  return {
    UserName: name,
    GroupName,
    RoleName: name,
    PolicyName: name,
    SystemPolicyName: 'ReadOnlyAccess',
    OIDCProviderName: name,
    SAMLProviderName: name,
    ResourceGroupName: name,
  };
}

/** The names in a list, over all its pages. */
export async function namesIn(provider: Provider, listing: Listing, related: Related): Promise<string[]> {
  const names: string[] = [];
  let more: Attributes = {};
  for (;;) {
    const page = await provider.call(listing.action, { ...listing.request(related), ...more });
    names.push(...page.listAt(listing.path).map(item => String(item[listing.member])));
    if (!listing.paged || page.at('$.IsTruncated') !== true) return names;
    more = { Marker: page.textAt('$.Marker') };
  }
}
