/** What the files of the suite share: the two accounts, and the calls that every file asks its questions about. */
import { afterAll } from 'vitest';
import type { AnyOperation } from '../../src/kernel/operation.ts';
import type { WireParameters } from '../test-account.ts';
import { Account } from './account.ts';
import type { ValidCall } from './calls/valid-call.ts';
import { Contract, nameOf, operations } from './contract.ts';
import { startInProcess } from './server.ts';
import { validCalls } from './valid-calls.ts';

/** The accounts of one server. */
export interface Suite {
  readonly contract: Contract;
  /** Where the calls are made. */
  readonly home: Account;
  /** Somebody else's. */
  readonly other: Account;
}

/**
 * Starts a server for the tests of one file, and stops it behind them.
 *
 * @param variables further settings, as the environment gives them
 */
export async function openSuite(variables: Readonly<Record<string, string>> = {}): Promise<Suite> {
  const contract = new Contract(await startInProcess(variables));
  afterAll(() => contract.stop());
  const [first, second] = contract.server.accounts;
  return {
    contract,
    home: new Account(contract, first, 'h'),
    other: new Account(contract, second, 'o'),
  };
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
export async function parametersIn(account: Account, { call }: Case): Promise<WireParameters> {
  return (await call.arrange(account)).parameters;
}

/** Rows of a table of tests, each with its title first. */
export function titled<Row extends { readonly title: string }>(rows: readonly Row[]): [string, Row][] {
  return rows.map(row => [row.title, row]);
}
