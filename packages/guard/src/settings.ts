import { readFileSync } from 'node:fs';
import { canonicalAddress, isLoopbackAddress } from '@wardenry/forwarded';
import { SigningSecret } from '@wardenry/signature';
import type { Observer } from './observer.ts';
import { warnOperator } from './observer.ts';
import { proxySet } from './request/connection.ts';
import { isPlainName } from './rules/parameter.ts';

/** What a guard is told. */
export interface GuardOptions {
  // Everything may be undefined, so that options can come straight from the environment; what is needed is looked at.
  /** Where the Wardenry server is, such as `https://iam.example:8443`. */
  readonly endpoint: string | undefined;
  /** The service's own AccessKey; its user needs `wardenry:VerifyRequest`. */
  readonly accessKeyId: string | undefined;
  readonly accessKeySecret: string | undefined;
  /** Given with temporary credentials only. */
  readonly securityToken?: string | undefined;
  /** File with the certificate of the authority that the server's certificate is from, where the system does not know it. */
  readonly caFile?: string | undefined;
  /** Id of the account that the service's resources belong to: `{account}` in rules. */
  readonly account?: string | undefined;
  /** Milliseconds that choosing the rule and the server's answer may take together; 2000 unless given, 60000 at most. */
  readonly timeout?: number | undefined;
  /** Bytes of a body that the guard reads; 1 MiB unless given. It is held in memory. */
  readonly bodyLimit?: number | undefined;
  /**
   * `dry-run` lets every request pass, tells `onRefusal` what would have been refused, and has the server record it.
   * `enforce` unless given.
   */
  readonly mode?: 'enforce' | 'dry-run' | undefined;
  /** Told of every refusal. Unless given, what the operator has to mend becomes a warning of the process. */
  readonly onRefusal?: Observer | undefined;
  /** Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed: addresses, or networks such as `10.0.0.0/8`. */
  readonly trustedProxies?: readonly string[] | undefined;
  /** Allows an http: endpoint beyond this machine, whose answers anybody on the way can forge. */
  readonly allowPlainHttp?: boolean | undefined;
}

/** Options that were read, with every default in place. */
export interface Settings {
  readonly endpoint: URL;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly accessKeySecret: SigningSecret;
    readonly securityToken?: string;
  };
  readonly ca: string | undefined;
  readonly account: string | undefined;
  readonly timeout: number;
  readonly bodyLimit: number;
  readonly dryRun: boolean;
  readonly onRefusal: Observer;
  readonly isProxy: (address: string) => boolean;
}

const TIMEOUT_MS = 2000;
const LONGEST_TIMEOUT_MS = 60_000;
const BODY_BYTES = 1024 * 1024;
/** Of a body that is held in memory. */
const MOST_BODY_BYTES = 256 * 1024 * 1024;

/**
 * Reads the options of a guard.
 *
 * @throws TypeError with what to write instead; a file that cannot be read throws what the file system said
 */
export function readOptions(options: GuardOptions): Settings {
  const { mode = 'enforce' } = options;
  if (mode !== 'enforce' && mode !== 'dry-run') throw new TypeError('mode must be enforce or dry-run.');
  if (options.account !== undefined && !isPlainName(options.account)) {
    throw new TypeError('account must be the id of an account, as GetCallerIdentity tells it.');
  }
  return {
    endpoint: readEndpoint(options.endpoint, options.allowPlainHttp === true),
    credentials: readCredentials(options),
    ca: options.caFile === undefined ? undefined : readFileSync(options.caFile, 'utf8'),
    account: options.account,
    timeout: readNumber('timeout', options.timeout ?? TIMEOUT_MS, LONGEST_TIMEOUT_MS),
    bodyLimit: readNumber('bodyLimit', options.bodyLimit ?? BODY_BYTES, MOST_BODY_BYTES),
    dryRun: mode === 'dry-run',
    onRefusal: options.onRefusal ?? warnOperator,
    isProxy: proxySet(options.trustedProxies ?? []),
  };
}

function readEndpoint(text = '', allowPlainHttp: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const bare = url?.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  if (url === undefined || !bare || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new TypeError('endpoint must be the address of the server, such as https://iam.example:8443.');
  }
  if (url.protocol === 'http:' && !allowPlainHttp && !isThisMachine(url.hostname)) {
    throw new TypeError(
      'endpoint must begin with https: beyond this machine; set allowPlainHttp to take the risk.',
    );
  }
  return url;
}

function isThisMachine(hostname: string): boolean {
  if (hostname === 'localhost') return true;
  const address = canonicalAddress(hostname.startsWith('[') ? hostname.slice(1, -1) : hostname);
  return address !== undefined && isLoopbackAddress(address);
}

function readCredentials({
  accessKeyId,
  accessKeySecret,
  securityToken,
}: GuardOptions): Settings['credentials'] {
  // From configuration these are sometimes not there at all, whatever the types say.
  if (!accessKeyId || !accessKeySecret) {
    throw new TypeError("accessKeyId and accessKeySecret must hold the service's own AccessKey.");
  }
  const credentials = { accessKeyId, accessKeySecret: new SigningSecret(accessKeySecret) };
  return securityToken === undefined ? credentials : { ...credentials, securityToken };
}

function readNumber(name: string, value: number, most: number): number {
  if (Number.isInteger(value) && value > 0 && value <= most) return value;
  throw new TypeError(`${name} must be a whole number between 1 and ${most}.`);
}
