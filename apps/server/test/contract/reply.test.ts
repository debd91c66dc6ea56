/** One answer, whatever the shape of the request and the format of the reply, and exactly as it is declared. */
import { afterAll, describe, expect, test } from 'vitest';
import type { WireObject } from '../../src/kernel/response.ts';
import { nameOf, operations } from './contract.ts';
import { journalAudit } from './journal-audit.ts';
import { sensitiveValues } from './reply.ts';
import { cases, firstCases, openSuite, parametersIn, titled } from './suite.ts';
import { validCalls } from './valid-calls.ts';
import { type Door, doors, titleOf, usualDoor } from './wire.ts';

const rpcDoor: Door = { scheme: 'V1', method: 'GET', place: 'query', format: 'XML' };

const { contract, home } = await openSuite();

const named = operations.map(nameOf);

test.each(named)('there is a right call of %s', name => {
  expect(validCalls[name]?.length ?? 0).toBeGreaterThan(0);
});

test('there is no right call of an operation that there is not', () => {
  expect(Object.keys(validCalls).filter(name => !named.includes(name))).toEqual([]);
});

const signed = cases.filter(({ operation }) => operation.effect !== 'anonymous');

/** What a reply says; of temporary credentials, which are others each time, only which members they have. */
function contentOf({ Credentials, ...members }: WireObject): WireObject {
  return Credentials === undefined
    ? members
    : { ...members, Credentials: Object.keys(Credentials).sort().join() };
}

describe('a read', () => {
  const reads = signed.filter(({ operation }) => operation.effect === 'read');

  test.each(titled(reads))(
    '%s gives the same content in every shape, and changes nothing',
    async (_, each) => {
      const { operation, call } = each;
      const parameters = await parametersIn(home, each);
      const before = home.state;
      const first = await contract.call(operation, parameters, home.administrator);
      expect(first.code).toBe(call.outcome);
      for (const door of doors) {
        const same = call.once === true ? await parametersIn(home, each) : parameters;
        const answer = await contract.call(operation, same, home.administrator, { door });
        expect([titleOf(door), answer.code, contentOf(answer.members)]).toEqual([
          titleOf(door),
          first.code,
          contentOf(first.members),
        ]);
      }
      expect(home.state).toBe(before);
    },
  );

  test.each(titled(reads))('%s ignores a parameter that nobody declared', async (_, each) => {
    const parameters = await parametersIn(home, each);
    const same = each.call.once === true ? await parametersIn(home, each) : parameters;
    const more = { ...same, AccountId: '1', userId: '1', Bogus: 'x' };
    const [plain, extended] = [
      await contract.call(each.operation, parameters, home.administrator),
      await contract.call(each.operation, more, home.administrator),
    ];
    expect(contentOf(extended.members)).toEqual(contentOf(plain.members));
  });
});

describe('a change', () => {
  const changes = signed.filter(({ operation }) => operation.effect === 'change');

  test.each(titled(changes))('%s does the same in every shape', async (_, each) => {
    for (const door of doors) {
      const parameters = await parametersIn(home, each);
      const before = home.state;
      const answer = await contract.call(each.operation, parameters, home.administrator, { door });
      expect([titleOf(door), answer.code]).toEqual([titleOf(door), each.call.outcome]);
      expect(home.state).not.toBe(before);
    }
  });

  test.each(titled(changes))('%s may be asked for twice, and answers what it declares', async (_, each) => {
    const parameters = await parametersIn(home, each);
    const [once, again] = [
      await contract.call(each.operation, parameters, home.administrator),
      await contract.call(each.operation, parameters, home.administrator),
    ];
    expect(once.code).toBe(each.call.outcome);
    expect(again.status).not.toBe(500);
  });

  test.each(titled(changes))('%s shows in its reply what it was told', async (_, each) => {
    const parameters = await parametersIn(home, each);
    const { members } = await contract.call(each.operation, parameters, home.administrator);
    for (const [wire, value] of Object.entries(shownAgain(parameters, members))) {
      expect([wire, String(value)]).toEqual([wire, parameters[wire]]);
    }
  });
});

describe('the name of an operation', () => {
  test.each(titled(firstCases))('%s is read without letter case', async (_, each) => {
    const { operation, call } = each;
    const signer = operation.effect === 'anonymous' ? undefined : home.administrator;
    const spellings = [operation.name.toLowerCase(), operation.name.toUpperCase()];
    for (const door of signer === undefined ? [rpcDoor] : [usualDoor, rpcDoor]) {
      for (const action of spellings) {
        const parameters = await parametersIn(home, each);
        const { code } = await contract.call(operation, parameters, signer, { door, action });
        expect([titleOf(door), action, code]).toEqual([titleOf(door), action, call.outcome]);
      }
    }
  });
});

describe('a secret in a reply', () => {
  test.each(titled(firstCases.filter(({ call }) => call.outcome === 'Success')))(
    '%s leaves none in the database or in the log',
    async (_, each) => {
      const parameters = await parametersIn(home, each);
      const { members } = await contract.call(each.operation, parameters, home.administrator);
      for (const secret of sensitiveValues(each.operation.response, members)) {
        expect(secret.length).toBeGreaterThan(15);
        expect(contract.server.database.holds(secret)).toBe(false);
        expect(contract.server.lines.filter(line => line.includes(secret))).toEqual([]);
      }
    },
  );

  test('is something that at least one operation has', () => {
    expect(firstCases.map(({ operation }) => JSON.stringify(operation.response)).join()).toContain(
      'sensitive',
    );
  });
});

afterAll(() => {
  expect(contract.server.failures.filter(line => !line.includes('planted by a test'))).toEqual([]);
});

journalAudit(contract);

/** Members anywhere in a reply that go by the name of a parameter, or by that name without `New`. */
function shownAgain(
  parameters: Readonly<Record<string, string>>,
  members: WireObject,
): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  const look = (value: WireObject) => {
    for (const [name, member] of Object.entries(value)) {
      if (typeof member === 'object') look(member as WireObject);
      else if (`New${name}` in parameters) shown[`New${name}`] = member;
      else if (name in parameters) shown[name] = member;
    }
  };
  look(members);
  return shown;
}
