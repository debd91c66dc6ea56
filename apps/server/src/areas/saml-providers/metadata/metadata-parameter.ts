/** The parameter that holds a metadata document, under the name of each operation that takes one. */
import { apiError, errorKind } from '../../../kernel/errors.ts';
import { type Localized, type TextFormat, text } from '../../../kernel/parameters.ts';
import type { Preparation } from '../../../kernel/preparation.ts';
import { DocumentProblem } from '../../../xml/document-problem.ts';
import type { IdpMetadata } from './idp-metadata.ts';
import { readMetadata } from './read-metadata.ts';

/** Characters of a document in Base64: 96 KB of XML, several times what identity providers write. */
const LONGEST_DOCUMENT = 131_072;

const base64: TextFormat = {
  label: ['Base64, on one line or broken into lines', 'Base64 文本，单行或多行'],
  accepts: given => Buffer.from(given, 'base64').toString('base64') === onOneLine(given),
};

/** As programs write Base64 for people, there are line breaks of either kind in it (RFC 2045 6.8). */
function onOneLine(text: string): string {
  return text.replaceAll('\r\n', '').replaceAll('\n', '');
}

/** How every parameter that holds a metadata document looks. */
const documentForm = { min: 1, max: LONGEST_DOCUMENT, format: base64 } as const;

/** A document that is taken once. */
export function metadataParameter(wire: string, doc: Localized) {
  return text(wire, { ...documentForm, doc });
}

/** A document that an empty text takes away again. */
export function clearableMetadataParameter(wire: string, doc: Localized) {
  return text(wire, { ...documentForm, emptyClears: true, doc });
}

export const unusableMetadata = errorKind(
  'InvalidParameter.{parameter}.Format',
  400,
  'The parameter - "{parameter}" is not the metadata of one SAML identity provider: {problem}.',
);

/**
 * Reads the document that a call brings.
 *
 * @param parameter the parameter's name on the wire, for the error
 * @param document in Base64; absent or empty when the call brings none
 * @throws ApiError `InvalidParameter.<parameter>.Format`
 */
export async function givenMetadata(
  { now }: Pick<Preparation, 'now'>,
  parameter: string,
  document: string | undefined,
): Promise<IdpMetadata | undefined> {
  if (document === undefined || document === '') return undefined;
  try {
    return await readMetadata(document, now);
  } catch (error) {
    if (!(error instanceof DocumentProblem)) throw error;
    throw apiError(unusableMetadata, { parameter, problem: error.message }, { cause: error });
  }
}
