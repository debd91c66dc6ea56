import type { IncomingMessage } from 'node:http';
import { handOver } from './admissions.ts';
import type { Guard } from './guard.ts';
import type { RuleSource } from './rules/rule.ts';
import { isRouteParameters } from './rules/template.ts';

/** The part of Fastify's request that matters here. */
export interface FastifyRequest {
  readonly raw: IncomingMessage;
  /** The target as it came; `rewriteUrl` changes the one of `raw`. */
  readonly originalUrl: string;
  readonly params: unknown;
}

/** The part of Fastify's reply that matters here. */
export interface FastifyReply {
  code(status: number): unknown;
  headers(headers: Record<string, string>): unknown;
  send(body: string): unknown;
}

/** A hook `preParsing` of Fastify 5: the route is known, and nobody has read the body. */
export type PreParsingHook = <Payload>(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: Payload,
) => Promise<Payload | FastifyReply>;

/**
 * Makes a hook that lets a request on when it is verified and allowed, as `request.wardenry`. It is the `preParsing` of a
 * route, or of all routes with `addHook('preParsing', …)`; what it hands on can be parsed as usual.
 *
 * @param rule of the route; gaps in its resource are the route's parameters
 * @throws TypeError when the rule cannot be read
 */
export function protect(guard: Guard, rule: RuleSource): PreParsingHook {
  const gate = guard.gate(rule);
  return async (request, reply, payload) => {
    const params = isRouteParameters(request.params) ? request.params : {};
    const outcome = await gate(request.raw, { target: request.originalUrl, params });
    if (outcome.passed) {
      handOver(request.raw, outcome.admission, request);
      return payload;
    }
    const { status, headers, body } = outcome.reply;
    reply.code(status);
    reply.headers({ ...headers });
    reply.send(body);
    return reply;
  };
}
