/** A new account: root, a person who administers it and a program that does. */
import { defaultDomain, userPrincipalName } from '../areas/accounts/index.ts';
import {
  defaultPasswordPolicy,
  type PasswordPolicy,
  replacePasswordPolicy,
} from '../areas/password-policy/index.ts';
import { insertDefaultResourceGroup } from '../areas/resource-groups/index.ts';
import type { JournalRecord } from '../journal/record.ts';
import type { RequestContext } from '../kernel/context.ts';
import type { ChangeScope } from '../kernel/scope.ts';
import { hashPassword, type NewIds, type Sealer } from '../sealing/index.ts';
import { insert } from '../store/index.ts';
import type { Credentials } from './credentials.ts';
import { oneTimePassword } from './passwords.ts';

/** Values that are not drawn but given, for reproducible tests. */
export interface Presets {
  readonly accountId?: string | undefined;
  readonly accessKeyId?: string | undefined;
  readonly accessKeySecret?: string | undefined;
}

/** An account that is drawn, hashed and sealed, and not stored yet. */
export interface NewAccount {
  /** In clear; what the admin is called follows when the account is there. */
  readonly drawn: Omit<Credentials, 'adminLogonName'>;
  readonly adminId: string;
  readonly automationId: string;
  readonly sealedSecret: string;
  readonly adminPasswordHash: string;
  readonly rootPasswordHash: string;
}

const ADMIN = 'admin';
const AUTOMATION = 'automation';
const FULL_ACCESS = 'AdministratorAccess';

/** What new accounts ask of passwords: length in place of rules, and none that is guessed first (spec: security Q12). */
const passwordPolicy: PasswordPolicy = {
  ...defaultPasswordPolicy,
  minimumLength: 15,
  notContainUserName: true,
  interceptRisk: true,
};

/** Draws an account: ids, secrets, hashes and seals. */
export async function drawAccount(sealer: Sealer, ids: NewIds, presets: Presets): Promise<NewAccount> {
  const accountId = presets.accountId ?? ids.accountId();
  const drawn = {
    accountId,
    accessKeyId: presets.accessKeyId ?? ids.accessKeyId(),
    accessKeySecret: presets.accessKeySecret ?? ids.accessKeySecret(),
    adminPassword: oneTimePassword(),
    // Every user's logon name holds an @, so that none can ever be taken for the root's.
    rootLogonName: `root-${accountId}`,
    rootPassword: oneTimePassword(),
  };
  const place = { table: 'access_keys', row: drawn.accessKeyId, accountId };
  return {
    drawn,
    adminId: ids.userId(),
    automationId: ids.userId(),
    sealedSecret: sealer.seal(drawn.accessKeySecret, place),
    adminPasswordHash: await hashPassword(drawn.adminPassword),
    rootPasswordHash: await hashPassword(drawn.rootPassword),
  };
}

/**
 * Writes the rows of a new account.
 *
 * @returns its credentials, to be shown
 */
export async function fillAccount(scope: ChangeScope, account: NewAccount): Promise<Credentials> {
  const { drawn, adminId, automationId } = account;
  const { now } = scope;
  await insert(scope, 'roots', {
    logon_name: drawn.rootLogonName,
    password_hash: account.rootPasswordHash,
    password_reset_required: 1,
    created_at: now,
  });
  await replacePasswordPolicy(scope, passwordPolicy);
  await insertDefaultResourceGroup(scope);
  await insertAdministrator(scope, adminId, ADMIN, 'Administrator');
  await insertAdministrator(scope, automationId, AUTOMATION, 'Automation');
  await insert(scope, 'login_profiles', {
    user_id: adminId,
    status: 'Active',
    password_hash: account.adminPasswordHash,
    password_reset_required: 1,
    mfa_bind_required: 0,
    created_at: now,
    updated_at: now,
    password_set_at: now,
    initial_at: now,
  });
  await insert(scope, 'access_keys', {
    access_key_id: drawn.accessKeyId,
    user_id: automationId,
    status: 'Active',
    sealed_secret: account.sealedSecret,
    created_at: now,
    updated_at: now,
    session_epoch: now,
  });
  return { ...drawn, adminLogonName: userPrincipalName(ADMIN, await defaultDomain(scope)) };
}

async function insertAdministrator(
  scope: ChangeScope,
  userId: string,
  name: string,
  displayName: string,
): Promise<void> {
  await insert(scope, 'users', {
    user_id: userId,
    user_name: name,
    user_name_key: name,
    display_name: displayName,
    comments: '',
    mobile_phone: '',
    email: '',
    created_at: scope.now,
    updated_at: scope.now,
    last_login_at: null,
    session_epoch: scope.now,
  });
  await insert(scope, 'attachments', {
    principal_type: 'user',
    principal_id: userId,
    policy_type: 'System',
    policy_key: FULL_ACCESS,
    resource_group_id: '',
    attached_at: scope.now,
  });
}

/**
 * The context of what the operator does on the server's own machine, outside of any request.
 *
 * @param requestId upper-case UUID
 */
export function operatorContext(
  accountId: string,
  requestId: string,
  now: number,
  { limits, domainSuffix }: Pick<RequestContext, 'limits' | 'domainSuffix'>,
): RequestContext {
  return {
    requestId,
    now,
    accountId,
    limits,
    domainSuffix,
    caller: { kind: 'root', accountId, accessKeyId: '' },
    connection: { sourceIp: '', secureTransport: true, host: '', userAgent: '' },
  };
}

/** The record of a new account; it belongs to the system scope and tells no secret. */
export function accountRecord(
  { drawn }: NewAccount,
  operation: 'Bootstrap' | 'CreateAccount',
  requestId: string,
): JournalRecord {
  const { accountId, accessKeyId } = drawn;
  return {
    v: 1,
    requestId,
    type: 'ServiceEvent',
    product: 'Wardenry',
    version: '2026-11-01',
    operation,
    effect: 'change',
    caller: { type: 'system' },
    resources: [
      `acs:ram::${accountId}:root`,
      `acs:ram::${accountId}:user/${ADMIN}`,
      `acs:ram::${accountId}:user/${AUTOMATION}`,
    ],
    parameters: { AccountId: accountId, AccessKeyId: accessKeyId },
    result: 'Success',
    sourceIp: '',
    userAgent: '',
    secureTransport: true,
  };
}
