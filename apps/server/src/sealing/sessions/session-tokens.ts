/**
 * Tokens of sessions: everything that a session is, sealed, so that nothing of it is stored (spec: security Q7). A token is
 * a header that says what it is and by which key it was sealed, bound in as associated data, and AES-256-GCM behind it. Key
 * id and secret of the session follow from the token and the key.
 */

import type { Origin } from '../../kernel/callers/identity.ts';
import type {
  OpenedToken,
  SessionClaims,
  SessionCredentials,
  SessionTokens,
} from '../../kernel/callers/sessions.ts';
import type { Soon } from '../../kernel/soon.ts';
import { decrypt, encrypt } from '../key-wrapper.ts';
import type { SessionKey, SessionKeys } from './session-keys.ts';

/** What tokens begin with, in Base64 `CAIS`: as clients and secret scanners know tokens (spec: wire 3). */
const MAGIC = [0x08, 0x02, 0x12] as const;
/** Kinds of tokens are told apart by a byte, so that none is taken for another. */
const ROLE_SESSION = 1;
/** Version of what is sealed. */
const VERSION = 1;

const HEADER_BYTES = 9;
/** The header fills whole groups of Base64, so that it can be cut off as text. */
const HEADER_CHARACTERS = (HEADER_BYTES / 3) * 4;

/** Makes tokens with the keys of the installation. */
export function sessionTokens(keys: SessionKeys): SessionTokens {
  return {
    issue(claims): SessionCredentials {
      const key = keys.current();
      const header = headerOf(key.keyId);
      const plain = Buffer.from(JSON.stringify(sealed(claims)), 'utf8');
      const securityToken = header + encrypt(key.seal, plain, placeOf(header));
      return { ...credentialsOf(key, securityToken), securityToken };
    },
    open(token): Soon<OpenedToken | undefined> {
      const header = token.slice(0, HEADER_CHARACTERS);
      const keyId = keyIdIn(header);
      if (keyId === undefined) return undefined;
      const key = keys.find(keyId);
      return key instanceof Promise
        ? key.then(each => opened(token, header, each))
        : opened(token, header, key);
    },
  };
}

function opened(token: string, header: string, key: SessionKey | undefined): OpenedToken | undefined {
  if (key === undefined) return undefined;
  const plain = decrypt(key.seal, token.slice(HEADER_CHARACTERS), placeOf(header));
  if (plain === undefined) return undefined;
  const claims = unsealed(JSON.parse(Buffer.from(plain).toString('utf8')) as SealedClaims);
  return { ...credentialsOf(key, token), claims };
}

function headerOf(keyId: number): string {
  const header = Buffer.from([...MAGIC, ROLE_SESSION, VERSION, 0, 0, 0, 0]);
  header.writeUInt32BE(keyId, 5);
  return header.toString('base64url');
}

/** @returns undefined when it is the header of no token of ours */
function keyIdIn(header: string): number | undefined {
  const bytes = Buffer.from(header, 'base64url');
  if (bytes.length !== HEADER_BYTES) return undefined;
  const keyId = bytes.readUInt32BE(5);
  return headerOf(keyId) === header ? keyId : undefined;
}

function placeOf(header: string): string {
  return `session token\n${header}`;
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE62_OF_BYTES = Uint8Array.from({ length: 256 }, (_, byte) =>
  BASE62.charCodeAt(byte % BASE62.length),
);
/** Behind `STS.`; with the secret as many as an HMAC-SHA512 has bytes (spec: domain 1.1). */
const ID_LENGTH = 24;

/**
 * Key id and secret of a token; whoever has the token alone can derive neither. A byte makes a character, so that some are
 * a little likelier than others: the 40 of a secret still hold more than 230 bits.
 */
function credentialsOf({ derive }: SessionKey, token: string): Omit<SessionCredentials, 'securityToken'> {
  const text = Buffer.from(derive(token).map(byte => BASE62_OF_BYTES[byte] ?? 0)).toString('latin1');
  return { accessKeyId: `STS.${text.slice(0, ID_LENGTH)}`, accessKeySecret: text.slice(ID_LENGTH) };
}

/** Short, since every request carries it. */
interface SealedClaims {
  /** The role, then whoever took it on. */
  readonly o: readonly (readonly [kind: number, account: string, name: string, generation: string])[];
  readonly n: string;
  /** Seconds since 1970, and from then on. */
  readonly i: number;
  readonly d: number;
  readonly p?: string;
  readonly s?: string;
  readonly m?: 0 | 1;
}

/** Their places are written into tokens: a new kind is added at the end. */
const KINDS = ['role', 'key', 'saml-provider', 'oidc-provider'] as const;

const SECOND = 1000;

function sealed(claims: SessionClaims): SealedClaims {
  const { role, bornFrom, sessionName, issuedAt, expiresAt, sessionPolicy, sourceIdentity, mfaPresent } =
    claims;
  return {
    o: [role, ...bornFrom].map(({ kind, accountId, name, generation }) => [
      KINDS.indexOf(kind),
      accountId,
      name,
      generation,
    ]),
    n: sessionName,
    i: issuedAt / SECOND,
    d: (expiresAt - issuedAt) / SECOND,
    ...(sessionPolicy === undefined ? {} : { p: sessionPolicy }),
    ...(sourceIdentity === undefined ? {} : { s: sourceIdentity }),
    ...(mfaPresent === undefined ? {} : { m: mfaPresent ? 1 : 0 }),
  };
}

function unsealed({ o, n, i, d, p, s, m }: SealedClaims): SessionClaims {
  const [role, ...bornFrom] = o.map(([at, accountId, name, generation]): Origin => {
    const kind = KINDS[at];
    if (kind === undefined) throw new TypeError('a token names a kind of origin that is none');
    return { kind, accountId, name, generation };
  });
  if (role === undefined) throw new TypeError('a token names its role');
  return {
    role,
    bornFrom,
    sessionName: n,
    issuedAt: i * SECOND,
    expiresAt: (i + d) * SECOND,
    ...(p === undefined ? {} : { sessionPolicy: p }),
    ...(s === undefined ? {} : { sourceIdentity: s }),
    ...(m === undefined ? {} : { mfaPresent: m === 1 }),
  };
}
