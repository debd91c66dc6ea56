/** A JSON Web Token as it is written (RFC 7515, RFC 7519): read strictly and once, before anything of it is believed. */
import { type JsonNode, readJson } from '@wardenry/policy';
import { apiError } from '../../../kernel/errors.ts';
import { lettersDigitsAnd } from '../../../kernel/parameters.ts';
import { consistsOf } from '../../../kernel/text/characters.ts';
import { algorithmUnknown, contentInvalid, notBase64Url, notThreeParts } from './errors.ts';

/**
 * What tokens may be signed with: asymmetric algorithms, so that who can verify cannot sign (spec: wire 7.3). `none` and
 * the HMAC family are not among them, whatever a key set offers.
 */
export const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const;

/** The name of an algorithm that tokens may be signed with. */
export type Algorithm = (typeof algorithms)[number];

/** Which key a token says that it was signed with. */
export interface KeyReference {
  readonly algorithm: Algorithm;
  /** `kid`; a token of an issuer with a single key may have none. */
  readonly keyId: string | undefined;
}

/** What a token says. Times are in milliseconds since 1970. */
export interface TokenClaims {
  readonly issuer: string;
  readonly subject: string;
  /** At least one. */
  readonly audiences: readonly string[];
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly notBefore: number | undefined;
}

/** A token that was read, and not verified. */
export interface UnverifiedToken {
  /** The token without anything around it. */
  readonly text: string;
  readonly key: KeyReference;
  readonly claims: TokenClaims;
}

/** Kinds of tokens that are meant to say who somebody is; a token without a kind is taken for one (RFC 8725, 3.11). */
const tokenTypes: readonly (string | undefined)[] = [undefined, 'jwt', 'at+jwt', 'application/at+jwt'];

/**
 * Headers that change how the rest is to be read. Headers that carry a key or tell where one is (`jwk`, `jku`, `x5c`,
 * `x5u`) are not read at all: keys come from the issuer's key set alone.
 */
const changingHeaders = ['crit', 'b64', 'zip', 'enc', 'cty'];

const LONGEST_NAME = 32;
const nameCharacters = lettersDigitsAnd('-_+');

/** Seconds since 1970 at which four digits of a year end. */
const END_OF_TIME = 253_402_300_800;

/**
 * Reads a token.
 *
 * @param given as the caller sent it; what programs read from a file ends in a line break (spec: wire 7.3)
 * @throws ApiError `AuthenticationFail.OIDCToken.Invalid`
 */
export function readToken(given: string): UnverifiedToken {
  const text = given.trim();
  const [header, payload, signature, ...more] = text.split('.', 4);
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) {
    throw apiError(notThreeParts);
  }
  const key = keyOf(objectOf(header));
  bytesOf(signature);
  return { text, key, claims: claimsOf(objectOf(payload)) };
}

type Members = ReadonlyMap<string, JsonNode>;

/** The members of a JSON object in Base64 for URLs. */
function objectOf(part: string): Members {
  const bytes = bytesOf(part);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw invalid('It is not UTF-8.');
  }
  const node = readJson(text, () => {
    throw invalid('Its header and its payload must be JSON, in which no name stands twice.');
  });
  if (node?.type !== 'object') throw invalid('Its header and its payload must be JSON objects.');
  return new Map([...node.members].map(([name, { value }]) => [name, value]));
}

/** Decodes Base64 for URLs in its one spelling: without padding, line breaks and stray bits (RFC 7515, 2). */
function bytesOf(part: string): Buffer {
  const bytes = Buffer.from(part, 'base64url');
  if (part === '' || bytes.toString('base64url') !== part) throw apiError(notBase64Url);
  return bytes;
}

function keyOf(header: Members): KeyReference {
  const named = textIn(header, 'alg');
  const algorithm = algorithms.find(each => each === named);
  if (algorithm === undefined) throw apiError(algorithmUnknown, { algorithm: shownAlgorithm(named) });
  const changing = changingHeaders.find(name => header.has(name));
  if (changing !== undefined) throw invalid(`Its header has "${changing}", which is not understood.`);
  if (!tokenTypes.includes(textIn(header, 'typ')?.toLowerCase())) {
    throw invalid('Its type is not one of tokens that say who somebody is.');
  }
  return { algorithm, keyId: textIn(header, 'kid') };
}

/** An algorithm's name as a refusal repeats it; what could not be one is not repeated. */
function shownAlgorithm(named: string | undefined): string {
  return named !== undefined && named.length <= LONGEST_NAME && consistsOf(named, nameCharacters)
    ? named
    : '(not named)';
}

function claimsOf(payload: Members): TokenClaims {
  // A logout token or a security event has all claims of an identity token and says nothing of the kind (RFC 8417, 4.5).
  if (payload.has('events')) throw invalid('It tells of an event, not who somebody is.');
  return {
    issuer: required(textIn(payload, 'iss'), 'iss'),
    subject: required(textIn(payload, 'sub'), 'sub'),
    audiences: audiencesIn(payload.get('aud')),
    issuedAt: required(timeIn(payload, 'iat'), 'iat'),
    expiresAt: required(timeIn(payload, 'exp'), 'exp'),
    notBefore: timeIn(payload, 'nbf'),
  };
}

function audiencesIn(node: JsonNode | undefined): readonly string[] {
  const items = node?.type === 'list' ? node.items : node === undefined ? [] : [node];
  const audiences = items.map(item => (item.type === 'string' && item.value !== '' ? item.value : undefined));
  if (audiences.length === 0 || audiences.includes(undefined)) {
    throw invalid('Its claim "aud" must be a text or a list of texts.');
  }
  return audiences.filter(audience => audience !== undefined);
}

/** @returns undefined when the member is absent */
function textIn(members: Members, name: string): string | undefined {
  const node = members.get(name);
  if (node === undefined) return undefined;
  if (node.type !== 'string' || node.value === '') throw invalid(`"${name}" must be a text.`);
  return node.value;
}

/** @returns milliseconds since 1970; undefined when the member is absent */
function timeIn(members: Members, name: string): number | undefined {
  const node = members.get(name);
  if (node === undefined) return undefined;
  const seconds = node.type === 'number' ? Number(node.text) : Number.NaN;
  if (!(seconds >= 0 && seconds < END_OF_TIME))
    throw invalid(`"${name}" must be a time in seconds since 1970.`);
  return seconds * 1000;
}

function required<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw invalid(`Its claim "${name}" is missing.`);
  return value;
}

function invalid(reason: string) {
  return apiError(contentInvalid, { reason });
}
