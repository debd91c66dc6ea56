/** What the parts of the suite share: the two accounts, and the calls that every part asks its questions about. */
import type { AnyOperation } from '../../src/kernel/operation.ts';
import type { Account } from './account.ts';
import { type Contract, nameOf, operations } from './contract.ts';
import { type Arranged, type ValidCall, validCalls } from './valid-calls.ts';

/** The accounts of one server. */
export interface Suite {
  readonly contract: Contract;
  /** Where the calls are made. */
  readonly home: Account;
  /** Somebody else's. */
  readonly other: Account;
}

/** A right call together with its operation. */
export interface Case {
  readonly operation: AnyOperation;
  /** e.g. `Ims GetUser, by id` */
  readonly title: string;
  readonly call: ValidCall;
}

/** Every right call of every operation. */
export const cases: readonly Case[] = operations.flatMap(operation =>
  (validCalls[nameOf(operation)] ?? []).map(call => ({
    operation,
    title: call.title === '' ? nameOf(operation) : `${nameOf(operation)}, ${call.title}`,
    call,
  })),
);

/** The first right call of every operation. */
export const firstCases: readonly Case[] = operations.flatMap(operation =>
  cases.filter(each => each.operation === operation).slice(0, 1),
);

/** Prepares what a call is about and gives its parameters. */
export async function parametersIn(account: Account, { call }: Case): Promise<Arranged['parameters']> {
  return (await call.arrange(account)).parameters;
}

/** Rows of a table of tests, each with its title first. */
export function titled<Row extends { readonly title: string }>(rows: readonly Row[]): [string, Row][] {
  return rows.map(row => [row.title, row]);
}
