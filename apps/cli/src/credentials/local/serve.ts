import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { isLoopback } from '../../endpoint.ts';
import { Failure, misuse } from '../../failure.ts';
import { writeLines } from '../../lines.ts';
import { writePrivateFile } from '../../private-file.ts';
import { EXIT, type Surroundings } from '../../surroundings.ts';
import { readOrigin } from '../origin/read-origin.ts';
import { obtain, type RoleCredentials } from '../origin/source.ts';
import type { SourceOptions } from '../origin/source-options.ts';
import { withoutFraction } from '../time.ts';
import { METADATA_ADDRESS } from './caller-check.ts';
import { type ListenAddress, type LocalListener, listenLocally } from './listener.ts';
import { createMetadataTokens } from './metadata-token.ts';
import type { Served } from './protocols.ts';
import { Renewal, type RenewalEvent } from './renewal.ts';

/** Options of `wardenry credentials serve`. */
export interface ServeOptions extends SourceOptions {
  readonly listen: string;
  readonly metadata?: true;
  readonly metadataTokenRequired?: true;
  readonly uriFile?: string;
  readonly json?: true;
}

/** The variable that SDKs find the address of the credentials-URI protocol in (spec: domain 13.3). */
const URI_VARIABLE = 'ALIBABA_CLOUD_CREDENTIALS_URI';

/** More than anybody can try. */
const PATH_BYTES = 32;

/**
 * Serves the credentials of a session to the programs of this machine, until the process is told to stop.
 *
 * @returns the exit code
 * @throws Failure when it cannot begin
 */
export async function serveCredentials(options: ServeOptions, surroundings: Surroundings): Promise<number> {
  const { metadata, metadataTokenRequired: tokenRequired = false, uriFile } = options;
  if (metadata !== true && uriFile === undefined)
    misuse('say how programs ask: --metadata, --uri-file, or both');
  if (metadata !== true && tokenRequired) misuse('--metadata-token-required goes with --metadata');
  const at = readListenAddress(options.listen);
  const { source, endpoint, roleName } = readOrigin(options, surroundings);
  const tell = teller(options, surroundings);
  const renewal = new Renewal(
    signal => obtain(source, endpoint, signal),
    event => tell(eventFields(event), eventSentence(event)),
  );
  const stopped = surroundings.untilStopped().then(() => undefined);
  try {
    const first = await Promise.race([renewal.start(), stopped]);
    if (first === undefined) return EXIT.failure;
    const secretPath = `/credentials/${randomBytes(PATH_BYTES).toString('base64url')}`;
    const listener = await listen(at, {
      current: () => renewal.current(),
      ...(metadata === true ? { metadata: { roleName, tokens: createMetadataTokens(), tokenRequired } } : {}),
      ...(uriFile === undefined ? {} : { secretPath }),
    });
    try {
      const forget = uriFile === undefined ? undefined : leaveUri(uriFile, `${listener.origin}${secretPath}`);
      tellStart(tell, { origin: listener.origin, roleName, first, options });
      await stopped;
      forget?.();
    } finally {
      await listener.close();
    }
  } finally {
    renewal.stop();
  }
  tell({ event: 'stopped' }, 'Stopped.');
  return EXIT.ok;
}

/**
 * Reads where to listen. Only this machine's own addresses and the well-known one of instance metadata can be meant:
 * whoever reaches the listener gets credentials.
 */
function readListenAddress(text: string): ListenAddress {
  const url = URL.parse(`http://${text}`);
  const host = url?.hostname ?? '';
  if (url === null || url.host !== text.toLowerCase().replace(/:80$/, '')) {
    misuse(`${text} is no address to listen on. Write it as host:port`);
  }
  if (!isLoopback(host) && host !== METADATA_ADDRESS) {
    misuse(`others could reach ${host}: listen on a loopback address or ${METADATA_ADDRESS}`);
  }
  const bare = host.replaceAll(/[[\]]/g, '');
  return { host: isIPv6(bare) ? bare : host, port: url.port === '' ? 80 : Number(url.port) };
}

async function listen(at: ListenAddress, served: Served): Promise<LocalListener> {
  try {
    return await listenLocally(at, served);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const hints: Readonly<Record<string, string>> = {
      EADDRNOTAVAIL: `This machine does not have the address. As root: ip addr add ${at.host}/32 dev lo`,
      EACCES: 'Ports below 1024 need a right of their own, such as CAP_NET_BIND_SERVICE.',
      EADDRINUSE: 'Another program listens there.',
    };
    throw new Failure(`${at.host}:${at.port}: ${hints[String(error.code)] ?? error.message}`);
  }
}

/**
 * Leaves the secret address in a file that only its owner reads, as a shell and systemd read variables. Nowhere else does it
 * stand.
 *
 * @returns takes the file away again, unless another process has written it since
 */
function leaveUri(file: string, uri: string): () => void {
  const text = `${URI_VARIABLE}=${uri}\n`;
  try {
    writePrivateFile(file, text);
  } catch (error) {
    throw new Failure(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
  return () => {
    try {
      if (readFileSync(file, 'utf8') === text) rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  };
}

type Fields = Readonly<Record<string, string | undefined>>;
type Tell = (fields: Fields, sentence: string) => void;

/** Says what happens: sentences among the messages, or with `--json` a line of JSON each as what was asked for. */
function teller({ json }: ServeOptions, { out, err }: Surroundings): Tell {
  return (fields, sentence) => {
    if (json) out(`${JSON.stringify(fields)}\n`);
    else writeLines(err, [sentence]);
  };
}

interface Start {
  readonly origin: string;
  readonly roleName: string;
  readonly first: RoleCredentials;
  readonly options: ServeOptions;
}

function tellStart(tell: Tell, { origin, roleName, first, options: { metadata, uriFile } }: Start): void {
  const expiration = withoutFraction(first.expiration);
  const ways = [
    ...(metadata ? ['instance metadata'] : []),
    ...(uriFile === undefined ? [] : [`the credentials URI in ${uriFile}`]),
  ].join(' and ');
  tell(
    { event: 'listening', endpoint: origin, roleName, expiration, uriFile },
    `Serving credentials of the role ${roleName}, valid until ${expiration}, at ${origin}: ${ways}.`,
  );
}

function eventFields(event: RenewalEvent): Fields {
  if (event.kind === 'renewed') return { event: 'renewed', expiration: withoutFraction(event.expiration) };
  const { reason, validUntil, retryAt } = event;
  return {
    event: 'renewal-failed',
    reason,
    validUntil: validUntil && withoutFraction(validUntil),
    retryAt: withoutFraction(retryAt),
  };
}

function eventSentence(event: RenewalEvent): string {
  if (event.kind === 'renewed') return `Renewed: valid until ${withoutFraction(event.expiration)}.`;
  const { reason, validUntil, retryAt } = event;
  const state =
    validUntil === undefined
      ? 'Nothing valid is left: programs are answered with 503.'
      : `What is held goes on being served until ${withoutFraction(validUntil)}.`;
  return `Renewing failed: ${reason} ${state} Next attempt at ${withoutFraction(retryAt)}.`;
}
