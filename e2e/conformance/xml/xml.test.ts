/**
 * Every operation, answered in XML: well-formed, and the same as in JSON. What comes is read by two parsers that are not
 * ours, of which one is that of the official SDKs.
 */
import { createRequire } from 'node:module';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { AnyOperation } from '../../../apps/server/src/kernel/operation.ts';
import { type ResponseTree, textField, type WireObject } from '../../../apps/server/src/kernel/response.ts';
import { type Answer, nameOf, operations } from '../../../apps/server/test/contract/contract.ts';
import { errorTree } from '../../../apps/server/test/contract/reply.ts';
import {
  type Case,
  cases,
  firstCases,
  openSuite,
  parametersIn,
  titled,
} from '../../../apps/server/test/contract/suite.ts';
import type { Door, Signer } from '../../../apps/server/test/contract/wire.ts';
import { elementsOf } from './elements.ts';
import { settled } from './settled.ts';

const { XML } = createRequire(import.meta.url)('@darabonba/typescript') as {
  XML: { parseXml(text: string, response: null): Readonly<Record<string, unknown>> };
};

const { contract, home } = await openSuite();
const nobody = await home.caller();

/** RPC V1 in the formats that it can be asked for. */
const door: Omit<Door, 'format'> = { scheme: 'V1', method: 'POST', place: 'form' };

/** How the three requests for one comparison are made. */
interface Asking {
  readonly signer: Signer | undefined;
  /** Each acts on something of its own: the calls are alike, and not the same. */
  readonly anew: boolean;
}

interface Answers {
  readonly json: Answer;
  readonly xml: Answer;
  /** A second one in JSON: where it differs from the first, so may the one in XML. Absent when all must be the same. */
  readonly alike?: Answer;
}

async function answersTo(each: Case, { signer, anew }: Asking): Promise<Answers> {
  const parameters = await parametersIn(home, each);
  const ask = async (format: Door['format']) =>
    contract.call(each.operation, anew ? await parametersIn(home, each) : parameters, signer, {
      door: { ...door, format },
    });
  const [json, xml] = [await ask('JSON'), await ask('XML')];
  return anew ? { json, xml, alike: await ask('JSON') } : { json, xml };
}

/** Whether no two calls with the same parameters are answered alike: temporary credentials are others each time. */
function isAnew({ operation, call }: Case): boolean {
  return operation.effect !== 'read' || call.once === true || 'Credentials' in operation.response;
}

/**
 * Holds an answer in XML against that in JSON.
 *
 * @param tree of the reply
 */
function expectSame(tree: ResponseTree, root: string, { json, xml, alike }: Answers): void {
  expect(xml.code).toBe(json.code);
  expect(xml.text.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true);
  expect(XMLValidator.validate(xml.text)).toBe(true);
  const settle = (members: WireObject) =>
    alike === undefined ? members : settled(members, json.members, alike.members);
  expect(settle(xml.members)).toEqual(settle(json.members));
  const members = { ...xml.members, RequestId: xml.requestId };
  expect(XML.parseXml(xml.text, null)).toEqual({
    [root]: elementsOf({ ...tree, RequestId: textField }, members),
  });
}

function signerFor({ effect }: AnyOperation): Signer | undefined {
  return effect === 'anonymous' ? undefined : home.administrator;
}

describe('an answer in XML is well-formed and says what JSON says', () => {
  test.each(titled(cases))('%s', async (_, each) => {
    const { operation, call } = each;
    const answers = await answersTo(each, { signer: signerFor(operation), anew: isAnew(each) });
    expect(answers.xml.code).toBe(call.outcome);
    if (call.outcome === 'Success') expectSame(operation.response, `${operation.name}Response`, answers);
    else expectSame(errorTree, 'Error', answers);
  });

  test.each(operations.map(nameOf))('for %s in at least one call', name => {
    expect(cases.some(({ operation }) => nameOf(operation) === name)).toBe(true);
  });
});

describe('a refusal in XML is well-formed and says what JSON says', () => {
  const refusable = firstCases.filter(
    ({ operation }) => operation.effect !== 'anonymous' && operation.authorization.kind === 'policy',
  );

  test.each(titled(refusable))('%s', async (_, each) => {
    const { json, xml } = await answersTo(each, { signer: nobody, anew: false });
    expect(xml.status).toBe(403);
    expectSame(errorTree, 'Error', { json, xml, alike: withoutSeal(json) });
  });
});

/** The same refusal, but for its sealed part, which is sealed anew each time. */
function withoutSeal(refusal: Answer): Answer {
  const detail = refusal.members.AccessDeniedDetail as WireObject;
  return {
    ...refusal,
    members: { ...refusal.members, AccessDeniedDetail: { ...detail, EncodedDiagnosticMessage: '' } },
  };
}
