/** What ends sessions: each thing that must, with how it is done and how often a trial repeats it. */
import { type Account, documentOf } from '../contract/account.ts';
import { sessionCalls } from '../contract/calls/sessions.ts';
import { operationNamed } from '../contract/contract.ts';
import type { Signer } from '../contract/wire.ts';
import { asking, assume, roleOf, sessionIn, trustOf, used } from './suite.ts';

/** A session, and what is done to it. */
interface Trial {
  /** What asks after the end, which must be refused. */
  ask(): Promise<string>;
  end(): Promise<unknown>;
}

/** A way in which sessions end. */
export interface Ending {
  readonly title: string;
  /** The code that is answered from then on. */
  readonly code: string;
  arrange(account: Account): Promise<Trial>;
}

const everything = documentOf('Allow', ['*']);

/** A user with everything, one of its keys, and a role of its own. */
async function parties(account: Account) {
  const user = await account.user();
  const signer = await account.keyOf(user);
  const grant = { UserName: user.name, PolicyName: 'AdministratorAccess', PolicyType: 'System' };
  await account.do('Ram AttachPolicyToUser', grant);
  const role = await roleOf(account, { document: everything });
  const end = (operation: string, parameters: Readonly<Record<string, string>>) => () =>
    account.do(operation, parameters);
  return { user, signer, role, grant, end };
}

async function trialOf(account: Account, role: string, signer: Signer, end: Trial['end']): Promise<Trial> {
  const session = await assume(account, role, signer);
  return { ask: () => used(account, session), end };
}

/** A session that began with the proof of a provider, and how that one ends. */
async function federatedTrial(
  account: Account,
  exchange: 'AssumeRoleWithSAML' | 'AssumeRoleWithOIDC',
  end: readonly [operation: string, parameter: 'SAMLProviderName' | 'OIDCProviderName'],
): Promise<Trial> {
  const [right] = sessionCalls[`Sts ${exchange}`] ?? [];
  if (right === undefined) throw new Error(`there is no right call of ${exchange}`);
  const { parameters } = await right.arrange(account);
  const { members } = await account.contract.call(operationNamed(`Sts ${exchange}`), parameters, undefined);
  const session = sessionIn(account, members);
  const arn = parameters.SAMLProviderArn ?? parameters.OIDCProviderArn ?? '';
  const [operation, parameter] = end;
  return {
    ask: async () => (await account.call('Sts GetCallerIdentity', {}, session)).code,
    end: () => account.do(operation, { [parameter]: arn.slice(arn.indexOf('/') + 1) }),
  };
}

/** The policies of a role, which must be gone before it is. */
async function detachAll(account: Account, role: string): Promise<void> {
  const { Policies } = await account.do('Ram ListPoliciesForRole', { RoleName: role });
  const { Policy = [] } = Policies as { readonly Policy?: readonly { readonly PolicyName: string }[] };
  for (const { PolicyName } of Policy) {
    await account.do('Ram DetachPolicyFromRole', { RoleName: role, PolicyName, PolicyType: 'Custom' });
  }
}

const ended = 'InvalidSecurityToken.Expired';

/** Every way in which a session, or what it may do, ends. */
export const endings: readonly Ending[] = [
  {
    title: 'the role is deleted',
    code: ended,
    async arrange(account) {
      const { role, signer } = await parties(account);
      return trialOf(account, role, signer, async () => {
        await detachAll(account, role);
        await account.do('Ram DeleteRole', { RoleName: role });
      });
    },
  },
  {
    title: 'the sessions of the role are ended',
    code: ended,
    async arrange(account) {
      const { role, signer, end } = await parties(account);
      return trialOf(account, role, signer, end('Wardenry EndRoleSessions', { RoleName: role }));
    },
  },
  {
    title: 'the sessions of the user are ended',
    code: ended,
    async arrange(account) {
      const { user, role, signer, end } = await parties(account);
      return trialOf(account, role, signer, end('Wardenry EndUserSessions', { UserName: user.name }));
    },
  },
  {
    title: 'the user is deleted',
    code: ended,
    async arrange(account) {
      const { user, role, signer, end } = await parties(account);
      const deletion = end('Ims DeleteUser', { UserPrincipalName: user.principalName });
      return trialOf(account, role, signer, deletion);
    },
  },
  {
    title: 'the key is disabled',
    code: ended,
    async arrange(account) {
      const { user, role, signer, end } = await parties(account);
      const status = { UserName: user.name, UserAccessKeyId: signer.accessKeyId, Status: 'Inactive' };
      return trialOf(account, role, signer, end('Ram UpdateAccessKey', status));
    },
  },
  {
    title: 'the key is deleted',
    code: ended,
    async arrange(account) {
      const { user, role, signer, end } = await parties(account);
      const key = { UserName: user.name, UserAccessKeyId: signer.accessKeyId };
      return trialOf(account, role, signer, end('Ram DeleteAccessKey', key));
    },
  },
  {
    title: 'the SAML provider is deleted',
    code: ended,
    arrange: account =>
      federatedTrial(account, 'AssumeRoleWithSAML', ['Ims DeleteSAMLProvider', 'SAMLProviderName']),
  },
  {
    title: 'the sessions of the SAML provider are ended',
    code: ended,
    arrange: account =>
      federatedTrial(account, 'AssumeRoleWithSAML', ['Wardenry EndSAMLProviderSessions', 'SAMLProviderName']),
  },
  {
    title: 'the OIDC provider is deleted',
    code: ended,
    arrange: account =>
      federatedTrial(account, 'AssumeRoleWithOIDC', ['Ims DeleteOIDCProvider', 'OIDCProviderName']),
  },
  {
    title: 'the sessions of the OIDC provider are ended',
    code: ended,
    arrange: account =>
      federatedTrial(account, 'AssumeRoleWithOIDC', ['Wardenry EndOIDCProviderSessions', 'OIDCProviderName']),
  },
  {
    title: 'the policy is detached from the role',
    code: 'NoPermission',
    async arrange(account) {
      const { role, signer } = await parties(account);
      return trialOf(account, role, signer, () => detachAll(account, role));
    },
  },
  {
    title: 'the trust policy trusts nobody any more, for new sessions',
    code: 'NoPermission',
    async arrange(account) {
      const { role, signer, end } = await parties(account);
      const Principal = { RAM: [`acs:ram::${account.id}:user/nobody`] };
      return {
        ask: async () => (await account.call('Sts AssumeRole', asking(account, role), signer)).code,
        end: end('Ram UpdateRole', {
          RoleName: role,
          NewAssumeRolePolicyDocument: trustOf({ Principal }),
        }),
      };
    },
  },
  {
    title: 'a role further up the chain has its sessions ended',
    code: ended,
    async arrange(account) {
      const { role, signer, end } = await parties(account);
      const last = await roleOf(account, { document: everything });
      const first = await assume(account, role, signer);
      return trialOf(account, last, first, end('Wardenry EndRoleSessions', { RoleName: role }));
    },
  },
];

/**
 * Ends something and asks at once, over and over.
 *
 * @returns codes answered after the end that are not the one expected
 */
export async function lateAccepts(account: Account, ending: Ending, trials: number): Promise<string[]> {
  const late: string[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    const { ask, end } = await ending.arrange(account);
    const before = await ask();
    if (before !== 'Success') throw new Error(`${ending.title}: ${before} before the end`);
    await end();
    // Several at once, of which none may find anything that is held still.
    for (const code of await Promise.all([ask(), ask(), ask()])) if (code !== ending.code) late.push(code);
  }
  return late;
}
