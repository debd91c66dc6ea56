/** Metadata as the tables keep it: read once, so that no log-on parses XML of an identity provider again. */
import { commaList } from '../../../kernel/text/list-text.ts';
import type { IdpMetadataColumns } from '../../../store/index.ts';
import type { IdpMetadata } from './idp-metadata.ts';

const none: IdpMetadataColumns = {
  metadata_document: '',
  entity_id: '',
  redirect_url: '',
  post_url: '',
  certificates: '',
  wants_signed_requests: 0,
};

/** The columns that hold metadata, or that there is none. */
export function metadataColumns(metadata: IdpMetadata | undefined): IdpMetadataColumns {
  if (metadata === undefined) return none;
  return {
    metadata_document: metadata.document,
    entity_id: metadata.entityId,
    redirect_url: metadata.redirectUrl,
    post_url: metadata.postUrl,
    certificates: commaList.textOf(metadata.certificates),
    wants_signed_requests: Number(metadata.wantsSignedRequests),
  };
}

/** The metadata that a row holds; undefined when it holds none. */
export function metadataIn(row: IdpMetadataColumns): IdpMetadata | undefined {
  if (row.metadata_document === '') return undefined;
  return {
    document: row.metadata_document,
    entityId: row.entity_id,
    redirectUrl: row.redirect_url,
    postUrl: row.post_url,
    certificates: commaList.itemsOf(row.certificates),
    wantsSignedRequests: row.wants_signed_requests === 1,
  };
}
