/**
 * Every operation of the official SDKs, called as their users call them: the request goes out as it was meant, and the reply
 * fills the SDK's own model field by field. The calls are the right calls of the contract suite.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textField } from '../../../apps/server/src/kernel/response.ts';
import { nameOf, operations } from '../../../apps/server/test/contract/contract.ts';
import { assertFits } from '../../../apps/server/test/contract/reply.ts';
import { cases, openSuite, parametersIn } from '../../../apps/server/test/contract/suite.ts';
import type { WireParameters } from '../../../apps/server/test/test-account.ts';
import { type Address, outcomeOf } from '../../doors/door.ts';
import { callSdk } from '../../doors/official-sdk.ts';
import { differenceOf, differences } from './differences.ts';
import { fieldsOf } from './model.ts';
import { type Relay, startRelay } from './relay.ts';
import { declaredLeaves, filledLeaves, modelLeaves, readModel, without } from './reply-model.ts';
import { requestOf } from './request-model.ts';
import { type SdkOperation, sdkOperations } from './sdk-operation.ts';

const { contract, home } = await openSuite();
let relay: Relay;
let address: Address;

beforeAll(async () => {
  relay = await startRelay(contract.server.host);
  address = { protocol: 'http', host: relay.host };
});

afterAll(() => relay.close());

test('the SDKs have the operations that they were published with', () => {
  expect(sdkOperations).toHaveLength(66 + 98 + 4);
});

test('every difference is about an operation of an SDK', () => {
  const known = sdkOperations.map(({ title }) => title);
  expect(Object.keys(differences).filter(title => !known.includes(title))).toEqual([]);
});

describe.each(sdkOperations.map(operation => [operation.title, operation] as const))('%s', (title, sdk) => {
  const { newerParameters, newerMembers, neverDeclared, neverFilled } = differenceOf(title);
  const ofOperation = cases.filter(({ operation }) => nameOf(operation) === title);
  const calls = ofOperation.map(each => [each.call.title, each] as const);
  const answered = calls.filter(([, { call }]) => call.outcome === 'Success');
  const refused = calls.filter(([, { call }]) => call.outcome !== 'Success');
  const filled = new Set<string>();

  test('is declared with the parameters that the SDK sends, and no others', () => {
    const sent = sdk.request === undefined ? [] : fieldsOf(sdk.request).map(({ wire }) => wire);
    const declared = Object.values(declarationOf(sdk).parameters).map(({ wire }) => wire);
    expect(declared.sort()).toEqual([...sent, ...newerParameters].sort());
  });

  test('is declared with the members that the SDK reads, and no others', () => {
    const declared = declaredLeaves(declarationOf(sdk).response);
    const read = [...modelLeaves(sdk.reply), ...newerMembers];
    expect([...declared, ...neverDeclared].sort()).toEqual(read.sort());
  });

  test('has a right call', () => {
    expect(calls).not.toEqual([]);
  });

  test.each(answered)('goes out as it was meant, and its reply fills the model %s', async (_, each) => {
    const parameters = withoutNames(await parametersIn(home, each), newerParameters);
    const reply = readModel(sdk.reply, await callWith(sdk, parameters));
    const exchange = relay.newest();
    expect(comparable(ownParameters(sdk, exchange.parameters))).toEqual(comparable(parameters));
    const sent = JSON.parse(exchange.reply);
    assertFits(declarationOf(sdk).response, sent, title);
    expect(reply).toEqual(without(sent, newerMembers.map(placeOf)));
    for (const place of filledLeaves(reply)) filled.add(place);
  });

  test.each(refused)('is refused with its code %s', async (_, each) => {
    const called = callWith(sdk, await parametersIn(home, each));
    expect(await outcomeOf(called)).toBe(each.call.outcome);
  });

  if (answered.length > 0) {
    test('has right calls that together fill every field of the model', () => {
      const empty = modelLeaves(sdk.reply).filter(leaf => !filled.has(placeOf(leaf)));
      expect(empty.sort()).toEqual([...neverDeclared, ...neverFilled].sort());
    });
  }
});

/** What the product declares for an operation of an SDK, with the member that every reply has. */
function declarationOf({ title }: SdkOperation) {
  const operation = operations.find(each => nameOf(each) === title);
  if (operation === undefined) throw new Error(`there is no ${title}`);
  return { ...operation, response: { ...operation.response, RequestId: textField } };
}

/** What requests without a signature have in their query beside the operation's own parameters (spec: wire 7.2). */
const unsignedNames = ['Action', 'Format', 'SignatureNonce', 'Timestamp', 'Version'];

/** The parameters of an operation, of what went over the wire. */
function ownParameters(sdk: SdkOperation, sent: WireParameters): WireParameters {
  return declarationOf(sdk).effect === 'anonymous' ? withoutNames(sent, unsignedNames) : sent;
}

/** Calls an operation through the SDK and gives the body of the reply in the SDK's model. */
function callWith({ product, name, request }: SdkOperation, parameters: WireParameters): Promise<object> {
  const made = request === undefined ? undefined : requestOf(request, parameters);
  return callSdk(address, home.administrator, product, name, made);
}

/** Where a leaf stands, without its type. */
function placeOf(leaf: string): string {
  return leaf.slice(0, leaf.indexOf(':'));
}

function withoutNames(parameters: WireParameters, names: readonly string[]): WireParameters {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => !names.includes(name)));
}

/** Parameters whose JSON lists are compared by what they say. */
function comparable(parameters: WireParameters): Record<string, unknown> {
  const read = (value: string): unknown => (value.startsWith('[') ? JSON.parse(value) : value);
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, read(value)]));
}
