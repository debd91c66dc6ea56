/**
 * Runs the rules of areas on a real database, without the pipeline around them: parameters are validated, targets and
 * resources read, changes run under the account's lock, replies rendered. Every reply is held against the declared tree
 * and every refusal against the declared errors.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { productOperations } from '../src/areas/index.ts';
import { insertDefaultResourceGroup } from '../src/areas/resource-groups/index.ts';
import type { Caller } from '../src/kernel/callers/identity.ts';
import type { RequestContext } from '../src/kernel/context.ts';
import { DEFAULT_DOMAIN_SUFFIX } from '../src/kernel/context.ts';
import { ApiError } from '../src/kernel/errors.ts';
import type { JournalRow, Touched } from '../src/kernel/ledger.ts';
import { DEFAULT_LIMITS, type Limits } from '../src/kernel/limits.ts';
import type { Operation } from '../src/kernel/operation.ts';
import type { IdSource, Preparation, SealedPlace } from '../src/kernel/preparation.ts';
import type { WireObject } from '../src/kernel/response.ts';
import type { ChangeScope } from '../src/kernel/scope.ts';
import { isoSeconds } from '../src/kernel/time.ts';
import { validate } from '../src/pipeline/call/validate.ts';
import { passwordHashing } from '../src/sealing/index.ts';
import { openStore, type Store } from '../src/store/index.ts';
import { assertDeclared, assertShape } from './declaration-assertions.ts';
import { declaredParts } from './product-parts.ts';
import { type AccountDoors, type Product, TestAccount, type WireParameters } from './test-account.ts';

export type { TestAccount, WireParameters } from './test-account.ts';

/** A database in a folder of its own, a clock that only tests move, and every operation of the product. */
export class World implements AccountDoors {
  #now = Date.parse('2026-01-02T03:04:05Z');
  #accounts = 0;
  #sequence = 0;
  #interlude: () => Promise<unknown> = async () => {};
  readonly #store: Store;
  readonly #database: FreshDatabase;
  readonly #writer: number;
  readonly #limits: Limits;
  readonly #domainSuffix: string;
  readonly #sealed = new Map<string, { plain: string; place: SealedPlace }>();
  readonly #touched = new Map<string, readonly Touched[]>();
  readonly #ids = countingIds();
  readonly #passwords = passwordHashing({ atOnce: 4, waiting: 1000 }, { memoryCost: 64, timeCost: 1 });
  readonly #operations = productOperations({
    ...declaredParts,
    server: {
      version: '0.0.0-test',
      database: 'sqlite',
      countAccounts: () => this.#store.installation.countAccounts(),
    },
  });

  constructor(parts: {
    store: Store;
    database: FreshDatabase;
    writer: number;
    limits: Limits;
    domainSuffix: string;
  }) {
    this.#store = parts.store;
    this.#database = parts.database;
    this.#writer = parts.writer;
    this.#limits = parts.limits;
    this.#domainSuffix = parts.domainSuffix;
    this.#store
      .snapshots(sealed => this.sealedAs(sealed).plain)
      .onCommit(news => {
        if (news.touched !== 'unknown') this.#touched.set(news.accountId, news.touched);
      });
  }

  /** Makes an account with nothing in it but its default resource group. */
  async account(): Promise<TestAccount> {
    this.#accounts += 1;
    const accountId = `1${String(this.#accounts).padStart(15, '0')}`;
    const account = new TestAccount(this, accountId);
    await this.#store.installation.change(change =>
      change.createAccount(this.#context(account.root), insertDefaultResourceGroup),
    );
    return account;
  }

  /** Moves the clock. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Lets something happen once, when the next call is prepared and before its rule runs. */
  beforeNextRun(interlude: () => Promise<unknown>): void {
    this.#interlude = interlude;
  }

  /** The time as replies write it. */
  isoNow(): string {
    return isoSeconds(this.#now);
  }

  /** What was sealed under a text that the database holds. */
  sealedAs(sealed: string): { readonly plain: string; readonly place: SealedPlace } {
    const found = this.#sealed.get(sealed);
    if (found === undefined) throw new Error(`${sealed} was never sealed`);
    return found;
  }

  /** What the last change of an account wrote into its feed. */
  touchedIn(accountId: string): readonly Touched[] {
    return this.#touched.get(accountId) ?? [];
  }

  /** Runs an operation and gives its reply. */
  async call(
    product: Product,
    name: string,
    parameters: WireParameters,
    caller: Caller,
  ): Promise<WireObject> {
    const operation = this.#operation(product, name);
    try {
      const reply = await this.#run(operation, parameters, this.#context(caller));
      assertShape(operation.response, reply, name);
      return reply;
    } catch (error) {
      if (error instanceof ApiError) assertDeclared(operation, error);
      throw error;
    }
  }

  /** What a call would be authorized on. */
  async resources(
    product: Product,
    name: string,
    parameters: WireParameters,
    caller: Caller,
  ): Promise<string[]> {
    const operation = this.#operation(product, name);
    const command = validate(operation.parameters, new Map(Object.entries(parameters)));
    const context = this.#context(caller);
    const target = await this.#store.ledger.read(context, scope => operation.target?.(scope, command));
    if (operation.authorization.kind !== 'policy') throw new Error(`${name} needs no authorization`);
    return operation.authorization
      .resources(command, target, context)
      .map(resource => (resource.owner === undefined ? '' : `${resource.owner}:`) + resource.relativeId);
  }

  /** Runs statements of a test as a change of the account. */
  change<Result>(caller: Caller, run: (scope: ChangeScope) => Promise<Result>): Promise<Result> {
    const context = this.#context(caller);
    return this.#store.ledger.change({
      context,
      decidedOn: 0,
      decideAgain: async () => {},
      run,
      entry: () => ({ row: this.#journalRow(context) }),
    });
  }

  /** Writes down that a key was used. */
  async use(caller: Caller, accessKeyId: string, serviceName: string): Promise<void> {
    const context = this.#context(caller);
    const { accountId, now: at } = context;
    const use = { accountId, accessKeyId, at, serviceName };
    await this.#store.ledger.record({ row: this.#journalRow(context), use });
  }

  async close(): Promise<void> {
    await this.#store.close();
    await this.#database.remove();
  }

  #operation(product: Product, name: string): Operation {
    const found = this.#operations.filter(each => each.api.product === product && each.name === name);
    const [operation] = found;
    if (found.length !== 1 || operation === undefined || operation.effect === 'anonymous') {
      throw new Error(`there are ${found.length} operations ${product} ${name} for callers with a key`);
    }
    return operation;
  }

  async #run(operation: Operation, parameters: WireParameters, context: RequestContext): Promise<WireObject> {
    const command = validate(operation.parameters, new Map(Object.entries(parameters)));
    await this.#store.ledger.read(context, scope => operation.target?.(scope, command));
    const prepared = await operation.prepare?.(this.#preparation(context), command, context);
    const interlude = this.#interlude;
    this.#interlude = async () => {};
    await interlude();
    const result =
      operation.effect === 'read'
        ? await this.#store.ledger.read(context, scope => operation.run(scope, command, prepared))
        : await this.change(context.caller, async scope => operation.run(scope, command, prepared));
    return operation.render(result, { prepared, context });
  }

  #context(caller: Caller): RequestContext {
    return {
      requestId: 'AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE',
      now: this.#now,
      caller,
      accountId: caller.accountId,
      connection: { sourceIp: '127.0.0.1', secureTransport: false, host: 'localhost', userAgent: 'test' },
      limits: this.#limits,
      domainSuffix: this.#domainSuffix,
    };
  }

  #preparation(context: RequestContext): Preparation {
    const { ledger, attempts } = this.#store;
    return {
      now: this.#now,
      ids: this.#ids,
      passwords: this.#passwords,
      attempts: attempts.of(context.accountId, context.now),
      read: async run => ledger.read(context, run),
      seal: (plain, place) => {
        const sealed = `sealed-${this.#sealed.size + 1}`;
        this.#sealed.set(sealed, { plain, place });
        return sealed;
      },
      open: (sealed, place) => {
        const { plain, place: sealedFor } = this.sealedAs(sealed);
        if (JSON.stringify(sealedFor) !== JSON.stringify(place)) throw new Error(`${sealed} was moved`);
        return plain;
      },
    };
  }

  #journalRow({ accountId, now }: RequestContext): JournalRow {
    this.#sequence += 1;
    return {
      writer: this.#writer,
      sequence: this.#sequence,
      accountId,
      at: now,
      record: '{}',
      mac: 'mac',
    };
  }
}

/** A database that nobody else uses. */
interface FreshDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

/** On which of the databases the rules run: each file of an area's tests is run on both (vitest.config.ts). */
async function freshDatabase(): Promise<FreshDatabase> {
  if (inject('database') === 'postgresql') {
    const { makePostgresDatabase } = await import('./store/postgres-database.ts');
    return makePostgresDatabase();
  }
  const folder = await mkdtemp(join(tmpdir(), 'wardenry-areas-'));
  return {
    url: `sqlite:${join(folder, 'state.db')}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Opens a world on a fresh database. */
export async function openWorld(
  options: { readonly limits?: Partial<Limits>; readonly domainSuffix?: string } = {},
): Promise<World> {
  const database = await freshDatabase();
  const fail = (error: unknown) => {
    throw error;
  };
  const store = await openStore({
    url: database.url,
    node: 'test',
    onSyncFailure: fail,
    onWarning: (_message, error) => fail(error),
  });
  const writer = await store.installation.allocateWriter('test');
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const { domainSuffix = DEFAULT_DOMAIN_SUFFIX } = options;
  return new World({ store, database, writer, limits, domainSuffix });
}

/** The code that a call is refused with; fails the test when it is not, or when the refusal is no answer to a caller. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiError) return error.code;
    throw error;
  }
  throw new Error('the call was not refused');
}

/** Ids that count up, and so come in the order in which they were drawn. */
function countingIds(): IdSource {
  let drawn = 0;
  const next = (prefix: string, length: number) => {
    drawn += 1;
    return prefix + String(drawn).padStart(length - prefix.length, '0');
  };
  return {
    userId: () => next('200', 18),
    groupId: () => next('300', 18),
    roleId: () => next('400', 18),
    resourceGroupId: () => next('rg-a', 18),
    uuid: () => next('00000000-0000-4000-8000-', 36),
    gatewayTokenId: () => next('gwt-', 24),
    applicationId: () => next('500', 18),
    applicationSecretId: () => next('aps-', 24),
    samlProviderId: () => next('saml-', 25),
    oidcProviderId: () => next('oidc-', 25),
    serviceCredentialId: () => next('svc-', 24),
    accessKeyId: () => next('LTAI', 24),
    accessKeySecret: () => next('secret', 30),
    mfaSeed: () => next('SEED', 64).replace(/[0189]/g, digit => 'ABIJ'.charAt('0189'.indexOf(digit))),
  };
}
