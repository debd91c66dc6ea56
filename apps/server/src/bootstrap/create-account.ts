/** Creates accounts: the first one at the first start, further ones at the operator's command. */
import { randomUUID } from 'node:crypto';
import type { JournalWriter } from '../journal/writer.ts';
import { SYSTEM_SCOPE } from '../kernel/callers/identity.ts';
import type { Limits } from '../kernel/limits.ts';
import type { NewIds, Sealer } from '../sealing/index.ts';
import type { Installation, InstallationChange } from '../store/index.ts';
import {
  accountRecord,
  drawAccount,
  fillAccount,
  type NewAccount,
  operatorContext,
  type Presets,
} from './new-account.ts';
import { noteUnshown } from './unshown.ts';

/** What creating an account needs from the rest of the house. */
export interface AccountCreation {
  readonly installation: Installation;
  readonly sealer: Sealer;
  readonly ids: NewIds;
  readonly journal: Pick<JournalWriter, 'stamp'>;
  readonly limits: Limits;
  /** What default domains end in. */
  readonly domainSuffix: string;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Name of the fact that holds the ids of preset AccessKeys, separated by spaces. */
const PRESET_KEYS = 'preset_access_keys';

/**
 * Creates the first account, unless this database has been through its first start, by whichever process.
 *
 * @returns the account's id, when this call created it; its credentials wait to be shown
 */
export async function createFirstAccount(
  parts: AccountCreation,
  presets: Presets,
): Promise<string | undefined> {
  if (await parts.installation.isBootstrapped()) return undefined;
  const account = await drawAccount(parts.sealer, parts.ids, presets);
  const created = await parts.installation.bootstrapOnce(async change => {
    await store(parts, change, account, 'Bootstrap');
    await notePreset(change, presets);
  });
  return created === undefined ? undefined : account.drawn.accountId;
}

/**
 * Creates an account at the operator's command: the first one of an empty database, else a further one. Presets that an account uses already are left aside together: the variables of the first
 * start are usually still set.
 *
 * @returns the account's id; its credentials wait to be shown
 */
export async function createAccount(parts: AccountCreation, presets: Presets): Promise<string> {
  const first = await createFirstAccount(parts, presets);
  if (first !== undefined) return first;
  const free = (await areFree(parts.installation, presets)) ? presets : {};
  const account = await drawAccount(parts.sealer, parts.ids, free);
  await parts.installation.change(async change => {
    await store(parts, change, account, 'CreateAccount');
    await notePreset(change, free);
  });
  return account.drawn.accountId;
}

async function areFree(installation: Installation, { accountId, accessKeyId }: Presets): Promise<boolean> {
  if (accountId !== undefined && (await installation.accountExists(accountId))) return false;
  return accessKeyId === undefined || !(await installation.isAccessKeyIdTaken(accessKeyId));
}

async function store(
  parts: AccountCreation,
  change: InstallationChange,
  account: NewAccount,
  operation: 'Bootstrap' | 'CreateAccount',
): Promise<void> {
  const now = parts.now();
  const requestId = randomUUID().toUpperCase();
  const context = operatorContext(account.drawn.accountId, requestId, now, parts);
  const credentials = await change.createAccount(context, scope => fillAccount(scope, account));
  await noteUnshown(change, parts.sealer, credentials, now);
  await change.store({
    row: parts.journal.stamp(SYSTEM_SCOPE, now, accountRecord(account, operation, requestId)),
  });
}

async function notePreset(change: InstallationChange, { accessKeyId }: Presets): Promise<void> {
  if (accessKeyId === undefined) return;
  const noted = (await change.fact(PRESET_KEYS)) ?? '';
  await change.setFact(PRESET_KEYS, `${noted} ${accessKeyId}`.trim());
}

/**
 * Finds a preset AccessKey that still exists: its secret stands in somebody's scripts, so that it must not be served
 * beyond this machine.
 *
 * @returns its id
 */
export async function presetKeyInUse(installation: Installation): Promise<string | undefined> {
  for (const accessKeyId of ((await installation.fact(PRESET_KEYS)) ?? '').split(' ')) {
    if (accessKeyId !== '' && (await installation.isAccessKeyIdTaken(accessKeyId))) return accessKeyId;
  }
  return undefined;
}
