/** What users have beside their keys, and what carries tags. */
import { digits, MADE_AT, userId, userName } from '../load/people.ts';
import type { Row } from '../load/state-tables.ts';

/** A tag that every second thing carries. */
export const COMMON_TAG = { key: 'team', value: 'team-0' } as const;
const TEAMS = 2;

/** A tag that a hundred things carry, however many there are: no more than a page shows. */
export const RARE_TAG = { key: 'project', value: 'project-0' } as const;
const RARE = 100;

/** The service that every service credential is for. */
export const SERVICE = 'models';

/** Keys of one user in the recycle bin: as many as it takes. */
const RECYCLED_KEYS = 3;

/** How long what was deleted stays in the bin, in milliseconds. */
const IN_BIN = 30 * 24 * 3600 * 1000;

/** Rows of `tags`: one for each thing, two for those that carry both tags. */
export function* tagRows(accountId: string, type: string, ids: Iterable<string>): Iterable<Row> {
  const row = (id: string, key: string, value: string): Row => ({
    account_id: accountId,
    resource_type: type,
    resource_id: id,
    tag_key: key,
    tag_value: value,
  });
  let thing = 0;
  for (const id of ids) {
    yield row(id, COMMON_TAG.key, `team-${thing % TEAMS}`);
    if (thing < RARE) yield row(id, RARE_TAG.key, RARE_TAG.value);
    thing += 1;
  }
}

/** Rows of `mfa_devices`: one for each user. Their seeds are never opened here. */
export function* deviceRows(accountId: string, users: number): Iterable<Row> {
  for (let user = 0; user < users; user += 1) {
    yield {
      account_id: accountId,
      name_key: `device-${userName(user)}`,
      name: `device-${userName(user)}`,
      sealed_seed: 's1.1.never-opened',
      user_id: userId(user),
      created_at: MADE_AT,
      activated_at: MADE_AT,
      last_step: 0,
    };
  }
}

/** Rows of `passkeys`: one for each user. */
export function* passkeyRows(accountId: string, users: number): Iterable<Row> {
  for (let user = 0; user < users; user += 1) {
    yield {
      account_id: accountId,
      passkey_id: `passkey-${digits(user, 7)}`,
      user_id: userId(user),
      name: 'laptop',
      credential_id: digits(user, 22),
      public_key: digits(user, 100),
      sign_count: 0,
      transports: 'internal',
      backed_up: 0,
      created_at: MADE_AT,
    };
  }
}

/** Rows of `service_credentials`: one for each user. */
export function* credentialRows(accountId: string, users: number): Iterable<Row> {
  for (let user = 0; user < users; user += 1) {
    yield {
      account_id: accountId,
      credential_id: `credential-${digits(user, 7)}`,
      owner_id: userId(user),
      name: 'models',
      service_name: SERVICE,
      status: 'Active',
      secret_hash: digits(user, 64),
      created_at: MADE_AT,
    };
  }
}

/** Rows of `recycled_users`: users who are there no more. */
export function* recycledUserRows(accountId: string, users: number, now: number): Iterable<Row> {
  for (let user = 0; user < users; user += 1) {
    yield {
      account_id: accountId,
      user_id: `4${digits(user, 17)}`,
      user_name: `gone-${userName(user)}`,
      user_name_key: `gone-${userName(user)}`,
      display_name: '',
      created_at: MADE_AT,
      recycled_at: now,
      purge_at: now + IN_BIN,
    };
  }
}

/** Rows of `recycled_access_keys`: a full bin for each user. */
export function* recycledKeyRows(accountId: string, users: number, now: number): Iterable<Row> {
  for (let user = 0; user < users; user += 1) {
    for (let key = 0; key < RECYCLED_KEYS; key += 1) {
      yield {
        account_id: accountId,
        access_key_id: `WDNKgone${digits(user, 11)}${key}`,
        user_id: userId(user),
        sealed_secret: 's1.1.never-opened',
        created_at: MADE_AT,
        recycled_at: now,
        purge_at: now + IN_BIN,
      };
    }
  }
}
