/** A real server in a process of its own, on a folder and ports of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverProgram } from '../tools/bootstrap/places.mjs';

/** util-linux; execs its command, so that the pid is the server's. */
const TASKSET = '/usr/bin/taskset';

/** What the first start hands out (WARDENRY_BOOTSTRAP_FILE). */
export interface BootstrapCredentials {
  readonly accountId: string;
  readonly endpoint: string;
  readonly tlsEndpoint: string;
  readonly tlsCaFile: string;
  readonly consoleUrl: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly adminLogonName: string;
  readonly adminPassword: string;
  readonly rootLogonName: string;
  readonly rootPassword: string;
}

export interface ServerOptions {
  /** Folder to run on; a fresh one that is removed at the end when left out. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Of a node that joins others: theirs, since only one of them hands any out. */
  readonly credentials?: BootstrapCredentials;
  /** Another program than the one that npm start runs, for controls of tests. */
  readonly program?: string;
  /** Arguments of node before the program. */
  readonly nodeArguments?: readonly string[];
  /** Keeps the server on core 0 where the system can, for measurements. */
  readonly pinned?: boolean;
  /** A program, with its arguments, that runs the server as itself, such as a tracer that detaches. */
  readonly runner?: readonly string[];
}

export interface ServerProcess {
  readonly process: ChildProcess;
  readonly dataDir: string;
  /** `127.0.0.1:port`, plain HTTP. */
  readonly host: string;
  /** `127.0.0.1:port`, TLS. */
  readonly tlsHost: string;
  /** `127.0.0.1:port`, metrics. */
  readonly adminHost: string;
  readonly credentials: BootstrapCredentials;
  /** Everything that the process has printed so far. */
  output(): string;
  /** Ends the process and returns its exit code; null when a signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Ends the process and removes what it left. */
  remove(): Promise<void>;
}

/** Ports that were free a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports: number[] = [];
  for (const server of servers) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port was given');
    ports.push(address.port);
  }
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))));
  return ports;
}

/**
 * Starts a server and waits until it is ready.
 *
 * @throws Error with everything that the process printed, when it ends before it is ready
 */
export async function startServer(options: ServerOptions = {}): Promise<ServerProcess> {
  const folder = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'wardenry-')));
  const [port = 0, tlsPort = 0, adminPort = 0] = await freePorts(3);
  const bootstrapFile = join(folder, 'bootstrap.json');
  const command = [process.execPath, ...(options.nodeArguments ?? []), options.program ?? serverProgram];
  const pinning = options.pinned === true && existsSync(TASKSET) ? [TASKSET, '-c', '0'] : [];
  const [file = '', ...args] = [...pinning, ...(options.runner ?? []), ...command];
  const child = spawn(file, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      WARDENRY_LISTEN: `127.0.0.1:${port}`,
      WARDENRY_TLS_LISTEN: `127.0.0.1:${tlsPort}`,
      WARDENRY_ADMIN_LISTEN: `127.0.0.1:${adminPort}`,
      WARDENRY_DATA_DIR: folder,
      WARDENRY_BOOTSTRAP_FILE: bootstrapFile,
      ...options.env,
    },
  });
  let printed = '';
  child.stdout?.on('data', chunk => {
    printed += chunk;
  });
  child.stderr?.on('data', chunk => {
    printed += chunk;
  });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return exited;
  };
  const remove = async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ready(`http://127.0.0.1:${port}/readyz`, exited, () => printed);
    return {
      process: child,
      dataDir: folder,
      host: `127.0.0.1:${port}`,
      tlsHost: `127.0.0.1:${tlsPort}`,
      adminHost: `127.0.0.1:${adminPort}`,
      credentials: options.credentials ?? (await credentialsIn(bootstrapFile)),
      output: () => printed,
      stop,
      remove,
    };
  } catch (error) {
    await stop('SIGKILL');
    if (options.dataDir === undefined) await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function credentialsIn(file: string): Promise<BootstrapCredentials> {
  return JSON.parse(await readFile(file, 'utf8')) as BootstrapCredentials;
}

async function ready(url: string, exited: Promise<number | null>, printed: () => string): Promise<void> {
  let ended: { readonly code: number | null } | undefined;
  void exited.then(code => {
    ended = { code };
  });
  const deadline = Date.now() + 30_000;
  for (;;) {
    if (ended !== undefined) throw new Error(`the server ended with ${ended.code}:\n${printed()}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok === true) return;
    if (Date.now() > deadline) throw new Error(`the server is not ready:\n${printed()}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
