import type { SchemaMaker } from './schema-maker.ts';

/** How many principals of each kind hold each policy: lists show it for every policy of a page, however many hold it. */
export async function policyHolders(schema: SchemaMaker): Promise<void> {
  await schema.createCount('policy_holders', {
    of: 'attachments',
    by: ['account_id', 'policy_type', 'policy_key', 'principal_type'],
    // Who holds a policy for several resource groups is one of its holders.
    each: ['principal_id'],
    as: 'holders',
  });
  await schema.assumeLargeAccounts();
}
