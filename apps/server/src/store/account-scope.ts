import type { AccountId } from '../kernel/callers/identity.ts';
import type { RequestContext } from '../kernel/context.ts';
import type { Touched } from '../kernel/ledger.ts';
import type { ChangeKind, ChangeScope, Scope } from '../kernel/scope.ts';
import type { Session } from './session.ts';

/** The scope that rules are handed: one account, and a session that only the store can take out of it. */
export class AccountScope implements Scope {
  readonly accountId: AccountId;
  readonly context: RequestContext;
  readonly now: number;
  readonly #session: Session;
  #closed = false;

  constructor(context: RequestContext, session: Session) {
    this.accountId = context.accountId;
    this.context = context;
    this.now = context.now;
    this.#session = session;
  }

  /** Ends the scope: a rule that kept it can do nothing with it any more. */
  close(): void {
    this.#closed = true;
  }

  /**
   * The session behind a scope.
   *
   * @throws TypeError when the scope was not made here, or has ended
   */
  static sessionOf(scope: Scope): Session {
    if (!(scope instanceof AccountScope)) throw new TypeError('this scope was not made by the store');
    if (scope.#closed) throw new TypeError('this scope was used after its transaction had ended');
    return scope.#session;
  }
}

/** A scope under the account's lock; it gathers what the change touched. */
export class AccountChangeScope extends AccountScope implements ChangeScope {
  readonly #touched = new Map<string, Touched>();

  touch(kind: ChangeKind, id: string): void {
    this.#touched.set(`${kind} ${id}`, { kind, id });
  }

  /** What was touched, each thing once, in the order of its first mention. */
  get touched(): readonly Touched[] {
    return [...this.#touched.values()];
  }
}
