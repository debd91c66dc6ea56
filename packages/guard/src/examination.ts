import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Identity } from './identity.ts';
import type { Admission, RouteFacts } from './outcome.ts';
import { type RefusalKind, refusalKinds } from './refusals/refusal.ts';
import { Refused } from './refusals/refused.ts';
import { forbiddenKind, unverifiedKind } from './refusals/verdicts.ts';
import { type BodyFailure, readBody } from './request/body.ts';
import { originOf } from './request/connection.ts';
import { type Head, readClaim, readHead, type SignatureClaim } from './request/head.ts';
import { PUBLIC, type ReadRule, type RuleFunction, readRule } from './rules/rule.ts';
import type { RouteParameters } from './rules/template.ts';
import type { ServerConnection } from './server/post.ts';
import { type Check, verify } from './server/verify.ts';
import type { Settings } from './settings.ts';

/** What every examination of a guard shares. */
export interface Surroundings {
  readonly settings: Settings;
  readonly server: ServerConnection;
}

/** What has been found out about a request so far, for whoever hears of its refusal. */
export interface Findings {
  head?: Head;
  params?: RouteParameters;
  check?: Check;
  identity?: Identity;
  requestId?: string;
}

/**
 * Goes through everything that a request has to pass, from what costs nothing to what costs most: nobody is asked about a
 * request that cannot be read, and the body of a stranger is not read.
 *
 * @param findings is filled on the way
 * @returns undefined for a public request
 * @throws Refused or another error that {@link refusedBy} knows; any other counts as a mistake in the rule
 */
export async function examine(
  { settings, server }: Surroundings,
  source: ReadRule | RuleFunction,
  request: IncomingMessage,
  route: RouteFacts,
  findings: Findings,
): Promise<Admission | undefined> {
  const { method = '', url = '', rawHeaders } = request;
  const head = readHead(method, route.target ?? url, rawHeaders);
  findings.head = head;
  const routed = route.params ?? {};
  const deadline = performance.now() + settings.timeout;
  const rule = typeof source === 'function' ? await chosenRule(source, head, routed, settings) : source;
  if (rule === PUBLIC) return undefined;
  const params = { ...routed, ...rule.params };
  findings.params = params;
  findings.check = checkOf(settings, request, head, rule, params);
  const claim = claimOf(head);

  const { dryRun } = settings;
  const answer = await verify(server, head, claim, findings.check, { dryRun, deadline });
  findings.requestId = answer.requestId;
  if (answer.kind === 'unverified') throw new Refused(unverifiedKind(answer.code), answer.code);
  findings.identity = answer.identity;
  if (!answer.allowed) throw new Refused(forbiddenKind(findings.check.action, findings.check.resource));

  const body = await verifiedBody(request, head, claim, settings.bodyLimit);
  return { identity: answer.identity, body, params, requestId: answer.requestId };
}

async function chosenRule(
  choose: RuleFunction,
  { method, path, query, headers }: Head,
  params: RouteParameters,
  { account, timeout }: Settings,
): Promise<ReadRule | typeof PUBLIC> {
  const rule = await inTime(choose({ method, path, query, headers, params }), timeout);
  if (rule === undefined) throw new Refused(refusalKinds.noRule);
  return rule === PUBLIC ? PUBLIC : readRule(rule, account);
}

/** Waits no longer than the guard may take: what has not come by then refuses. */
async function inTime<Value>(value: Value | Promise<Value>, timeout: number): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new Refused(refusalKinds.unavailable, `the rule was not chosen within ${timeout} ms`));
  }, timeout);
  try {
    return await Promise.race([value, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function checkOf(
  { isProxy }: Settings,
  { socket }: IncomingMessage,
  { headers }: Head,
  { action, templates, context }: ReadRule,
  params: RouteParameters,
): Check {
  const origin = originOf(socket, headers, isProxy);
  if (origin === undefined) throw new Refused(refusalKinds.unknownOrigin);
  return {
    action,
    resource: templates.map(template => template.fill(params)),
    context: {
      ...context,
      'acs:SourceIp': origin.sourceIp,
      'acs:SecureTransport': String(origin.secureTransport),
    },
  };
}

function claimOf({ headers }: Head): SignatureClaim {
  const reading = readClaim(headers);
  if (reading.kind === 'claim') return reading.claim;
  throw new Refused(
    reading.kind === 'absent' ? refusalKinds.missingSignature : refusalKinds.unsupportedSignature,
  );
}

/** The server has verified a digest; here the body is shown to be what it is the digest of. */
async function verifiedBody(
  request: IncomingMessage,
  { headers }: Head,
  { digest, bodyDigest }: SignatureClaim,
  limit: number,
): Promise<Buffer> {
  const reading = await readBody(request, headers, limit);
  if (!reading.complete) throw new Refused(...bodyRefusals[reading.failure]);
  const actual = createHash(digest).update(reading.bytes).digest('hex');
  if (actual !== bodyDigest) throw new Refused(refusalKinds.bodyMismatch);
  return reading.bytes;
}

const bodyRefusals: Readonly<Record<BodyFailure, [kind: RefusalKind, detail?: string]>> = {
  'too-large': [refusalKinds.bodyTooLarge],
  incomplete: [refusalKinds.incompleteBody],
  consumed: [
    refusalKinds.misconfigured,
    'the body was read before the guard could verify it; put the guard in front of every parser of bodies',
  ],
};
