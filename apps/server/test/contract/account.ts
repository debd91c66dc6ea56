/** One of the suite's two accounts: calls in the name of its administrator, and the objects that tests need in it. */
import type { WireObject, WireValue } from '../../src/kernel/response.ts';
import type { WireParameters } from '../test-account.ts';
import { type Answer, type CallOptions, type Contract, operationNamed } from './contract.ts';
import type { AccountCredentials } from './server.ts';
import type { Signer } from './wire.ts';

/** A user that a test made. */
export interface TestUser {
  readonly name: string;
  readonly id: string;
  /** `<name>@<default domain>`. */
  readonly principalName: string;
}

/** A group that a test made. */
export interface TestGroup {
  readonly name: string;
  readonly id: string;
}

/** Allows something that nobody asks for. */
export const harmlessDocument = documentOf('Allow', ['oss:GetObject']);

/** A policy document of one statement. */
export function documentOf(
  effect: 'Allow' | 'Deny',
  actions: readonly string[],
  resources: readonly string[] = ['*'],
): string {
  return JSON.stringify({
    Version: '1',
    Statement: [{ Effect: effect, Action: actions, Resource: resources }],
  });
}

/** A trust policy that lets the users and roles of an account take the role on. */
export function trustDocumentOf(accountId: string): string {
  const Principal = { RAM: [`acs:ram::${accountId}:root`] };
  return JSON.stringify({
    Version: '1',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal }],
  });
}

export class Account {
  readonly id: string;
  readonly contract: Contract;
  readonly administrator: Signer;
  /** Part of every name, so that no two accounts ever hold objects of the same name by chance. */
  readonly #label: string;
  #made = 0;

  constructor(contract: Contract, credentials: AccountCredentials, label: string) {
    this.contract = contract;
    this.#label = label;
    this.id = credentials.accountId;
    const [key] = contract.server.database
      .rows('access_keys', this.id)
      .filter(row => row.access_key_id === credentials.accessKeyId);
    this.administrator = { ...credentials, userId: String(key?.user_id), userName: 'automation' };
  }

  /** Rises with every row of the account that is written: the same number means the same state. */
  get state(): number {
    return this.contract.server.database.writesTo(this.id);
  }

  /** The ARN of one of the account's resources, as replies and records show it. */
  arn(relativeId: string): string {
    return `acs:ram:*:${this.id}:${relativeId}`;
  }

  /** A name that nothing has. */
  fresh(noun: string): string {
    this.#made += 1;
    // Of one length, so that no name is the beginning of another.
    return `${noun}-${this.#label}${String(this.#made).padStart(5, '0')}`;
  }

  /** The principal name of a user of this account, under the alias that the account has now. */
  principal(userName: string): string {
    const [named] = this.contract.server.database.rows('account_aliases', this.id);
    return `${userName}@${named?.alias ?? this.id}.onaliyun.com`;
  }

  /** Calls an operation as the administrator, or as whoever is given. */
  call(
    operation: string,
    parameters: WireParameters = {},
    signer: Signer = this.administrator,
    options: CallOptions = {},
  ): Promise<Answer> {
    return this.contract.call(operationNamed(operation), parameters, signer, options);
  }

  /**
   * Calls an operation that must succeed.
   *
   * @returns the members of its reply
   */
  async do(operation: string, parameters: WireParameters = {}): Promise<WireObject> {
    const { code, members, text } = await this.call(operation, parameters);
    if (code !== 'Success') throw new Error(`${operation} was refused: ${text}`);
    return members;
  }

  /** A user of whom everything is given that can be. */
  async user(): Promise<TestUser> {
    const name = this.fresh('user');
    const { User } = await this.do('Ram CreateUser', {
      UserName: name,
      DisplayName: 'Ann',
      MobilePhone: '86-13900000000',
      Email: 'ann@example.com',
      Comments: 'of a test',
    });
    return { name, id: textOf(User, 'UserId'), principalName: this.principal(name) };
  }

  /** A group of which everything is given that can be. */
  async group(): Promise<TestGroup> {
    const name = this.fresh('group');
    const given = { DisplayName: 'Readers', Comments: 'of a test' };
    const { Group } = await this.do('Ims CreateGroup', { GroupName: name, ...given });
    return { name, id: textOf(Group, 'GroupId') };
  }

  /** Puts a fresh user into a fresh group. */
  async member(): Promise<{ readonly user: TestUser; readonly group: TestGroup }> {
    const [user, group] = [await this.user(), await this.group()];
    await this.do('Ram AddUserToGroup', { UserName: user.name, GroupName: group.name });
    return { user, group };
  }

  /** A custom policy; gives its name. */
  async policy(document = harmlessDocument): Promise<string> {
    const name = this.fresh('policy');
    await this.do('Ram CreatePolicy', { PolicyName: name, PolicyDocument: document });
    return name;
  }

  /** A role that the account's own users may take on; gives its name. */
  async role(): Promise<string> {
    const name = this.fresh('role');
    const AssumeRolePolicyDocument = trustDocumentOf(this.id);
    await this.do('Ram CreateRole', { RoleName: name, AssumeRolePolicyDocument, Description: 'of a test' });
    return name;
  }

  /** A custom policy with a second version that is not the default. */
  async policyOfTwoVersions(): Promise<string> {
    const name = await this.policy();
    await this.do('Ram CreatePolicyVersion', { PolicyName: name, PolicyDocument: harmlessDocument });
    return name;
  }

  /** A key of a user, to call with. */
  async keyOf(user: TestUser): Promise<Signer> {
    const { AccessKey } = await this.do('Ram CreateAccessKey', { UserName: user.name });
    return {
      accessKeyId: textOf(AccessKey, 'AccessKeyId'),
      accessKeySecret: textOf(AccessKey, 'AccessKeySecret'),
      accountId: this.id,
      userId: user.id,
      userName: user.name,
    };
  }

  /** A key of a user that nobody has used. */
  async caller(): Promise<Signer> {
    return this.keyOf(await this.user());
  }

  /**
   * The sealed message of a refusal.
   *
   * @param signer who is refused to list users; somebody without any policy unless given
   */
  async refusalMessage(signer?: Signer): Promise<string> {
    const { members } = await this.call('Ram ListUsers', {}, signer ?? (await this.caller()));
    return textOf(members.AccessDeniedDetail, 'EncodedDiagnosticMessage');
  }

  /** A caller with one custom policy of its own, which may be rewritten. */
  async callerWith(document: string): Promise<PolicyHolder> {
    const caller = await this.caller();
    const policyName = await this.policy(document);
    await this.do('Ram AttachPolicyToUser', {
      UserName: caller.userName,
      PolicyName: policyName,
      PolicyType: 'Custom',
    });
    return new PolicyHolder(this, caller, policyName);
  }
}

/** A caller whose rights a test changes. */
export class PolicyHolder {
  readonly signer: Signer;
  readonly #account: Account;
  readonly #policyName: string;

  constructor(account: Account, signer: Signer, policyName: string) {
    this.#account = account;
    this.signer = signer;
    this.#policyName = policyName;
  }

  /** Puts another document in force. */
  async hold(document: string): Promise<void> {
    await this.#account.do('Ram CreatePolicyVersion', {
      PolicyName: this.#policyName,
      PolicyDocument: document,
      SetAsDefault: 'true',
      RotateStrategy: 'DeleteOldestNonDefaultVersionWhenLimitExceeded',
    });
  }
}

/** The text that a member of an object holds. */
export function textOf(value: WireValue, member: string): string {
  const text = (value as WireObject | undefined)?.[member];
  if (typeof text !== 'string') throw new Error(`${member} is no text`);
  return text;
}
