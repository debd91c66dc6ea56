import { type KeyUse, type LedgerEntry, NonceClaimed } from '../../kernel/ledger.ts';
import type { PostgresConnection } from './connection.ts';

/**
 * Claims the nonces and stores the rows of all entries whose nonce was free, in one statement. Nonces and keys are taken in
 * their own order, so that two nodes that write the same ones wait for each other instead of giving up.
 */
const STORE = `
  with claimed as (
    insert into nonces (digest, expires_at)
    select digest, expires_at from unnest($1::bytea[], $2::int8[]) as n (digest, expires_at) order by digest
    on conflict do nothing
    returning digest
  ), used as (
    insert into access_key_uses (account_id, access_key_id, used_at, service_name)
    select u.account_id, u.access_key_id, u.used_at, u.service_name
    from unnest($3::text[], $4::text[], $5::int8[], $6::text[]) as u (account_id, access_key_id, used_at, service_name)
    join access_keys k on k.account_id = u.account_id and k.access_key_id = u.access_key_id
    order by u.account_id, u.access_key_id
    on conflict (account_id, access_key_id) do update
      set used_at = excluded.used_at, service_name = excluded.service_name
      where excluded.used_at > access_key_uses.used_at
  ), stored as (
    insert into journal (writer, sequence, account_id, at, record, mac)
    select writer, sequence, account_id, at, record, mac
    from unnest($7::int8[], $8::int8[], $9::text[], $10::int8[], $11::text[], $12::text[], $13::bytea[])
      as j (writer, sequence, account_id, at, record, mac, nonce)
    where nonce is null or nonce in (select digest from claimed)
  )
  select digest from claimed`;

/**
 * Stores entries with their nonces and key uses.
 *
 * @returns for each entry whether it was stored; false when its nonce had been claimed before
 */
export async function storeEntries(
  connection: PostgresConnection,
  entries: readonly LedgerEntry[],
): Promise<readonly boolean[]> {
  const nonces = entries.flatMap(({ nonce }) => (nonce === undefined ? [] : [nonce]));
  const uses = latestUses(entries);
  const rows = entries.flatMap(({ row, rowElsewhere, nonce }) =>
    [row, rowElsewhere].flatMap(each =>
      each === undefined ? [] : [{ ...each, nonce: nonce?.digest ?? null }],
    ),
  );
  const { rows: claimed } = await connection.runConstant(STORE, [
    nonces.map(nonce => nonce.digest),
    nonces.map(nonce => nonce.expires),
    uses.map(use => use.accountId),
    uses.map(use => use.accessKeyId),
    uses.map(use => use.at),
    uses.map(use => use.serviceName),
    rows.map(row => row.writer),
    rows.map(row => row.sequence),
    rows.map(row => row.accountId),
    rows.map(row => row.at),
    rows.map(row => row.record),
    rows.map(row => row.mac),
    rows.map(row => row.nonce),
  ]);
  const free = new Set(
    (claimed as { readonly digest: Buffer }[]).map(({ digest }) => digest.toString('hex')),
  );
  return entries.map(
    ({ nonce }) => nonce === undefined || free.has(Buffer.from(nonce.digest).toString('hex')),
  );
}

/** What the caller of an entry with a spent nonce is told. */
export function nonceClaimedElsewhere(): NonceClaimed {
  return new NonceClaimed('the nonce has been used before, on another node or before this one started');
}

/** One statement may write a row once only. */
function latestUses(entries: readonly LedgerEntry[]): KeyUse[] {
  const latest = new Map<string, KeyUse>();
  for (const { use } of entries) {
    if (use !== undefined) latest.set(`${use.accountId} ${use.accessKeyId}`, use);
  }
  return [...latest.values()];
}
