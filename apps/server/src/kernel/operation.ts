/**
 * An operation: declared once, as data and four functions. Everything else (validation, rendering, masking, reference
 * pages, clients, contract tests) derives from the declaration.
 *
 * The life of a call: `target` reads what the resource is called, the pipeline authorizes, `prepare` does what is slow or
 * random while no transaction is open, `run` touches the database and nothing else and may be executed twice, `render`
 * shapes the reply after the commit.
 */
import type { CompiledTrust } from '@wardenry/policy';
import type { AccountId, FederatedCaller } from './callers/identity.ts';
import type { RecordedCredentials } from './callers/sessions.ts';
import type { RequestContext } from './context.ts';
import type { RecordedDecision } from './decisions.ts';
import type { ErrorKind } from './errors.ts';
import type { Command, Localized, Parameters } from './parameters.ts';
import type { Preparation } from './preparation.ts';
import type { ProxyDialect } from './proxy.ts';
import type { Rendered, ResponseTree, WireObject } from './response.ts';
import type { ChangeScope, Scope } from './scope.ts';
import type { Soon } from './soon.ts';

/** One API on the wire. */
export interface Api {
  readonly product: 'Ram' | 'Ims' | 'Sts' | 'ResourceManager' | 'Wardenry';
  /** Distinct for every product, so that the version alone names the product. */
  readonly version: string;
  /** Action prefixes; the first is the principal one, a pattern matches if it matches any (spec: policy 6.2). */
  readonly actionPrefixes: readonly [string, ...string[]];
}

export const ram: Api = { product: 'Ram', version: '2015-05-01', actionPrefixes: ['ram'] };
export const ims: Api = { product: 'Ims', version: '2019-08-15', actionPrefixes: ['ram', 'ims'] };
export const sts: Api = { product: 'Sts', version: '2015-04-01', actionPrefixes: ['sts'] };
/** What of resource management is about roles: those of services; its actions are RAM's (spec: policy 6.1). */
export const resourceManager: Api = {
  product: 'ResourceManager',
  version: '2020-03-31',
  actionPrefixes: ['ram'],
};
export const wardenry: Api = { product: 'Wardenry', version: '2026-11-01', actionPrefixes: ['wardenry'] };

/** Every API that the server speaks. */
export const apis: readonly Api[] = [ram, ims, sts, resourceManager, wardenry];

/** A resource that an operation is authorized on: the part of the ARN after the account. */
export interface ResourceName {
  /** e.g. `user/alice`, `policy/*`, `*`. */
  readonly relativeId: string;
  /** What a refusal shows in its place, when the caller named the resource by an id or a key and need not know its name. */
  readonly shown?: string;
  /** The account that owns it: `system` for system policies; the caller's account when absent. */
  readonly owner?: AccountId;
  /** RAM code that its ARN begins with, when not the operation's own: a role is RAM's also for STS (spec: policy 6.3). */
  readonly service?: 'ram';
}

/** What calls about the account as a whole are authorized on (spec: policy 6.1, 6.2). */
export const wholeAccount: ResourceName = { relativeId: '*' };

/** Reads the tags of one resource by their keys; nothing carries tags that is none of the account's. */
export type ResourceTags = (scope: Scope, resource: ResourceName) => Promise<ReadonlyMap<string, string>>;

/** Values of condition keys such as `acs:RequestTag/team`, by the key. */
export type ConditionValues = Readonly<Record<string, string | readonly string[]>>;

/** How a call is authorized. What needs no authorization says why, never by omission. */
export type Authorization<P extends Parameters, Target> =
  | {
      readonly kind: 'policy';
      /** Every resource is decided apart, and each must be allowed. */
      resources(command: Command<P>, target: Target, context: RequestContext): readonly ResourceName[];
      /**
       * Whether the account lets its users do this for themselves: then it needs no policy that allows it, and only an
       * explicit deny refuses it (spec: domain 0.28). For calls about the user who calls, or about what bears its name.
       */
      selfService?(target: Target, context: RequestContext): boolean;
      /**
       * For taking on a role: whom the role trusts. Both its trust policy and the caller's policies must allow, and the role
       * may be another account's (spec: policy 4.3). Undefined for a role that is not there, about which the caller's
       * policies decide alone: whoever may take it on learns that it is missing.
       *
       * @throws ApiError for who may take on none
       */
      trust?(command: Command<P>, context: RequestContext): Soon<CompiledTrust | undefined>;
      /** Another account that has what the call is about, and is to know of it; asked once `trust` has answered. */
      concerns?(context: RequestContext): AccountId | undefined;
      /** Condition keys whose values the call itself gives, such as the tags that it sets (spec: policy 3.5). */
      conditions?(command: Command<P>, target: Target): ConditionValues;
    }
  | { readonly kind: 'any-caller'; readonly why: Localized };

/**
 * A path of its own under which an operation is called besides `/`, for services of the operator's own (design: the life
 * of a request). What is signed names the operation as always; the path must be the one that belongs to it.
 */
export interface PathAlias {
  readonly method: 'GET' | 'POST';
  /** Exactly as it stands in the request line, e.g. `/v1/authorize`. */
  readonly path: string;
  /** For proxies, who present a token and sign nothing. */
  readonly proxied?: ProxyDialect;
}

interface Declaration<P extends Parameters, Target, Result, Prepared, T extends ResponseTree> {
  readonly api: Api;
  /** The name on the wire, e.g. `CreateUser`. */
  readonly name: string;
  readonly summary: Localized;
  readonly parameters: P;
  readonly response: T;
  /** Every error that the rule can raise beside the gateway's and the parameters' own. */
  readonly errors: readonly ErrorKind[];
  readonly authorization: Authorization<P, Target>;
  /** Absent for operations that are called at `/` alone. */
  readonly aliases?: readonly PathAlias[];
  /**
   * `data` for what services ask at every request of their own: successful calls are counted, and written down within a
   * budget. Everything else is written down each time.
   */
  readonly audit?: 'management' | 'data';
  /** What a call decided for its caller, for the record. */
  decisions?(result: Result): readonly RecordedDecision[];
  /** What a call gave out, for the record, without its secrets. */
  issued?(result: Result): RecordedCredentials;
  /**
   * Reads what the resource is called when the parameters alone do not say it. Never throws for what does not exist:
   * it answers with the collection, so that only who may see the collection learns that the object is missing.
   */
  target?(scope: Scope, command: Command<P>): Promise<Target>;
  /** Shapes the reply; the only place beside the response tree where wire names stand. */
  render(
    result: Result,
    extra: { readonly prepared: Prepared; readonly context: RequestContext },
  ): Rendered<T>;
}

/** An operation that changes nothing. */
export interface ReadOperation<
  P extends Parameters = Parameters,
  Target = unknown,
  Result = unknown,
  T extends ResponseTree = ResponseTree,
> extends Declaration<P, Target, Result, undefined, T> {
  readonly effect: 'read';
  run(scope: Scope, command: Command<P>): Promise<Result> | Result;
}

/** An operation that changes the account; it runs under the account's lock. */
export interface ChangeOperation<
  P extends Parameters = Parameters,
  Target = unknown,
  Prepared = unknown,
  Result = unknown,
  T extends ResponseTree = ResponseTree,
> extends Declaration<P, Target, Result, Prepared, T> {
  readonly effect: 'change';
  prepare?(
    preparation: Preparation,
    command: Command<P>,
    context: RequestContext,
  ): Promise<Prepared> | Prepared;
  run(scope: ChangeScope, command: Command<P>, prepared: Prepared): Promise<Result>;
}

/**
 * A declaration as the pipeline and the generators see it: its own types are checked where it is declared and erased here.
 * Functions take what `validate` made of the declaration's own parameters, so no other value can reach them.
 */
export interface Operation {
  readonly api: Api;
  readonly name: string;
  readonly effect: 'read' | 'change';
  readonly summary: Localized;
  readonly parameters: Parameters;
  readonly response: ResponseTree;
  readonly errors: readonly ErrorKind[];
  readonly authorization: Authorization<Parameters, unknown>;
  readonly aliases?: readonly PathAlias[];
  readonly audit?: 'management' | 'data';
  decisions?(result: unknown): readonly RecordedDecision[];
  issued?(result: unknown): RecordedCredentials;
  /** Alternative names of the action in policies, the principal one first: `ram:CreateUser`, `ims:CreateUser`. */
  readonly actions: readonly [string, ...string[]];
  target?(scope: Scope, command: Command<Parameters>): Promise<unknown>;
  prepare?(
    preparation: Preparation,
    command: Command<Parameters>,
    context: RequestContext,
  ): Promise<unknown> | unknown;
  run(scope: Scope, command: Command<Parameters>, prepared: unknown): Promise<unknown> | unknown;
  render(
    result: unknown,
    extra: { readonly prepared: unknown; readonly context: RequestContext },
  ): WireObject;
}

/** Declares an operation that only reads. */
export function readOperation<const P extends Parameters, Target, Result, const T extends ResponseTree>(
  declaration: Omit<ReadOperation<P, Target, Result, T>, 'effect'>,
): Operation {
  return erase({ ...declaration, effect: 'read' } as ReadOperation<P, Target, Result, T>);
}

/** Declares an operation that changes the account. */
export function changeOperation<
  const P extends Parameters,
  Target,
  Prepared,
  Result,
  const T extends ResponseTree,
>(declaration: Omit<ChangeOperation<P, Target, Prepared, Result, T>, 'effect'>): Operation {
  return erase({ ...declaration, effect: 'change' } as ChangeOperation<P, Target, Prepared, Result, T>);
}

/** That something which proves an identity may be used once, and until when that has to be remembered. */
export interface OneTimeUse {
  /** Tells it apart from everything else that is used once, whatever it proves: begins with what it is. */
  readonly name: string;
  /** Milliseconds since 1970 from which on it proves nothing any more; at most 61 minutes ahead. */
  readonly expires: number;
  /** What a second use is refused with. */
  readonly spent: ErrorKind;
}

interface AnonymousDeclaration<P extends Parameters, Proof, Result, T extends ResponseTree> {
  readonly api: Api;
  readonly name: string;
  readonly summary: Localized;
  readonly parameters: P;
  readonly response: T;
  readonly errors: readonly ErrorKind[];
  /** Why it needs no caller. */
  readonly why: Localized;
  /** Who the parameters say vouches for the caller: nothing of it is proven yet, and the account need not exist. */
  caller(command: Command<P>): FederatedCaller;
  /**
   * Proves it, with no transaction open: what is slow, such as cryptography and fetching, belongs here.
   *
   * @param preparation reads the account of the caller with `read`
   * @param context of the caller; refused from here on it counts as a stranger still
   * @throws ApiError for what proves nothing
   */
  prove(preparation: Preparation, command: Command<P>, context: RequestContext): Promise<Proof>;
  /** What of the proof may be used once by all nodes together; it is spent when the call succeeds. */
  once?(proof: Proof): OneTimeUse;
  /** What a call gave out, for the record, without its secrets. */
  issued?(result: Result): RecordedCredentials;
  /** Exchanges the proof; from here on a refusal is written into the account of the caller, who is known. */
  run(context: RequestContext, command: Command<P>, proof: Proof): Promise<Result> | Result;
  render(result: Result, extra: { readonly proof: Proof; readonly context: RequestContext }): Rendered<T>;
}

/**
 * An operation for callers without a key: the exchange of what an identity provider says for a session. It is called
 * unsigned, and changes nothing of an account.
 */
export interface AnonymousOperation {
  readonly api: Api;
  readonly name: string;
  readonly effect: 'anonymous';
  readonly summary: Localized;
  readonly parameters: Parameters;
  readonly response: ResponseTree;
  readonly errors: readonly ErrorKind[];
  readonly why: Localized;
  caller(command: Command<Parameters>): FederatedCaller;
  prove(preparation: Preparation, command: Command<Parameters>, context: RequestContext): Promise<unknown>;
  once?(proof: unknown): OneTimeUse;
  issued?(result: unknown): RecordedCredentials;
  run(context: RequestContext, command: Command<Parameters>, proof: unknown): Promise<unknown> | unknown;
  render(result: unknown, extra: { readonly proof: unknown; readonly context: RequestContext }): WireObject;
}

/** Declares an operation that anybody may call. */
export function anonymousOperation<const P extends Parameters, Proof, Result, const T extends ResponseTree>(
  declaration: AnonymousDeclaration<P, Proof, Result, T>,
): AnonymousOperation {
  return Object.freeze({ ...declaration, effect: 'anonymous' }) as unknown as AnonymousOperation;
}

/** Whatever can be called. */
export type AnyOperation = Operation | AnonymousOperation;

function erase(declaration: { readonly api: Api; readonly name: string }): Operation {
  const [principal, ...others] = declaration.api.actionPrefixes;
  const actions = [
    `${principal}:${declaration.name}`,
    ...others.map(prefix => `${prefix}:${declaration.name}`),
  ];
  return Object.freeze({ ...declaration, actions }) as unknown as Operation;
}
