import type { SchemaMaker } from './schema-maker.ts';

/** An index by which lists are narrowed to what carries a tag of any value, page by page. */
export async function tagsByCarrier(schema: SchemaMaker): Promise<void> {
  await schema.run(
    'create index tags_by_resource_type_tag_key_resource_id on tags (account_id, resource_type, tag_key, resource_id)',
  );
  await schema.assumeLargeAccounts();
}
