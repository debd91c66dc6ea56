/** The journal held against everything that was sent: one record a request, with who, what, how it ended and from where. */
import { beforeAll, describe, expect, test } from 'vitest';
import { MASK } from '../../src/journal/record.ts';
import type { Parameter } from '../../src/kernel/parameters.ts';
import type { WireParameters } from '../test-account.ts';
import { type Contract, nameOf, operations, type Sent } from './contract.ts';
import type { Signer } from './wire.ts';

/** The refusal before the server looks which operation is called. */
const beforeTheOperation = 'InvalidRequest';

/** Refusals whose message quotes the request, with all it holds. */
const quoting = 'SignatureDoesNotMatch';

/** Characters of a text that are kept, of somebody who is known and of anybody. */
const KEPT = { known: 8192, anybody: 128 } as const;

/** Names the key that was handed out, and nothing that is secret. */
const issued = {
  accessKeyId: expect.stringMatching(/^STS\.\w{24}$/),
  expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
};

/** Refusals before anybody knows who calls: they belong to no account. */
const beforeAnybodyIsKnown = [
  /^InvalidRequest$/,
  /^Missing(AccessKeyId|SecurityToken)$/,
  /^SignatureDoesNotMatch$/,
  /^InvalidTimeStamp\./,
  /^InvalidAccessKeyId\./,
];

/** Holds the journal against every request of the file's tests; to be called last. */
export function journalAudit(contract: Contract): void {
  describe('the journal, after all that', () => {
    beforeAll(() => contract.server.database.readJournal());

    test.each(operations.map(nameOf))('has one true record of every request: %s', name => {
      const taken = new Set<string>();
      for (const sent of contract.sent.filter(({ operation }) => nameOf(operation) === name)) {
        const federated = federatedCaller(sent, taken);
        const entries = contract.server.database.journalOf(sent.requestId);
        const record = expectedRecord(sent, federated);
        // Who asked for a role of another account stands in the journal of the role's owner as well, where there is the role.
        const owner = entries.length > 1 ? roleOwnerElsewhere(sent) : undefined;
        const accounts = [accountOf(sent, federated), ...(owner === undefined ? [] : [owner])];
        expect({ call: sent.userAgent, entries }).toEqual({
          call: sent.userAgent,
          entries: accounts.map(accountId => ({ accountId, record })),
        });
      }
    });

    test('has been asked about something', () => {
      expect(contract.sent.length).toBeGreaterThan(100);
    });
  });
}

function knownSigner({ signer, code }: Sent): Signer | undefined {
  return beforeAnybodyIsKnown.some(form => form.test(code)) ? undefined : signer;
}

type Federated = Readonly<Record<'type' | 'accountId' | 'principalId', string>>;

/**
 * Whom an identity provider vouches for, which a success shows, and the refusal of an assertion that is right and was taken
 * before; undefined for everybody else.
 *
 * @param taken exchanges that have succeeded so far; this one is added to them
 */
function federatedCaller(
  { operation, parameters, signer, code }: Sent,
  taken: Set<string>,
): Federated | undefined {
  if (signer !== undefined || operation.effect !== 'anonymous') return undefined;
  const { SAMLProviderArn, RoleArn, SAMLAssertion } = parameters;
  const exchange = JSON.stringify([SAMLProviderArn, RoleArn, SAMLAssertion]);
  const isSpent = code === 'AuthenticationFail.SAMLAssertion.Invalid' && taken.has(exchange);
  if (code !== 'Success' && !isSpent) return undefined;
  taken.add(exchange);
  const arn = parameters.OIDCProviderArn ?? parameters.SAMLProviderArn ?? '';
  const [, , , accountId = '', principalId = ''] = arn.split(':');
  return { type: principalId.startsWith('oidc-') ? 'oidc-user' : 'saml-user', accountId, principalId };
}

function accountOf(sent: Sent, federated: Federated | undefined): string {
  return knownSigner(sent)?.accountId ?? federated?.accountId ?? 'system';
}

function expectedRecord(sent: Sent, federated: Federated | undefined): Record<string, unknown> {
  const { operation, code, requestId, userAgent } = sent;
  const signer = knownSigner(sent);
  const named = code !== beforeTheOperation;
  const kept = signer === undefined && federated === undefined ? KEPT.anybody : KEPT.known;
  const common = {
    v: 1,
    requestId,
    type: 'ApiCall',
    product: named ? operation.api.product : '',
    version: named ? operation.api.version : '',
    operation: named ? operation.name : '',
    effect: named && operation.effect === 'change' ? 'change' : 'read',
    caller: federated ?? callerOf(signer),
    ...(signer === undefined && named && sent.signer !== undefined
      ? { claimedAccessKeyId: sent.signer.accessKeyId }
      : {}),
    resources: expect.any(Array),
    parameters: named ? recordedParameters(sent, kept) : {},
    result: code,
    sourceIp: '127.0.0.1',
    userAgent: cut(userAgent, kept),
    secureTransport: false,
    ...(decides(operation) && code === 'Success' ? { decisions: expect.any(Array) } : {}),
    ...(issues(sent) ? { issued } : {}),
  };
  return code === 'Success' || code === quoting
    ? common
    : { ...common, message: expect.stringMatching(/\S/) };
}

/** Whose role somebody who signed asked for, when that is another account. */
function roleOwnerElsewhere(sent: Sent): string | undefined {
  const signer = knownSigner(sent);
  const [, , , owner = ''] = (sent.parameters.RoleArn ?? '').split(':');
  return signer === undefined || owner === '' || owner === signer.accountId ? undefined : owner;
}

/** Whether a record says which temporary credentials were handed out. */
function issues({ operation, code }: Sent): boolean {
  return code === 'Success' && 'Credentials' in operation.response;
}

/** Whether a record says what was decided for the caller. */
function decides(operation: Sent['operation']): boolean {
  return operation.effect === 'read' && operation.decisions !== undefined;
}

function callerOf(signer: Signer | undefined): Record<string, string> {
  if (signer === undefined) return { type: 'anonymous' };
  const { userName, accountId, userId: principalId, accessKeyId } = signer;
  return { type: 'ram-user', userName, accountId, principalId, accessKeyId };
}

function recordedParameters({ operation, parameters }: Sent, kept: number): Record<string, string> {
  const recorded = Object.values(operation.parameters).flatMap(parameter =>
    placesOf(parameter, parameters).map(name => [
      name,
      parameter.sensitive === true ? MASK : cut(parameters[name] ?? '', kept),
    ]),
  );
  return Object.fromEntries(recorded);
}

/** Under which names a parameter was sent: its own, or those of the items of a list. */
function placesOf({ wire, kind }: Parameter, sent: WireParameters): string[] {
  if (wire in sent) return [wire];
  return kind === 'list' ? Object.keys(sent).filter(name => name.startsWith(`${wire}.`)) : [];
}

function cut(text: string, kept: number): string {
  return text.length <= kept ? text : `${text.slice(0, kept)}…`;
}
