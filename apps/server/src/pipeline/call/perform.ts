/** The steps behind authentication: validate, target, authorize, prepare, run, write down, render. */
import type { CompiledTrust } from '@wardenry/policy';
import type { JournalWriter } from '../../journal/writer.ts';
import type { Caller, KeyCaller } from '../../kernel/callers/identity.ts';
import type { RequestContext } from '../../kernel/context.ts';
import type { DiagnosisSeal } from '../../kernel/diagnosis.ts';
import { apiError, type ErrorKind } from '../../kernel/errors.ts';
import type { JournalRow, Ledger, LedgerEntry, Touched } from '../../kernel/ledger.ts';
import type { Limits } from '../../kernel/limits.ts';
import type { Operation, ResourceTags } from '../../kernel/operation.ts';
import type { Command, Parameters } from '../../kernel/parameters.ts';
import type { Preparation } from '../../kernel/preparation.ts';
import type { WireObject } from '../../kernel/response.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Soon } from '../../kernel/soon.ts';
import type { AnonymousFlow } from '../caller/anonymous-flow.ts';
import type { Authenticated } from '../caller/authenticate.ts';
import type { DecisionBudget } from '../caller/decision-budget.ts';
import type { Clock } from '../caller/freshness.ts';
import type { KeyPrincipal, Principal } from '../caller/principal.ts';
import type { Principals } from '../caller/principals.ts';
import { gatewayErrors, missing } from '../errors.ts';
import { type Exchange, recordOf, rowElsewhereOf, scopeOf } from '../exchange.ts';
import { arnOf, authorize, type ReadTags } from './authorize.ts';
import { validate } from './validate.ts';

/** What the steps need from the rest of the house. */
export interface PerformOptions {
  readonly ledger: Ledger;
  readonly principals: Principals;
  readonly journal: JournalWriter;
  readonly limits: Limits;
  readonly domainSuffix: string;
  readonly clock: Clock;
  readonly decisions: DecisionBudget;
  readonly anonymous: AnonymousFlow;
  readonly diagnoses: DiagnosisSeal;
  readonly resourceTags: ResourceTags;
  preparationFor(context: RequestContext): Preparation;
}

/** The caller was given another name between the decision and the lock: what was decided and prepared is about nobody. */
class CallerRenamed extends Error {
  override readonly name = 'CallerRenamed';
  readonly principal: KeyPrincipal;

  constructor(principal: KeyPrincipal) {
    super('the caller has another name by now');
    this.principal = principal;
  }
}

/** One authorized call on its way. */
interface Call {
  readonly operation: Operation;
  readonly command: Command<Parameters>;
  readonly context: RequestContext;
  readonly principal: Principal;
}

interface DecidedCall extends Call {
  /** Whether the decision rests on tags of resources, of which the feed does not say whose they were. */
  readonly restsOnTags: boolean;
}

/**
 * Runs an operation for an authenticated caller.
 *
 * @returns the members of the reply; what they tell is durable
 * @throws ApiError, NonceClaimed, StorageUnavailable
 */
export async function perform(
  options: PerformOptions,
  exchange: Exchange,
  operation: Operation,
): Promise<WireObject> {
  const command = validate(operation.parameters, exchange.parameters, exchange.nested);
  if (outlivesLease(operation)) await confirmCaller(options, exchange, operation, command);
  const { authenticated } = exchange;
  // An operation that is not anonymous is never reached without a caller.
  if (authenticated === undefined) throw missing('AccessKeyId');
  const { principal } = authenticated;
  const context = contextOf(options, exchange, principal.caller);
  const call: Call = { operation, command, context, principal };
  const target = operation.target === undefined ? undefined : await targetOf(options, call);
  const decided = authorizeCall(options, exchange, call, target, resource =>
    options.ledger.read(context, scope => options.resourceTags(scope, resource)),
  );
  const restsOnTags = typeof decided === 'boolean' ? decided : await decided;
  if (operation.effect === 'read') return read(options, exchange, call, authenticated);
  const decidedOn = options.principals.revisionOf(principal);
  try {
    return await change(options, exchange, { ...call, restsOnTags }, authenticated, decidedOn);
  } catch (error) {
    if (!(error instanceof CallerRenamed)) throw error;
    exchange.authenticated = { ...authenticated, principal: error.principal };
    return perform(options, exchange, operation);
  }
}

/** Whether what is decided outlives the lease that it is decided under: a session is used for hours. */
function outlivesLease({ authorization }: Operation): boolean {
  return authorization.kind === 'policy' && authorization.trust !== undefined;
}

/**
 * Makes the caller, and whatever is found in the accounts that the call is about, what they are on all nodes at this moment,
 * so that nothing is given out on what another node has taken away.
 *
 * @throws ApiError when the caller is none any more; StorageUnavailable
 */
async function confirmCaller(
  options: PerformOptions,
  exchange: Exchange,
  { authorization }: Operation,
  command: Command<Parameters>,
): Promise<void> {
  const { authenticated } = exchange;
  if (authenticated === undefined || !signs(authenticated.principal)) return;
  const context = contextOf(options, exchange, authenticated.principal.caller);
  const resources =
    authorization.kind === 'policy' ? authorization.resources(command, undefined, context) : [];
  const owners = resources.map(({ owner }) => owner ?? context.accountId);
  const principal = await options.principals.confirmed(authenticated.principal, owners);
  if (principal === undefined) throw apiError(goneAs(authenticated.principal));
  if (!principal.active) throw apiError(gatewayErrors.accessKeyInactive);
  exchange.authenticated = { ...authenticated, principal };
}

/** What a call carries from here on. */
export function contextOf(
  { limits, domainSuffix }: PerformOptions,
  { requestId, now, connection }: Exchange,
  caller: Caller,
): RequestContext {
  return { requestId, now, caller, accountId: caller.accountId, connection, limits, domainSuffix };
}

async function read(
  options: PerformOptions,
  exchange: Exchange,
  call: Call,
  authenticated: Authenticated,
): Promise<WireObject> {
  const { operation, command, context } = call;
  const found = options.ledger.read(context, scope => operation.run(scope, command, undefined));
  const result = found instanceof Promise ? await found : found;
  const members = operation.render(result, { prepared: undefined, context });
  exchange.decisions = operation.decisions?.(result);
  exchange.issued = operation.issued?.(result);
  await options.ledger.record(readEntryOf(options, exchange, call, authenticated));
  return members;
}

async function change(
  options: PerformOptions,
  exchange: Exchange,
  call: DecidedCall,
  authenticated: Authenticated,
  decidedOn: number,
): Promise<WireObject> {
  const { operation, command, context } = call;
  const prepared = await operation.prepare?.(options.preparationFor(context), command, context);
  const result = await options.ledger.change({
    context,
    decidedOn,
    decideAgain: (scope, touched) => decideAgain(options, exchange, call, scope, touched),
    run: async scope => operation.run(scope, command, prepared),
    entry: () => entryOf(options, exchange, authenticated),
  });
  return operation.render(result, { prepared, context });
}

function targetOf(options: PerformOptions, call: Call): Soon<unknown> {
  const { operation, command, context } = call;
  return options.ledger.read(context, scope => operation.target?.(scope, command));
}

/** Authorizes a call; the ARNs it is about are noted first, so that a refusal is recorded with them. */
function authorizeCall(
  { diagnoses }: PerformOptions,
  exchange: Exchange,
  { operation, command, context, principal }: Call,
  target: unknown,
  tagsOf: ReadTags,
): Soon<boolean> {
  const { authorization } = operation;
  if (authorization.kind === 'any-caller') return false;
  const resources = authorization.resources(command, target, context);
  if (resources.length === 0) throw new TypeError(`${operation.name} names no resource to be authorized on`);
  exchange.resources = resources.map(resource => arnOf(operation, resource, context.accountId));
  const selfService = context.caller.kind === 'user' && authorization.selfService?.(target, context) === true;
  const given = authorization.conditions?.(command, target);
  const asked = { principal, operation, context, resources, given, selfService };
  const trust = authorization.trust?.(command, context);
  const decide = (each: CompiledTrust | undefined) => {
    exchange.concerns = authorization.concerns?.(context);
    return authorize({ ...asked, trust: each }, tagsOf, diagnoses);
  };
  return trust instanceof Promise ? trust.then(decide) : decide(trust);
}

/**
 * The account moved on between the decision and the lock: decides again on what stands in the transaction, unless
 * nothing of what the first decision stood on was touched.
 */
async function decideAgain(
  options: PerformOptions,
  exchange: Exchange,
  call: DecidedCall,
  scope: Scope,
  touched: readonly Touched[] | 'unknown',
): Promise<void> {
  const { operation, command, principal } = call;
  const looksAtMore = operation.target !== undefined || call.restsOnTags;
  if (touched !== 'unknown' && !looksAtMore && !dependsOnAny(principal, touched)) return;
  if (!signs(principal)) throw new TypeError(`a ${principal.caller.kind} caller changes nothing`);
  const snapshot = await options.principals.within(scope, principal);
  if (snapshot === undefined) throw apiError(goneAs(principal));
  if (!snapshot.active) throw apiError(gatewayErrors.accessKeyInactive);
  if (nameOf(snapshot.caller) !== nameOf(principal.caller)) throw new CallerRenamed(snapshot);
  const target = await operation.target?.(scope, command);
  await authorizeCall(options, exchange, { ...call, principal: snapshot }, target, resource =>
    options.resourceTags(scope, resource),
  );
}

/** Whether somebody signs requests, and so may change something. */
function signs(principal: Principal): principal is KeyPrincipal {
  return 'secret' in principal;
}

function goneAs({ caller }: KeyPrincipal): ErrorKind {
  return caller.kind === 'session' ? gatewayErrors.sessionEnded : gatewayErrors.accessKeyNotFound;
}

function nameOf(caller: KeyCaller): string | undefined {
  return caller.kind === 'user' ? caller.userName : undefined;
}

function dependsOnAny(principal: Principal, touched: readonly Touched[]): boolean {
  return touched.some(({ kind, id }) =>
    principal.holding.dependsOn.some(dependency => dependency.kind === kind && dependency.id === id),
  );
}

/** The entry of a read; what services ask is written down within a budget, its nonce always. */
function readEntryOf(
  options: PerformOptions,
  exchange: Exchange,
  { operation, context }: Call,
  authenticated: Authenticated,
): LedgerEntry {
  const { decisions = [], now } = exchange;
  if (operation.audit !== 'data' || options.decisions.spend(context.accountId, decisions, now)) {
    return entryOf(options, exchange, authenticated);
  }
  const { nonce } = authenticated;
  return nonce === undefined ? {} : { nonce };
}

function entryOf(options: PerformOptions, exchange: Exchange, authenticated: Authenticated): LedgerEntry {
  const row = rowOf(options, exchange);
  const { caller } = authenticated.principal;
  const { nonce } = authenticated;
  // A proxy's token has no nonces.
  if (nonce === undefined) return { row };
  const rowElsewhere = rowElsewhereOf(options.journal, exchange);
  // Of temporary keys nothing is kept: not when one was used last either.
  if (caller.kind !== 'user' && caller.kind !== 'root') return { row, rowElsewhere, nonce };
  const { accountId, accessKeyId } = caller;
  return {
    row,
    rowElsewhere,
    nonce,
    use: { accountId, accessKeyId, at: exchange.now, serviceName: exchange.operation?.api.product ?? '' },
  };
}

/** The record of an exchange as it is so far. */
export function rowOf({ journal }: PerformOptions, exchange: Exchange): JournalRow {
  return journal.stamp(scopeOf(exchange), exchange.now, recordOf(exchange));
}
