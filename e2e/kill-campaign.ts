/**
 * Crash safety: writers keep a ledger of what the server acknowledged while the server is killed at random moments; after
 * each restart everything acknowledged must be there, and nothing half of which is missing.
 */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { type Address, Refusal, type Signer } from './doors/door.ts';
import { acs3Door } from './doors/raw-http.ts';
import { type ServerProcess, startServer } from './server-process.ts';

export interface CampaignOptions {
  readonly kills: number;
  /** Decides the moments of the kills. */
  readonly seed: number;
  readonly env?: Readonly<Record<string, string>>;
}

export interface CampaignOutcome {
  readonly seed: number;
  readonly kills: number;
  /** Kills that hit while at least one request was under way. */
  readonly killsUnderLoad: number;
  readonly acknowledgedWrites: number;
  /** Requests whose fate the client never learned. */
  readonly unknown: number;
  /** Acknowledged, and not there after the restart. */
  readonly lost: readonly string[];
  /** There, with a part missing. */
  readonly halfApplied: readonly string[];
}

const WRITERS = 4;
const LONGEST_LIFE = 400;
const door = acs3Door('query', 'ACS3-HMAC-SHA256');

/** One user on its way: what of it was acknowledged so far. */
interface Expected {
  readonly name: string;
  user: boolean;
  member: boolean;
  attached: boolean;
  accessKeyId: string | undefined;
}

export async function killCampaign(options: CampaignOptions): Promise<CampaignOutcome> {
  const random = randomNumbers(options.seed);
  const lost: string[] = [];
  const halfApplied: string[] = [];
  let acknowledgedWrites = 0;
  let unknown = 0;
  let killsUnderLoad = 0;
  const acknowledgedRequests: string[] = [];
  let server = await startServer(options.env === undefined ? {} : { env: options.env });
  try {
    await prepare(server);
    for (let kill = 0; kill < options.kills; kill += 1) {
      const load = new Load(server, `k${kill}`);
      await pause(random() * LONGEST_LIFE);
      if (load.underWay > 0) killsUnderLoad += 1;
      await server.stop('SIGKILL');
      await load.finished();
      acknowledgedRequests.push(...load.requestIds);
      server = await startServer({
        dataDir: server.dataDir,
        ...(options.env === undefined ? {} : { env: options.env }),
      });
      acknowledgedWrites += load.acknowledged;
      unknown += load.unknown;
      const found = await compare(server, load.expected);
      lost.push(...found.lost);
      halfApplied.push(...found.halfApplied);
    }
    halfApplied.push(...unrecorded(server, acknowledgedRequests));
  } finally {
    await server.remove();
  }
  return {
    seed: options.seed,
    kills: options.kills,
    killsUnderLoad,
    acknowledgedWrites,
    unknown,
    lost,
    halfApplied,
  };
}

async function prepare(server: ServerProcess): Promise<void> {
  const call = caller(server, server.credentials);
  await call('CreateGroup', { GroupName: 'everybody' });
  const statement = { Effect: 'Allow', Action: 'ram:GetUser', Resource: '*' };
  await call('CreatePolicy', {
    PolicyName: 'see-users',
    PolicyDocument: JSON.stringify({ Version: '1', Statement: [statement] }),
  });
}

function caller(server: ServerProcess, signer: Signer) {
  const address: Address = { protocol: 'http', host: server.host };
  return (action: string, parameters: Record<string, string>) =>
    door.call(address, signer, 'Ram', action, parameters);
}

/** Writers that create users with membership, policy and key until the server dies under them. */
class Load {
  readonly expected: Expected[] = [];
  acknowledged = 0;
  unknown = 0;
  underWay = 0;
  readonly requestIds: string[] = [];
  readonly #writers: Promise<void>[];
  readonly #call: ReturnType<typeof caller>;

  constructor(server: ServerProcess, label: string) {
    this.#call = caller(server, server.credentials);
    this.#writers = Array.from({ length: WRITERS }, (_, writer) => this.#write(`${label}-${writer}`));
  }

  async finished(): Promise<void> {
    await Promise.all(this.#writers);
  }

  async #write(label: string): Promise<void> {
    for (let i = 0; ; i += 1) {
      const user: Expected = {
        name: `${label}-${i}`,
        user: false,
        member: false,
        attached: false,
        accessKeyId: undefined,
      };
      this.expected.push(user);
      if ((await this.#acknowledged('CreateUser', { UserName: user.name })) === undefined) return;
      user.user = true;
      const membership = { UserName: user.name, GroupName: 'everybody' };
      if ((await this.#acknowledged('AddUserToGroup', membership)) === undefined) return;
      user.member = true;
      const attachment = { UserName: user.name, PolicyName: 'see-users', PolicyType: 'Custom' };
      if ((await this.#acknowledged('AttachPolicyToUser', attachment)) === undefined) return;
      user.attached = true;
      const key = await this.#acknowledged('CreateAccessKey', { UserName: user.name });
      if (key === undefined) return;
      user.accessKeyId = (key.AccessKey as { AccessKeyId: string }).AccessKeyId;
    }
  }

  /** undefined when the server died before it answered. */
  async #acknowledged(action: string, parameters: Record<string, string>) {
    this.underWay += 1;
    try {
      const reply = await this.#call(action, parameters);
      this.acknowledged += 1;
      this.requestIds.push(String(reply.RequestId));
      return reply;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      this.unknown += 1;
      return undefined;
    } finally {
      this.underWay -= 1;
    }
  }
}

/** Changes that were acknowledged and whose journal row, which commits with them, is not there. */
function unrecorded(server: ServerProcess, requestIds: readonly string[]): string[] {
  const database = new Database(join(server.dataDir, 'wardenry.db'), { readonly: true });
  try {
    const rows = database.prepare('select record from journal').all() as { record: string }[];
    const recorded = new Set(rows.map(row => (JSON.parse(row.record) as { requestId: string }).requestId));
    return requestIds.filter(id => !recorded.has(id)).map(id => `change without its journal row: ${id}`);
  } finally {
    database.close();
  }
}

async function compare(server: ServerProcess, expected: readonly Expected[]) {
  const call = caller(server, server.credentials);
  const lost: string[] = [];
  const halfApplied: string[] = [];
  for (const user of expected) {
    const found = await call('GetUser', { UserName: user.name }).catch(error => {
      if (error instanceof Refusal && error.code === 'EntityNotExist.User') return undefined;
      throw error;
    });
    if (found === undefined) {
      if (user.user) lost.push(`user ${user.name}`);
      continue;
    }
    const names = { UserName: user.name };
    const groups = (await call('ListGroupsForUser', names)).Groups as { Group: { GroupName: string }[] };
    const policies = (await call('ListPoliciesForUser', names)).Policies as {
      Policy: { PolicyName: string }[];
    };
    const keys = (await call('ListAccessKeys', names)).AccessKeys as { AccessKey: { AccessKeyId: string }[] };
    const member = groups.Group.some(group => group.GroupName === 'everybody');
    const attached = policies.Policy.some(policy => policy.PolicyName === 'see-users');
    const ids = keys.AccessKey.map(key => key.AccessKeyId);
    if (user.member && !member) lost.push(`membership of ${user.name}`);
    if (user.attached && !attached) lost.push(`attachment of ${user.name}`);
    if (user.accessKeyId !== undefined && !ids.includes(user.accessKeyId)) lost.push(`key of ${user.name}`);
    // Each step began only after the one before it was acknowledged: a later one without an earlier one was torn.
    if (attached && !member) halfApplied.push(`attachment without membership: ${user.name}`);
    if (ids.length > 0 && !attached) halfApplied.push(`key without attachment: ${user.name}`);
    if (ids.length > 1) halfApplied.push(`two keys: ${user.name}`);
  }
  return { lost, halfApplied };
}

/** A small generator (mulberry32), so that a campaign can be repeated. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
