/** A shop of the operator's own in front of which the guard stands, with a customer and the service's own key. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { typeScriptFlags } from '../tools/bootstrap/node.mjs';
import type { Address, Door, Product, Signer } from './doors/door.ts';
import { acs3Door } from './doors/raw-http.ts';
import { freePorts, type ServerProcess } from './server-process.ts';

const door: Door = acs3Door('query', 'ACS3-HMAC-SHA256');

/** Keys of a shop's people and programs. */
export interface Shop {
  readonly accountId: string;
  /** The service: may have requests verified. */
  readonly service: Signer;
  /** May read order 17 from this machine, and create orders. */
  readonly alice: Signer;
  /** Exists, and may do nothing. */
  readonly mallory: Signer;
  /** Calls an operation as the account's administrator. */
  call(product: Product, action: string, parameters: Readonly<Record<string, string>>): Promise<unknown>;
}

/** Makes the people of a shop on a server. */
export async function openShop({ host, credentials }: ServerProcess): Promise<Shop> {
  const address: Address = { protocol: 'http', host };
  const { accountId } = credentials;
  const call: Shop['call'] = (product, action, parameters) =>
    door.call(address, credentials, product, action, parameters);

  async function person(name: string, statements: readonly object[]): Promise<Signer> {
    await call('Ram', 'CreateUser', { UserName: name });
    if (statements.length > 0) {
      const document = JSON.stringify({ Version: '1', Statement: statements });
      await call('Ram', 'CreatePolicy', { PolicyName: name, PolicyDocument: document });
      await call('Ram', 'AttachPolicyToUser', { PolicyType: 'Custom', PolicyName: name, UserName: name });
    }
    const reply = (await call('Ram', 'CreateAccessKey', { UserName: name })) as {
      AccessKey: Record<string, string>;
    };
    const { AccessKeyId: accessKeyId = '', AccessKeySecret: accessKeySecret = '' } = reply.AccessKey;
    return { accessKeyId, accessKeySecret };
  }

  const order = (id: string) => `acs:shop:*:${accountId}:order/${id}`;
  return {
    accountId,
    call,
    service: await person('shop', [{ Effect: 'Allow', Action: 'wardenry:VerifyRequest', Resource: '*' }]),
    alice: await person('alice', [
      {
        Effect: 'Allow',
        Action: 'shop:GetOrder',
        Resource: order('17'),
        Condition: { IpAddress: { 'acs:SourceIp': '127.0.0.1' }, Bool: { 'acs:SecureTransport': 'false' } },
      },
      { Effect: 'Allow', Action: 'shop:CreateOrder', Resource: order('*') },
    ]),
    mallory: await person('mallory', []),
  };
}

/** A program that serves. */
export interface RunningService {
  /** `127.0.0.1:port` */
  readonly host: string;
  /** Everything that it has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/**
 * Starts an example as its reader would, and waits until it listens.
 *
 * @param file from the root
 * @param wardenry `127.0.0.1:port` of the server
 * @throws Error with everything that it printed, when it ends before
 */
export async function startExample(file: string, wardenry: string, shop: Shop): Promise<RunningService> {
  const [port = 0] = await freePorts(1);
  const child = spawn(
    process.execPath,
    [...typeScriptFlags(process.versions.node), '--conditions=source', file],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        WARDENRY_ENDPOINT: `http://${wardenry}`,
        WARDENRY_ACCESS_KEY_ID: shop.service.accessKeyId,
        WARDENRY_ACCESS_KEY_SECRET: shop.service.accessKeySecret,
        WARDENRY_ACCOUNT_ID: shop.accountId,
      },
    },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', chunk => {
      printed += chunk;
    });
  }
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill();
    await exited;
  };
  try {
    await listening(child, `http://127.0.0.1:${port}/health`, () => printed);
  } catch (error) {
    await stop();
    throw error;
  }
  return { host: `127.0.0.1:${port}`, output: () => printed, stop };
}

async function listening(child: ChildProcess, url: string, printed: () => string): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the example ended with ${child.exitCode}:\n${printed()}`);
    if (
      await fetch(url).then(
        answer => answer.ok,
        () => false,
      )
    )
      return;
    if (Date.now() > deadline) throw new Error(`the example does not listen:\n${printed()}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
