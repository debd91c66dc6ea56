import { compareCodePoints } from '../order.ts';

/** The parts of an ACS3 `Authorization` header. */
export interface Acs3Authorization {
  /** As the client wrote it; it may be one that is not supported. */
  readonly algorithm: string;
  /** The id of the AccessKey. */
  readonly credential: string;
  /** Names in lower case, strictly ascending, so none occurs twice. */
  readonly signedHeaders: readonly string[];
  /** Not yet looked at; empty when the client signed with an empty secret. */
  readonly signature: string;
}

const FIELDS = ['Credential=', 'SignedHeaders=', 'Signature='] as const;

/**
 * Reads `<ALG> Credential=<id>,SignedHeaders=<a;b;c>,Signature=<hex>`, tolerating spaces after the commas
 * (spec: wire 1.2).
 *
 * @returns `undefined` for any other scheme and for anything that is not exactly of this form.
 */
export function parseAuthorization(value: string): Acs3Authorization | undefined {
  const space = value.indexOf(' ');
  if (!value.startsWith('ACS3-') || space === -1) return undefined;
  const [credential, signedHeaders, signature, ...excess] = value
    .slice(space + 1)
    .split(',')
    .map(fieldValue);
  if (!credential || signedHeaders === undefined || signature === undefined || excess.length > 0)
    return undefined;
  const names = signedHeaders.split(';');
  if (!isStrictlyAscending(names)) return undefined;
  return { algorithm: value.slice(0, space), credential, signedHeaders: names, signature };
}

function fieldValue(field: string, index: number): string | undefined {
  const trimmed = index === 0 ? field : field.trimStart();
  const label = FIELDS[index];
  return label !== undefined && trimmed.startsWith(label) ? trimmed.slice(label.length) : undefined;
}

function isStrictlyAscending(names: readonly string[]): boolean {
  let previous = '';
  for (const name of names) {
    if (compareCodePoints(previous, name) >= 0) return false;
    previous = name;
  }
  return true;
}
