import { callerArn, principalId } from '../../kernel/callers/identity.ts';
import type { RequestContext } from '../../kernel/context.ts';
import type {
  GuardedService,
  HandedOverRequest,
  RequestVerifier,
  VerifiedRequest,
} from '../../kernel/decisions.ts';
import { ApiError } from '../../kernel/errors.ts';
import { type Operation, readOperation, wardenry, wholeAccount } from '../../kernel/operation.ts';
import { json, text } from '../../kernel/parameters.ts';
import { object, optional, textField } from '../../kernel/response.ts';
import { callerIdentity, callerIdentityFields } from '../sts/index.ts';
import { authRequest, invalidProxyRequest } from './auth-request.ts';
import type { Question } from './check.ts';
import { type Answer, answerTo, type DecidingFor, recordedDecision } from './decide.ts';
import { bodySentTwice, decisionTooCostly } from './errors.ts';
import { base64, handedOver, hexDigest, readHeaders } from './handed-over.ts';
import { dryRun, explain } from './parameters.ts';
import type { CheckReaders } from './read-check.ts';
import { decisionFields, decisionMembers, refusalFields } from './wire.ts';

/** Characters of base64, which leave room for everything else in a body of our own; for longer ones there is the digest. */
const LONGEST_BODY = 900_000;

/** What became of a request that was handed over. */
type Outcome =
  | { readonly principal: VerifiedRequest; readonly answer?: Answer }
  | { readonly refusal: ApiError };

/**
 * Wardenry VerifyRequest: who signed a request that a service received, and whether that somebody may do what the service
 * takes it for. A refusal of that request is an answer, so that a service can tell it from a refusal of itself.
 */
export function wardenryVerifyRequest(
  readers: CheckReaders,
  verifier: RequestVerifier,
  decidingFor: DecidingFor,
): Operation {
  return readOperation({
    api: wardenry,
    name: 'VerifyRequest',
    summary: [
      'Verifies a signed request that a service received, tells who sent it and, if asked, whether it is allowed.',
      '校验业务服务收到的已签名请求，返回请求者身份，并可同时判定其是否有权执行。',
    ],
    aliases: [{ method: 'POST', path: '/v1/verify' }, authRequest],
    parameters: {
      method: text('method', {
        required: true,
        min: 1,
        max: 32,
        doc: ['Method of the request.', '请求方法。'],
      }),
      path: text('path', {
        required: true,
        min: 1,
        max: 65_536,
        sensitive: true,
        doc: ['Path as it was received, still percent-encoded.', '收到的原始路径（保留百分号编码）。'],
      }),
      query: text('query', {
        min: 1,
        max: 65_536,
        sensitive: true,
        doc: [
          'Query as it was received, still percent-encoded, without the question mark.',
          '收到的原始查询串（保留百分号编码，不含问号）。',
        ],
      }),
      headers: json('headers', readHeaders, {
        required: true,
        missingCode: 'MissingParameter.headers',
        sensitive: true,
        shape: [
          'an object of values, or of lists of values, by name; or a list of names and values in turn',
          '以名称为键、值或值列表为值的对象；或名称与值交替排列的列表',
        ],
        doc: [
          'Headers as they were received; what is not signed may be left out, but no x-acs-* header.',
          '收到的请求头；未签名的可省略，但不得省略任何 x-acs-* 请求头。',
        ],
      }),
      body: text('body', {
        min: 1,
        max: LONGEST_BODY,
        format: base64,
        sensitive: true,
        doc: ['Body as it was received, in base64.', '收到的请求体（base64）。'],
      }),
      bodySha256: text('bodySha256', {
        min: 64,
        max: 64,
        format: hexDigest,
        doc: [
          'In place of the body: its digest in lower-case hexadecimal, by the hash of the signature. RPC V1 signs the form itself, so that it needs the body.',
          '可代替请求体：按签名算法所用散列计算的小写十六进制摘要。RPC V1 直接签名表单，须提供请求体。',
        ],
      }),
      check: json('check', readers.question, {
        sensitive: true,
        shape: [
          '{action, resource, context?, resourceGroupId?, resourceTags?, controlPolicies?}',
          '{action, resource, context?, resourceGroupId?, resourceTags?, controlPolicies?}',
        ],
        doc: [
          'What the request would do, to have it decided as well.',
          '该请求要执行的操作，用于同时判定权限。',
        ],
      }),
      explain,
      dryRun,
    },
    response: {
      identity: optional(object(callerIdentityFields)),
      unsignedParameters: { kind: 'list', item: textField },
      refusal: optional(object(refusalFields)),
      ...optionalDecision,
    },
    errors: [invalidProxyRequest, bodySentTwice, decisionTooCostly],
    authorization: { kind: 'policy', resources: () => [wholeAccount] },
    audit: 'data',
    async run(scope, command) {
      const service = {
        accountId: scope.accountId,
        principalId: principalId(scope.context.caller),
        now: scope.now,
      };
      const outcome = await verified(verifier, handedOver(command), service);
      if ('refusal' in outcome || command.check === undefined) return { outcome, options: command };
      const question = questionOf(command.check, scope.context);
      const answer = await answerTo(outcome.principal, question, decidingFor(scope.now, command));
      return { outcome: { ...outcome, answer }, options: command };
    },
    decisions: ({ outcome, options }) => {
      if ('refusal' in outcome) return [{ decision: 'Refused', refusal: outcome.refusal.code }];
      const { principal, answer } = outcome;
      return answer === undefined
        ? [{ principal: callerArn(principal.identity), decision: 'Verified' }]
        : [recordedDecision(answer, options.dryRun)];
    },
    render: ({ outcome, options }) => {
      if ('refusal' in outcome) {
        const { code, message, status } = outcome.refusal;
        return { unsignedParameters: [], refusal: { code, message, status } };
      }
      const { principal, answer } = outcome;
      return {
        identity: callerIdentity(principal.identity),
        unsignedParameters: principal.unsignedParameters,
        ...(answer === undefined ? {} : decisionMembers(answer, options.dryRun)),
      };
    },
  });
}

/** A proxy passes connections on, so that what is known of its own is known of the request that it asks about. */
function questionOf(question: Question, { caller, connection }: RequestContext): Question {
  if (caller.kind !== 'gateway') return question;
  const conditions = new Map(question.conditions)
    .set('acs:sourceip', connection.sourceIp)
    .set('acs:securetransport', String(connection.secureTransport))
    .set('acs:useragent', connection.userAgent);
  return { ...question, conditions };
}

const optionalDecision = {
  decision: optional(decisionFields.decision),
  wouldBe: decisionFields.wouldBe,
  explanation: decisionFields.explanation,
} as const;

async function verified(
  verifier: RequestVerifier,
  request: HandedOverRequest,
  service: GuardedService,
): Promise<Outcome> {
  try {
    return { principal: await verifier.verify(request, service) };
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) return { refusal: error };
    throw error;
  }
}
