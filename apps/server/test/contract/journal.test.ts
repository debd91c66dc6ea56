/** Every request leaves exactly one record, with what it was about, and no change is ever without one (spec: security Q32). */
import { beforeAll, describe, expect, test } from 'vitest';
import { type JournalRecord, MASK } from '../../src/journal/record.ts';
import { journalAudit } from './journal-audit.ts';
import { type Case, cases, firstCases, openSuite, parametersIn, titled } from './suite.ts';
import type { Signer } from './wire.ts';

/** Rows of the journal that tell of a success. */
const aSuccess = `new.rows like '%"result":"Success"%'`;

const { contract, home } = await openSuite();

let powerless: Signer;
beforeAll(async () => {
  powerless = await home.caller();
});

const recordOf = (requestId: string): JournalRecord => {
  const [entry, ...more] = contract.server.database.journalOf(requestId);
  if (entry === undefined || more.length > 0) throw new Error(`${more.length + 1} records of ${requestId}`);
  return entry.record;
};

describe('the record of a call', () => {
  test.each(titled(cases))('%s names the resources, whether it was allowed or not', async (_, each) => {
    const { operation, call } = each;
    const callers = operation.effect === 'anonymous' ? [undefined] : [powerless, home.administrator];
    for (const caller of callers) {
      const { parameters, resources } = await call.arrange(home, caller);
      const { requestId } = await contract.call(operation, parameters, caller);
      expect(recordOf(requestId).resources).toEqual(resources);
    }
  });
});

describe('a sensitive parameter', () => {
  const signersOf = ({ operation }: Case) =>
    operation.effect === 'anonymous' ? [undefined, powerless] : [powerless];
  const sensitive = firstCases.flatMap(each =>
    Object.values(each.operation.parameters)
      .filter(parameter => parameter.sensitive === true)
      .map(parameter => ({
        ...each,
        title: `${each.title}: ${parameter.wire}`,
        wire: parameter.wire,
        longest: 'max' in parameter ? parameter.max : Number.POSITIVE_INFINITY,
      })),
  );

  test.each(titled(sensitive))('%s is masked in every record', async (_, each) => {
    const parameters = await parametersIn(home, each);
    expect(parameters[each.wire]).toBeTruthy();
    for (const signer of signersOf(each)) {
      const { requestId } = await contract.call(each.operation, parameters, signer);
      expect(recordOf(requestId).parameters[each.wire]).toBe(MASK);
    }
  });

  // A code of six digits stands in many places by chance.
  const unmistakable = sensitive.filter(({ longest }) => longest > 15);

  test.each(titled(unmistakable))('%s stands nowhere', async (_, each) => {
    const parameters = await parametersIn(home, each);
    const secret = parameters[each.wire] ?? '';
    expect(secret.length).toBeGreaterThan(15);
    for (const signer of signersOf(each)) {
      const { text } = await contract.call(each.operation, parameters, signer);
      expect(text).not.toContain(secret);
    }
    expect(contract.server.database.holds(secret)).toBe(false);
    expect(contract.server.lines.filter(line => line.includes(secret))).toEqual([]);
  });
});

describe('when the record cannot be stored', () => {
  const { database } = contract.server;

  test.each(titled(firstCases.filter(({ call }) => call.outcome === 'Success')))(
    '%s fails, tells nothing and changes nothing',
    async (_, each) => {
      const parameters = await parametersIn(home, each);
      const before = home.state;
      const answer = await database.failing('journal_batches', aSuccess, () =>
        contract.call(each.operation, parameters, home.administrator),
      );
      expect([answer.status, answer.code]).toEqual([500, 'InternalError']);
      expect(home.state).toBe(before);
    },
  );
});

describe('when the last statement of a change fails', () => {
  const changes = firstCases.filter(({ operation }) => operation.effect === 'change');

  test.each(titled(changes))('%s is recorded as failed and as nothing else', async (_, each) => {
    const parameters = await parametersIn(home, each);
    const before = home.state;
    const { code, requestId } = await contract.server.database.failing('changes', 'true', () =>
      contract.call(each.operation, parameters, home.administrator),
    );
    expect(code).toBe('InternalError');
    expect(recordOf(requestId).result).toBe('InternalError');
    expect(home.state).toBe(before);
  });
});

journalAudit(contract);
