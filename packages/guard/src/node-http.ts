import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { handOver } from './admissions.ts';
import type { Guard } from './guard.ts';
import type { Admission } from './outcome.ts';
import type { RefusalReply } from './refusals/refusal.ts';
import type { RuleSource } from './rules/rule.ts';

/** A request that the guard has let through. */
export interface GuardedRequest extends IncomingMessage {
  /** Absent when the route is public. */
  readonly wardenry?: Admission;
}

/** Serves requests that the guard has let through. */
export type GuardedListener = (request: GuardedRequest, response: ServerResponse) => unknown;

/**
 * Puts the guard in front of a listener of node:http.
 *
 * @param rule of every request; `routes({…})` chooses one by method and path
 * @throws TypeError when the rule cannot be read
 */
export function protect(guard: Guard, rule: RuleSource, listener: GuardedListener): RequestListener {
  const gate = guard.gate(rule);
  return async (request, response) => {
    const outcome = await gate(request);
    if (!outcome.passed) return sendReply(response, outcome.reply);
    handOver(request, outcome.admission);
    await listener(request, response);
  };
}

/** Sends a refusal, unless nobody is there to hear it. */
export function sendReply(response: ServerResponse, { status, headers, body }: RefusalReply): void {
  if (response.destroyed) return;
  response.writeHead(status, headers);
  response.end(body);
}
