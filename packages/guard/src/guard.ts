import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { examine, type Findings, type Surroundings } from './examination.ts';
import { notify } from './observer.ts';
import type { Admission, Outcome, RouteFacts } from './outcome.ts';
import { type Refusal, refusalReply } from './refusals/refusal.ts';
import { refusedBy } from './refusals/refused.ts';
import { announcesBody } from './request/body.ts';
import { PUBLIC, type ReadRule, type RuleFunction, type RuleSource, readRule } from './rules/rule.ts';
import { connectTo } from './server/post.ts';
import { type GuardOptions, readOptions } from './settings.ts';

/** Decides about one request. Its promise is never rejected: whatever goes wrong is a refusal. */
export type Gate = (request: IncomingMessage, route?: RouteFacts) => Promise<Outcome>;

/** One service's way to have requests verified and decided about. Make one, and use it for all routes. */
export interface Guard {
  /**
   * Makes the gate of a route; the adapters call this.
   *
   * @throws TypeError when the rule cannot be read
   */
  gate(rule: RuleSource): Gate;
  /** Closes the connections to the server. */
  close(): void;
}

/**
 * Makes a guard.
 *
 * @throws TypeError when an option cannot be read, with what to write instead
 */
export function createGuard(options: GuardOptions): Guard {
  const settings = readOptions(options);
  const surroundings = { settings, server: connectTo(settings) };
  return {
    gate(rule) {
      if (rule === PUBLIC) return async () => ({ passed: true, admission: undefined });
      const source = typeof rule === 'function' ? rule : readRule(rule, settings.account);
      return (request, route = {}) => decide(surroundings, source, request, route);
    },
    close: surroundings.server.close,
  };
}

async function decide(
  surroundings: Surroundings,
  source: ReadRule | RuleFunction,
  request: IncomingMessage,
  route: RouteFacts,
): Promise<Outcome> {
  const findings: Findings = {};
  try {
    const admission = await examine(surroundings, source, request, route, findings);
    return { passed: true, admission };
  } catch (error) {
    const refusal = reported(surroundings, findings, request, error);
    if (surroundings.settings.dryRun)
      return { passed: true, admission: dryAdmission(findings, route, refusal) };
    return { passed: false, refusal, reply: refusalReply(refusal, leavesBody(findings, request)) };
  }
}

function reported(
  { settings }: Surroundings,
  { head, check, identity, requestId = randomUUID().toUpperCase() }: Findings,
  { method = '', url = '' }: IncomingMessage,
  error: unknown,
): Refusal {
  const { kind, detail } = refusedBy(error);
  const refusal = { ...kind, requestId };
  notify(settings.onRefusal, {
    refusal,
    method,
    path: head?.path ?? pathOf(url),
    ...(check === undefined ? {} : { action: check.action, resources: check.resource }),
    ...(identity === undefined ? {} : { identity }),
    ...(detail === undefined ? {} : { detail }),
    dryRun: settings.dryRun,
  });
  return refusal;
}

function dryAdmission(findings: Findings, route: RouteFacts, wouldRefuse: Refusal): Admission {
  const { identity, params = route.params ?? {} } = findings;
  const admission = { params, requestId: wouldRefuse.requestId, wouldRefuse };
  return identity === undefined ? admission : { ...admission, identity };
}

/** Whether something is left on the connection that nobody is going to read. */
function leavesBody({ head }: Findings, request: IncomingMessage): boolean {
  return !request.complete && (head === undefined || announcesBody(head.headers));
}

function pathOf(target: string): string {
  const mark = target.indexOf('?');
  return mark < 0 ? target : target.slice(0, mark);
}
