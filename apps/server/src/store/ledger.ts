import type { AccountId } from '../kernel/callers/identity.ts';
import type { RequestContext } from '../kernel/context.ts';
import type { AccountNews, ChangeRequest, Ledger, LedgerEntry } from '../kernel/ledger.ts';
import type { Scope } from '../kernel/scope.ts';
import type { Soon } from '../kernel/soon.ts';
import { AccountChangeScope, AccountScope } from './account-scope.ts';
import type { Engine, Transaction } from './engine.ts';
import { appendToFeed, touchedBetween } from './feed.ts';
import { KeyUses } from './key-uses.ts';
import type { Nonces } from './nonces/nonces.ts';
import type { Session } from './session.ts';

/** A change as it was committed. */
interface Applied<Result> {
  readonly result: Result;
  readonly news: AccountNews;
}

interface LedgerParts {
  readonly engine: Engine;
  readonly nonces: Nonces;
  readonly clock: () => number;
  /** Told of every commit before its caller is. */
  announce(news: AccountNews): void;
}

/** The ledger over either database: the rules of reading, changing and recording, without their SQL dialects. */
export class StoreLedger implements Ledger {
  readonly #parts: LedgerParts;
  readonly #uses = new KeyUses();

  constructor(parts: LedgerParts) {
    this.#parts = parts;
  }

  read<Result>(context: RequestContext, run: (scope: Scope) => Soon<Result>): Soon<Result> {
    return within(new AccountScope(context, this.#parts.engine.reader), run);
  }

  async change<Result>(request: ChangeRequest<Result>): Promise<Result> {
    const admit = this.#admittingOnce();
    const { result } = await this.#parts.engine.transaction(
      transaction => this.#apply(transaction, request, admit),
      {
        queue: request.context.accountId,
        committed: applied => this.#parts.announce(applied.news),
      },
    );
    return result;
  }

  async record(entry: LedgerEntry): Promise<void> {
    await this.#parts.engine.record(this.#admit(entry));
  }

  async #apply<Result>(
    transaction: Transaction,
    request: ChangeRequest<Result>,
    admit: (entry: LedgerEntry) => LedgerEntry,
  ): Promise<Applied<Result>> {
    const { accountId } = request.context;
    const revision = await raiseRevision(transaction, accountId);
    if (revision !== request.decidedOn + 1) await decideAgain(transaction, request, revision - 1);
    const scope = new AccountChangeScope(request.context, transaction);
    const result = await within(scope, rule => request.run(rule));
    const news = { accountId, since: revision - 1, revision, touched: scope.touched };
    await appendToFeed(transaction, news, this.#parts.clock());
    await transaction.store(admit(request.entry(result)));
    return { result, news };
  }

  /**
   * Claims an entry's nonce and leaves out a key use that is not due.
   *
   * @throws NonceClaimed, NonceStoreFull
   */
  #admit(entry: LedgerEntry): LedgerEntry {
    const { use, ...rest } = entry;
    if (rest.nonce !== undefined) this.#parts.nonces.claim(rest.nonce);
    return use === undefined || this.#uses.isDue(use) ? entry : rest;
  }

  /** The same for a transaction, which keeps its claim when it runs again and makes its entry anew. */
  #admittingOnce(): (entry: LedgerEntry) => LedgerEntry {
    let admitted: LedgerEntry | undefined;
    return entry => {
      if (admitted === undefined) admitted = this.#admit(entry);
      const { use, ...rest } = entry;
      return use === undefined || admitted.use === undefined ? rest : entry;
    };
  }
}

/** Raises the revision, which takes the account's lock until the transaction ends. */
async function raiseRevision(session: Session, accountId: AccountId): Promise<number> {
  const [account] = await session.query<{ readonly revision: number }>(
    'update accounts set revision = revision + 1 where account_id = $1 returning revision',
    [accountId],
  );
  if (account === undefined) throw new Error(`there is no account ${accountId} to change`);
  return account.revision;
}

async function decideAgain<Result>(
  session: Session,
  request: ChangeRequest<Result>,
  current: number,
): Promise<void> {
  const { context, decidedOn } = request;
  const touched = await touchedBetween(session, context.accountId, decidedOn, current);
  await within(new AccountScope(context, session), scope => request.decideAgain(scope, touched));
}

/** Runs a rule in its scope and ends the scope with it. */
function within<AnyScope extends AccountScope, Result>(
  scope: AnyScope,
  run: (scope: AnyScope) => Soon<Result>,
): Soon<Result> {
  let result: Soon<Result> | undefined;
  try {
    result = run(scope);
  } finally {
    if (!(result instanceof Promise)) scope.close();
  }
  return result instanceof Promise ? result.finally(() => scope.close()) : result;
}
