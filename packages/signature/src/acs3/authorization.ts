import { readSignedHeaders, type SignedHeaders } from './signed-headers.ts';

/** The parts of an ACS3 `Authorization` header. */
export interface Acs3Authorization {
  /** As the client wrote it; it may be one that is not supported. */
  readonly algorithm: string;
  /** The id of the AccessKey. */
  readonly credential: string;
  readonly signedHeaders: SignedHeaders;
  /** Not yet looked at; empty when the client signed with an empty secret. */
  readonly signature: string;
}

/**
 * Reads `<ALG> Credential=<id>,SignedHeaders=<a;b;c>,Signature=<hex>`, tolerating spaces after the commas
 * (spec: wire 1.2).
 *
 * @returns `undefined` for any other scheme and for anything that is not exactly of this form.
 */
export function parseAuthorization(value: string): Acs3Authorization | undefined {
  const space = value.indexOf(' ');
  if (!value.startsWith('ACS3-') || space === -1) return undefined;
  const first = value.indexOf(',', space);
  const second = value.indexOf(',', first + 1);
  if (first === -1 || second === -1 || value.includes(',', second + 1)) return undefined;
  const credential = fieldValue(value.slice(space + 1, first), 'Credential=');
  const names = fieldValue(value.slice(first + 1, second).trimStart(), 'SignedHeaders=');
  const signature = fieldValue(value.slice(second + 1).trimStart(), 'Signature=');
  if (!credential || names === undefined || signature === undefined) return undefined;
  const signedHeaders = readSignedHeaders(names);
  if (signedHeaders === undefined) return undefined;
  return { algorithm: value.slice(0, space), credential, signedHeaders, signature };
}

function fieldValue(field: string, label: string): string | undefined {
  return field.startsWith(label) ? field.slice(label.length) : undefined;
}
