import type { IncomingMessage, ServerResponse } from 'node:http';
import { handOver } from './admissions.ts';
import type { Guard } from './guard.ts';
import { sendReply } from './node-http.ts';
import type { RuleSource } from './rules/rule.ts';
import type { RouteParameters } from './rules/template.ts';

/** The part of Express's request that matters here. */
export interface ExpressRequest extends IncomingMessage {
  /** The target as it came; routers shorten `url`. */
  readonly originalUrl: string;
  readonly params: RouteParameters;
}

/** A middleware of Express 4 and 5. */
export type ExpressMiddleware = (
  request: ExpressRequest,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * Makes a middleware that lets a request on to the next one when it is verified and allowed, as `request.wardenry`. Put it
 * in front of every parser of bodies.
 *
 * @param rule of the route; gaps in its resource are the route's parameters. In `app.use`, before there is a route,
 *   `routes({…})` chooses one by method and path
 * @throws TypeError when the rule cannot be read
 */
export function protect(guard: Guard, rule: RuleSource): ExpressMiddleware {
  const gate = guard.gate(rule);
  return (request, response, next) => {
    gate(request, { target: request.originalUrl, params: request.params }).then(outcome => {
      if (!outcome.passed) return sendReply(response, outcome.reply);
      handOver(request, outcome.admission);
      next();
    }, next);
  };
}
