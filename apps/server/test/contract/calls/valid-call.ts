/** What a right call is, and the ways in which the tables of this folder write them down. */
import type { WireParameters } from '../../test-account.ts';
import { type Account, type TestUser, textOf } from '../account.ts';
import type { Signer } from '../wire.ts';

/** Right calls by the name of the operation. */
export type ValidCalls = Readonly<Record<string, readonly ValidCall[]>>;

/** A call that is ready to be made. */
interface Arranged {
  readonly parameters: WireParameters;
  /** ARNs that the call is authorized on (spec: policy 6). */
  readonly resources: readonly string[];
  /** What a refusal calls the first of them, when it must not tell the name behind an id. */
  readonly shown?: string;
}

/** A right call of an operation. */
export interface ValidCall {
  /** What is particular about it, where an operation has several. */
  readonly title: string;
  /** `Success`, or the code that the call is answered with as long as the product has nothing of what it asks for. */
  readonly outcome: string;
  /** The call uses up what it was given, so that it is made once with the same parameters. */
  readonly once?: true;
  /**
   * Makes what the call is about, anew each time.
   *
   * @param caller who is going to make it; the account's administrator unless given
   */
  arrange(account: Account, caller?: Signer): Promise<Arranged>;
}

/** Parameters, and the relative ids of the resources. */
type Arrangement = readonly [parameters: WireParameters, ...resources: string[]];

/**
 * Writes a right call down.
 *
 * @param arrange gives the parameters and the relative ids of the resources
 * @param title what is particular about the call
 */
export function call(
  arrange: (account: Account, caller: Signer) => Promise<Arrangement> | Arrangement,
  title = '',
  outcome = 'Success',
): ValidCall {
  return {
    title,
    outcome,
    async arrange(account, caller = account.administrator) {
      const [parameters, ...relativeIds] = await arrange(account, caller);
      return { parameters, resources: relativeIds.map(relativeId => account.arn(relativeId)) };
    },
  };
}

/** A call that names its user by something else than its name: who may not make it does not learn that name. */
export function unnamed(made: ValidCall): ValidCall {
  return {
    ...made,
    arrange: async (account, caller) => ({
      ...(await made.arrange(account, caller)),
      shown: account.arn('user/*'),
    }),
  };
}

/** A call with parameters that need nothing to be there. */
export function plain(parameters: WireParameters, ...resources: string[]): ValidCall {
  return call(() => [parameters, ...resources]);
}

/** A user as the product names it. */
export function named(product: 'Ram' | 'Ims', user: TestUser): WireParameters {
  return product === 'Ram' ? { UserName: user.name } : { UserPrincipalName: user.principalName };
}

/** A user who has logged on, which only a browser can. */
export async function visitor(account: Account): Promise<TestUser> {
  const user = await account.user();
  account.contract.server.database.update(
    'users',
    { account_id: account.id, user_id: user.id },
    { last_login_at: Date.now() },
  );
  return user;
}

/** Text that every encoding on the way has to carry unharmed. */
export const difficult = ' 名 a+b*c~d e&f=g%h "q" \'a\' <x> é😀 &amp; ';
/** The same for parameters that take several lines. */
export const difficultLines = `${difficult}\n\tsecond line`;

/** A list's first page, and the one behind it. */
export function pages(
  operation: string,
  resource: string,
  prepare: (account: Account) => Promise<unknown>,
): ValidCall[] {
  const onePerPage = { MaxItems: '1' };
  return [
    plain({}, resource),
    call(async account => {
      await prepare(account);
      return [onePerPage, resource];
    }, 'the first of several pages'),
    call(async account => {
      await prepare(account);
      const first = await account.do(operation, onePerPage);
      return [{ ...onePerPage, Marker: textOf(first, 'Marker') }, resource];
    }, 'a later page'),
  ];
}

/** One row for an operation that RAM and IMS both have. */
export function forBoth(name: string, calls: (product: 'Ram' | 'Ims') => readonly ValidCall[]): ValidCalls {
  return { [`Ram ${name}`]: calls('Ram'), [`Ims ${name}`]: calls('Ims') };
}
