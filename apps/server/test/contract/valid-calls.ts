/**
 * For every operation the calls that are right: what must be there first, the parameters, and the resources that the call
 * is authorized on. An operation without an entry fails the suite.
 */
import type { WireParameters } from '../test-account.ts';
import { type Account, harmlessDocument, type TestUser, textOf } from './account.ts';
import type { Signer } from './wire.ts';

/** A call that is ready to be made. */
export interface Arranged {
  readonly parameters: WireParameters;
  /** ARNs that the call is authorized on (spec: policy 6). */
  readonly resources: readonly string[];
  /** What a refusal calls the first of them, when it must not tell the name behind an id. */
  readonly shown?: string;
}

/** A right call of an operation. */
export interface ValidCall {
  /** What is particular about it, where an operation has several. */
  readonly title: string;
  /** `Success`, or the code that the call is answered with as long as the product has nothing of what it asks for. */
  readonly outcome: string;
  /**
   * Makes what the call is about, anew each time.
   *
   * @param caller who is going to make it; the account's administrator unless given
   */
  arrange(account: Account, caller?: Signer): Promise<Arranged>;
}

type Arrangement = readonly [parameters: WireParameters, ...resources: string[]];

/**
 * @param arrange gives the parameters and the relative ids of the resources
 * @param title what is particular about the call
 */
function call(
  arrange: (account: Account, caller: Signer) => Promise<Arrangement> | Arrangement,
  title = '',
  outcome = 'Success',
): ValidCall {
  return {
    title,
    outcome,
    async arrange(account, caller = account.administrator) {
      const [parameters, ...relativeIds] = await arrange(account, caller);
      return { parameters, resources: relativeIds.map(relativeId => account.arn(relativeId)) };
    },
  };
}

/** A call that names its user by something else than its name: who may not make it does not learn that name. */
function unnamed(made: ValidCall): ValidCall {
  return {
    ...made,
    arrange: async (account, caller) => ({
      ...(await made.arrange(account, caller)),
      shown: account.arn('user/*'),
    }),
  };
}

/** A call with parameters that need nothing to be there. */
function plain(parameters: WireParameters, ...resources: string[]): ValidCall {
  return call(() => [parameters, ...resources]);
}

/** A user as the product names it. */
function named(product: 'Ram' | 'Ims', user: TestUser): WireParameters {
  return product === 'Ram' ? { UserName: user.name } : { UserPrincipalName: user.principalName };
}

/** Text that every encoding on the way has to carry unharmed. */
const difficult = ' 名 a+b*c~d e&f=g%h "q" \'a\' <x> é😀 &amp; ';
const difficultLines = `${difficult}\n\tsecond line`;

const contacts = { MobilePhone: '86-13900000000', Email: 'ann@example.com', Comments: difficultLines };
const newContacts = { NewMobilePhone: '86-13900000001', NewEmail: 'bob@example.com', NewComments: difficult };

/** A list's first page, and the one behind it. */
function pages(
  operation: string,
  resource: string,
  prepare: (account: Account) => Promise<unknown>,
): ValidCall[] {
  const onePerPage = { MaxItems: '1' };
  return [
    plain({}, resource),
    call(async account => {
      await prepare(account);
      return [onePerPage, resource];
    }, 'the first of several pages'),
    call(async account => {
      await prepare(account);
      const first = await account.do(operation, onePerPage);
      return [{ ...onePerPage, Marker: textOf(first, 'Marker') }, resource];
    }, 'a later page'),
  ];
}

const severalUsers = (account: Account) => Promise.all([account.user(), account.user(), account.user()]);
const severalGroups = (account: Account) => Promise.all([account.group(), account.group(), account.group()]);

/** A group with three members. */
async function crowd(account: Account): Promise<string> {
  const group = await account.group();
  for (const user of await severalUsers(account)) {
    await account.do('Ram AddUserToGroup', { UserName: user.name, GroupName: group.name });
  }
  return group.name;
}

const membersOf = (product: 'Ram' | 'Ims'): ValidCall[] => [
  call(async account => {
    const { group } = await account.member();
    return [{ GroupName: group.name }, `group/${group.name}`];
  }),
  call(async account => {
    const group = await crowd(account);
    return [{ GroupName: group, MaxItems: '1' }, `group/${group}`];
  }, 'the first of several pages'),
  call(async account => {
    const group = await crowd(account);
    const first = await account.do(`${product} ListUsersForGroup`, { GroupName: group, MaxItems: '1' });
    return [{ GroupName: group, MaxItems: '1', Marker: textOf(first, 'Marker') }, `group/${group}`];
  }, 'a later page'),
];

const users: Readonly<Record<string, readonly ValidCall[]>> = {
  'Ram CreateUser': [
    call(account => [{ UserName: account.fresh('user'), DisplayName: difficult, ...contacts }, 'user/*']),
    call(account => [{ UserName: account.fresh('user') }, 'user/*'], 'a name and nothing else'),
  ],
  'Ims CreateUser': [
    call(account => [
      { UserPrincipalName: account.principal(account.fresh('user')), DisplayName: 'Ann 名 <x>', ...contacts },
      'user/*',
    ]),
  ],
  'Ram GetUser': [
    call(async account => {
      const { name } = await account.user();
      return [{ UserName: name }, `user/${name}`];
    }),
  ],
  'Ims GetUser': [
    call(async account => {
      const { name, principalName } = await account.user();
      return [{ UserPrincipalName: principalName }, `user/${name}`];
    }, 'by principal name'),
    unnamed(
      call(async account => {
        const { name, id } = await account.user();
        return [{ UserId: id }, `user/${name}`];
      }, 'by id'),
    ),
    unnamed(
      call(async account => {
        const { userName, accessKeyId } = await account.caller();
        return [{ UserAccessKeyId: accessKeyId }, `user/${userName}`];
      }, 'by AccessKey'),
    ),
  ],
  'Ram UpdateUser': [
    call(async account => {
      const { name } = await account.user();
      const changes = { NewUserName: account.fresh('user'), NewDisplayName: difficult, ...newContacts };
      return [{ UserName: name, ...changes }, `user/${name}`];
    }),
    call(async account => {
      const name = account.fresh('user');
      await account.do('Ram CreateUser', { UserName: name, DisplayName: difficult, ...contacts });
      const cleared = { NewDisplayName: '', NewMobilePhone: '', NewEmail: '', NewComments: '' };
      return [{ UserName: name, ...cleared }, `user/${name}`];
    }, 'clearing what is there'),
  ],
  'Ims UpdateUser': [
    call(async account => {
      const { name, principalName } = await account.user();
      const newName = account.principal(account.fresh('user'));
      const changes = { NewUserPrincipalName: newName, NewDisplayName: 'Bob <x>', ...newContacts };
      return [{ UserPrincipalName: principalName, ...changes }, `user/${name}`];
    }, 'by principal name'),
    unnamed(
      call(async account => {
        const { name, id } = await account.user();
        return [{ UserId: id, NewComments: difficult }, `user/${name}`];
      }, 'by id'),
    ),
  ],
  'Ram DeleteUser': [
    call(async account => {
      const { name } = await account.user();
      return [{ UserName: name }, `user/${name}`];
    }),
  ],
  'Ims DeleteUser': [
    call(async account => {
      const { user } = await account.member();
      await account.keyOf(user);
      return [{ UserPrincipalName: user.principalName }, `user/${user.name}`];
    }, 'by principal name, with all it has'),
    unnamed(
      call(async account => {
        const { name, id } = await account.user();
        return [{ UserId: id }, `user/${name}`];
      }, 'by id'),
    ),
  ],
  'Ram ListUsers': pages('Ram ListUsers', 'user/*', severalUsers),
  'Ims ListUsers': [
    ...pages('Ims ListUsers', 'user/*', severalUsers),
    call(() => [{ Status: 'active,freeze' }, 'user/*'], 'frozen or not'),
    call(() => [{ Status: 'freeze' }, 'user/*'], 'frozen'),
  ],
  'Ims ListUserBasicInfos': pages('Ims ListUserBasicInfos', 'user/*', severalUsers),
};

const groups: Readonly<Record<string, readonly ValidCall[]>> = {
  'Ram CreateGroup': [
    call(account => [{ GroupName: account.fresh('group'), Comments: difficultLines }, 'group/*']),
  ],
  'Ims CreateGroup': [
    call(account => [
      { GroupName: account.fresh('group'), DisplayName: 'Readers <x>', Comments: difficult },
      'group/*',
    ]),
  ],
  ...forBoth('GetGroup', () => [
    call(async account => {
      const { name } = await account.group();
      return [{ GroupName: name }, `group/${name}`];
    }),
  ]),
  'Ram UpdateGroup': [
    call(async account => {
      const { name } = await account.group();
      const changes = { NewGroupName: account.fresh('group'), NewComments: difficult };
      return [{ GroupName: name, ...changes }, `group/${name}`];
    }),
  ],
  'Ims UpdateGroup': [
    call(async account => {
      const { name } = await account.group();
      const changes = { NewGroupName: account.fresh('group'), NewDisplayName: 'new', NewComments: '' };
      return [{ GroupName: name, ...changes }, `group/${name}`];
    }),
  ],
  ...forBoth('DeleteGroup', () => [
    call(async account => {
      const { name } = await account.group();
      return [{ GroupName: name }, `group/${name}`];
    }),
  ]),
  ...forBoth('ListGroups', product => pages(`${product} ListGroups`, 'group/*', severalGroups)),
  ...forBoth('AddUserToGroup', product => [
    call(async account => {
      const [user, group] = [await account.user(), await account.group()];
      return [{ ...named(product, user), GroupName: group.name }, `user/${user.name}`, `group/${group.name}`];
    }),
  ]),
  ...forBoth('RemoveUserFromGroup', product => [
    call(async account => {
      const { user, group } = await account.member();
      return [{ ...named(product, user), GroupName: group.name }, `user/${user.name}`, `group/${group.name}`];
    }),
  ]),
  ...forBoth('ListUsersForGroup', membersOf),
  ...forBoth('ListGroupsForUser', product => [
    call(async account => {
      const { user } = await account.member();
      return [named(product, user), `user/${user.name}`];
    }),
  ]),
};

/** A call on the keys of a user, named as the product names users. */
function onKey(product: 'Ram' | 'Ims', more: WireParameters = {}): ValidCall {
  return call(async account => {
    const user = await account.user();
    const key = await account.keyOf(user);
    // A key that was used shows when.
    await account.call('Sts GetCallerIdentity', {}, key);
    return [{ ...named(product, user), UserAccessKeyId: key.accessKeyId, ...more }, `user/${user.name}`];
  });
}

/** A call on all keys of a user, which has one. */
function onOwner(product: 'Ram' | 'Ims'): ValidCall {
  return call(async account => {
    const user = await account.user();
    await account.keyOf(user);
    return [named(product, user), `user/${user.name}`];
  });
}

const accessKeys: Readonly<Record<string, readonly ValidCall[]>> = {
  ...forBoth('CreateAccessKey', product => [onOwner(product)]),
  ...forBoth('ListAccessKeys', product => [
    onOwner(product),
    call((_account, { userName }) => [{}, `user/${userName}`], "the caller's own"),
  ]),
  ...forBoth('UpdateAccessKey', product => [onKey(product, { Status: 'Inactive' })]),
  ...forBoth('DeleteAccessKey', product => [onKey(product)]),
  ...forBoth('GetAccessKeyLastUsed', product => [onKey(product)]),
};

const system = 'acs:ram:*:system:policy/ReadOnlyAccess';
const aSystemPolicy = { PolicyName: 'ReadOnlyAccess', PolicyType: 'System' };

/** A call that reads a policy of either type. */
function onEitherType(make: (account: Account) => Promise<string>, more: WireParameters = {}): ValidCall[] {
  return [
    call(async account => {
      const name = await make(account);
      return [{ PolicyName: name, PolicyType: 'Custom', ...more }, `policy/${name}`];
    }, 'a custom policy'),
    {
      title: 'a system policy',
      outcome: 'Success',
      arrange: async () => ({ parameters: { ...aSystemPolicy, ...more }, resources: [system] }),
    },
  ];
}

/** A call that changes a custom policy. */
function onPolicy(
  make: (account: Account) => Promise<string>,
  more: WireParameters = {},
  title = '',
): ValidCall {
  return call(async account => {
    const name = await make(account);
    return [{ PolicyName: name, ...more }, `policy/${name}`];
  }, title);
}

const aPolicy = (account: Account) => account.policy();
const aPolicyOfTwoVersions = (account: Account) => account.policyOfTwoVersions();

const policies: Readonly<Record<string, readonly ValidCall[]>> = {
  'Ram CreatePolicy': [
    call(account => {
      const name = account.fresh('policy');
      const parameters = { PolicyName: name, PolicyDocument: harmlessDocument, Description: difficultLines };
      return [parameters, `policy/${name}`];
    }),
  ],
  'Ram GetPolicy': onEitherType(aPolicy),
  'Ram ListPolicies': [
    ...pages('Ram ListPolicies', 'policy/*', aPolicy),
    call(() => [{ PolicyType: 'Custom', MaxItems: '5' }, 'policy/*'], 'of one type'),
  ],
  'Ram UpdatePolicyDescription': [onPolicy(aPolicy, { NewDescription: difficult })],
  'Ram DeletePolicy': [
    onPolicy(aPolicy),
    onPolicy(aPolicyOfTwoVersions, { CascadingDelete: 'true' }, 'with all versions'),
  ],
  'Ram CreatePolicyVersion': [
    onPolicy(aPolicy, { PolicyDocument: harmlessDocument }),
    onPolicy(
      aPolicyOfTwoVersions,
      {
        PolicyDocument: harmlessDocument,
        SetAsDefault: 'true',
        RotateStrategy: 'DeleteOldestNonDefaultVersionWhenLimitExceeded',
      },
      'put in force at once',
    ),
  ],
  'Ram GetPolicyVersion': onEitherType(aPolicy, { VersionId: 'v1' }),
  'Ram ListPolicyVersions': onEitherType(aPolicyOfTwoVersions),
  'Ram SetDefaultPolicyVersion': [onPolicy(aPolicyOfTwoVersions, { VersionId: 'v2' })],
  'Ram DeletePolicyVersion': [onPolicy(aPolicyOfTwoVersions, { VersionId: 'v2' })],
};

/** Who policies are attached to. */
const holders = {
  User: async (account: Account) => (await account.user()).name,
  Group: async (account: Account) => (await account.group()).name,
} as const;

/** A call about a holder and a policy of either type. */
function onHolderAndPolicy(noun: 'User' | 'Group', attached: boolean): ValidCall[] {
  const arrange = async (account: Account, policy: WireParameters) => {
    const parameters = { [`${noun}Name`]: await holders[noun](account), ...policy };
    if (attached) await account.do(`Ram AttachPolicyTo${noun}`, parameters);
    return { parameters, holder: `${noun.toLowerCase()}/${parameters[`${noun}Name`]}` };
  };
  return [
    call(async account => {
      const name = await account.policy();
      const { parameters, holder } = await arrange(account, { PolicyName: name, PolicyType: 'Custom' });
      return [parameters, holder, `policy/${name}`];
    }, 'a custom policy'),
    {
      title: 'a system policy',
      outcome: 'Success',
      async arrange(account) {
        const { parameters, holder } = await arrange(account, aSystemPolicy);
        return { parameters, resources: [account.arn(holder), system] };
      },
    },
  ];
}

/** A call about what one holder has: a custom and a system policy. */
function onHolder(noun: 'User' | 'Group'): ValidCall {
  return call(async account => {
    const named = { [`${noun}Name`]: await holders[noun](account) };
    const custom = { PolicyName: await account.policy(), PolicyType: 'Custom' };
    for (const policy of [aSystemPolicy, custom]) {
      await account.do(`Ram AttachPolicyTo${noun}`, { ...named, ...policy });
    }
    return [named, `${noun.toLowerCase()}/${named[`${noun}Name`]}`];
  });
}

/** A policy that a user and a group hold. */
async function heldPolicy(account: Account): Promise<string> {
  const name = await account.policy();
  const policy = { PolicyName: name, PolicyType: 'Custom' };
  await account.do('Ram AttachPolicyToUser', { UserName: await holders.User(account), ...policy });
  await account.do('Ram AttachPolicyToGroup', { GroupName: await holders.Group(account), ...policy });
  return name;
}

const attachments: Readonly<Record<string, readonly ValidCall[]>> = {
  'Ram AttachPolicyToUser': onHolderAndPolicy('User', false),
  'Ram DetachPolicyFromUser': onHolderAndPolicy('User', true),
  'Ram ListPoliciesForUser': [onHolder('User')],
  'Ram AttachPolicyToGroup': onHolderAndPolicy('Group', false),
  'Ram DetachPolicyFromGroup': onHolderAndPolicy('Group', true),
  'Ram ListPoliciesForGroup': [onHolder('Group')],
  'Ram ListEntitiesForPolicy': onEitherType(heldPolicy),
};

const sessionPolicy = { Policy: harmlessDocument, DurationSeconds: '900' };

// No role and no provider can be created so far.
const sessions: Readonly<Record<string, readonly ValidCall[]>> = {
  'Sts GetCallerIdentity': [plain({})],
  'Sts AssumeRole': [
    {
      title: '',
      outcome: 'EntityNotExist.Role',
      async arrange(account) {
        const role = account.fresh('role');
        const RoleArn = `acs:ram::${account.id}:role/${role}`;
        const named = { RoleArn, RoleSessionName: 'session@1', ExternalId: 'a/b=c', SourceIdentity: 'ann' };
        return { parameters: { ...named, ...sessionPolicy }, resources: [account.arn(`role/${role}`)] };
      },
    },
  ],
  'Sts AssumeRoleWithSAML': [
    call(
      account => [
        {
          SAMLProviderArn: `acs:ram::${account.id}:saml-provider/idp`,
          RoleArn: `acs:ram::${account.id}:role/reader`,
          SAMLAssertion: Buffer.from(`<Response ID="${account.fresh('response')}"/>`).toString('base64'),
          ...sessionPolicy,
        },
      ],
      '',
      'EntityNotExist.SAMLProvider',
    ),
  ],
  'Sts AssumeRoleWithOIDC': [
    call(
      account => [
        {
          OIDCProviderArn: `acs:ram::${account.id}:oidc-provider/idp`,
          RoleArn: `acs:ram::${account.id}:role/reader`,
          OIDCToken: `${account.fresh('header')}.e30.c2lnbmF0dXJl`,
          RoleSessionName: 'session@1',
          ...sessionPolicy,
        },
      ],
      '',
      'AuthenticationFail.NoPermission',
    ),
  ],
};

const others: Readonly<Record<string, readonly ValidCall[]>> = {
  'Wardenry GetServerInfo': [
    {
      title: '',
      outcome: 'Success',
      arrange: async ({ id }) => ({ parameters: {}, resources: [`acs:wardenry:*:${id}:*`] }),
    },
  ],
  'Ims GetAccountSummary': [plain({}, '*')],
};

/** One row for an operation that RAM and IMS both have. */
function forBoth(
  name: string,
  calls: (product: 'Ram' | 'Ims') => readonly ValidCall[],
): Readonly<Record<string, readonly ValidCall[]>> {
  return { [`Ram ${name}`]: calls('Ram'), [`Ims ${name}`]: calls('Ims') };
}

/** The right calls by the name of the operation. */
export const validCalls: Readonly<Record<string, readonly ValidCall[]>> = {
  ...users,
  ...groups,
  ...accessKeys,
  ...policies,
  ...attachments,
  ...sessions,
  ...others,
};
