/** One account of a test's world: calls in its name, and the rows behind them. */
import type { Caller, RootCaller, UserCaller } from '../src/kernel/callers/identity.ts';
import type { Touched } from '../src/kernel/ledger.ts';
import type { Api } from '../src/kernel/operation.ts';
import type { WireObject, WireValue } from '../src/kernel/response.ts';
import type { ChangeScope } from '../src/kernel/scope.ts';
import { count, insert, remove, select } from '../src/store/index.ts';

/** Parameters by their names on the wire. */
export type WireParameters = Readonly<Record<string, string>>;

/** One of the products, by the name that its operations are declared under. */
export type Product = Api['product'];

/** What a world does for its accounts. */
export interface AccountDoors {
  /** Runs an operation and gives its reply. */
  call(product: Product, name: string, parameters: WireParameters, caller: Caller): Promise<WireObject>;
  /** What a call would be authorized on, as relative ids. */
  resources(product: Product, name: string, parameters: WireParameters, caller: Caller): Promise<string[]>;
  /** Runs statements of a test as a change of the account. */
  change<Result>(caller: Caller, run: (scope: ChangeScope) => Promise<Result>): Promise<Result>;
  /** Writes down that a key was used. */
  use(caller: Caller, accessKeyId: string, serviceName: string): Promise<void>;
  /** What the last change of an account wrote into its feed. */
  touchedIn(accountId: string): readonly Touched[];
}

/** One account of a world, called by its root unless a caller is given. */
export class TestAccount {
  readonly accountId: string;
  readonly root: RootCaller;
  readonly #world: AccountDoors;

  constructor(world: AccountDoors, accountId: string) {
    this.#world = world;
    this.accountId = accountId;
    this.root = { kind: 'root', accountId, accessKeyId: 'LTAI-of-root' };
  }

  /** Runs an operation of any product and gives its reply. */
  call(
    product: Product,
    name: string,
    parameters: WireParameters = {},
    caller: Caller = this.root,
  ): Promise<WireObject> {
    return this.#world.call(product, name, parameters, caller);
  }

  /** Runs an operation of RAM. */
  ram(name: string, parameters: WireParameters = {}, caller: Caller = this.root): Promise<WireObject> {
    return this.call('Ram', name, parameters, caller);
  }

  /** Runs an operation of IMS. */
  ims(name: string, parameters: WireParameters = {}, caller: Caller = this.root): Promise<WireObject> {
    return this.call('Ims', name, parameters, caller);
  }

  resources(
    product: Product,
    name: string,
    parameters: WireParameters,
    caller: Caller = this.root,
  ): Promise<string[]> {
    return this.#world.resources(product, name, parameters, caller);
  }

  /** What the last change wrote into the account's feed. */
  get touched(): readonly Touched[] {
    return this.#world.touchedIn(this.accountId);
  }

  /** The principal name of a user of this account. */
  principal(userName: string): string {
    return `${userName}@${this.accountId}.onaliyun.com`;
  }

  /** Creates a user and gives its id. */
  async user(UserName: string): Promise<string> {
    const { User } = await this.ram('CreateUser', { UserName });
    return textOf(User, 'UserId');
  }

  /** Creates a group and gives its id. */
  async group(GroupName: string): Promise<string> {
    const { Group } = await this.ram('CreateGroup', { GroupName });
    return textOf(Group, 'GroupId');
  }

  /** Creates a role that the account's own users may take on, and gives its id. */
  async role(RoleName: string, more: WireParameters = {}): Promise<string> {
    const { Role } = await this.ram('CreateRole', {
      RoleName,
      AssumeRolePolicyDocument: this.trustDocument,
      ...more,
    });
    return textOf(Role, 'RoleId');
  }

  /** A trust policy that names the account. */
  get trustDocument(): string {
    const Principal = { RAM: [`acs:ram::${this.accountId}:root`] };
    return JSON.stringify({
      Version: '1',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal }],
    });
  }

  /** Creates a key of a user, or of the account itself, and gives its id. */
  async accessKey(userName?: string): Promise<string> {
    const { AccessKey } = await this.ram('CreateAccessKey', ownerOf(userName));
    return textOf(AccessKey, 'AccessKeyId');
  }

  /** Ids of the keys of a user, or of the account itself. */
  async accessKeyIds(userName?: string): Promise<string[]> {
    const { AccessKeys } = await this.ram('ListAccessKeys', ownerOf(userName));
    const list = memberOf(AccessKeys, 'AccessKey');
    return Array.isArray(list) ? list.map(key => textOf(key, 'AccessKeyId')) : [];
  }

  /** A user of the account as a caller. */
  async callerOf(userName: string): Promise<UserCaller> {
    const { User } = await this.ram('GetUser', { UserName: userName });
    return {
      kind: 'user',
      accountId: this.accountId,
      accessKeyId: `LTAI-of-${userName}`,
      userId: textOf(User, 'UserId'),
      userName: textOf(User, 'UserName'),
    };
  }

  use(accessKeyId: string, serviceName: string): Promise<void> {
    return this.#world.use(this.root, accessKeyId, serviceName);
  }

  /** The secret of a key as the database holds it. */
  async sealedSecret(accessKeyId: string): Promise<string> {
    return this.#world.change(this.root, async scope => {
      const row = await select(scope, 'access_keys')
        .select('sealed_secret')
        .where('access_key_id', '=', accessKeyId)
        .executeTakeFirstOrThrow();
      return row.sealed_secret;
    });
  }

  insertLoginProfile(userId: string): Promise<void> {
    return this.#world.change(this.root, scope =>
      insert(scope, 'login_profiles', {
        user_id: userId,
        status: 'Active',
        password_hash: 'hash',
        password_reset_required: 0,
        mfa_bind_required: 0,
        created_at: scope.now,
        updated_at: scope.now,
        password_set_at: scope.now,
        initial_at: scope.now,
      }),
    );
  }

  async removeLoginProfile(userId: string): Promise<void> {
    await this.#world.change(this.root, scope =>
      remove(scope, 'login_profiles').where('user_id', '=', userId).execute(),
    );
  }

  /** Attaches a system policy. */
  insertAttachment(principalType: 'user' | 'group', principalId: string): Promise<void> {
    return this.#world.change(this.root, scope =>
      insert(scope, 'attachments', {
        principal_type: principalType,
        principal_id: principalId,
        policy_type: 'System',
        policy_key: 'ReadOnlyAccess',
        resource_group_id: '',
        attached_at: scope.now,
      }),
    );
  }

  async removeAttachments(principalType: 'user' | 'group', principalId: string): Promise<void> {
    await this.#world.change(this.root, scope =>
      remove(scope, 'attachments')
        .where('principal_type', '=', principalType)
        .where('principal_id', '=', principalId)
        .execute(),
    );
  }

  /** How many rows still mention a user or a key. */
  rowsAbout(id: string): Promise<number> {
    return this.#world.change(this.root, async scope => {
      const counts = [
        await count(scope, 'users', rows => rows.where('user_id', '=', id)),
        await count(scope, 'login_profiles', rows => rows.where('user_id', '=', id)),
        await count(scope, 'group_members', rows => rows.where('user_id', '=', id)),
        await count(scope, 'access_keys', rows => rows.where('user_id', '=', id)),
        await count(scope, 'access_keys', rows => rows.where('access_key_id', '=', id)),
        await count(scope, 'access_key_uses', rows => rows.where('access_key_id', '=', id)),
        await count(scope, 'access_key_policies', rows => rows.where('access_key_id', '=', id)),
        await count(scope, 'attachments', rows => rows.where('principal_id', '=', id)),
        await count(scope, 'tags', rows => rows.where('resource_id', '=', id)),
      ];
      return counts.reduce((sum, rows) => sum + rows, 0);
    });
  }
}

function ownerOf(userName: string | undefined): WireParameters {
  return userName === undefined ? {} : { UserName: userName };
}

function memberOf(value: WireValue, member: string): WireValue {
  if (typeof value !== 'object' || Array.isArray(value)) throw new Error(`${member} of no object`);
  return (value as WireObject)[member];
}

function textOf(value: WireValue, member: string): string {
  const text = memberOf(value, member);
  if (typeof text !== 'string') throw new Error(`${member} is no text`);
  return text;
}
