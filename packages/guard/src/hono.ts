import { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { handOver } from './admissions.ts';
import type { Guard } from './guard.ts';
import type { Admission } from './outcome.ts';
import type { RuleSource } from './rules/rule.ts';
import type { RouteParameters } from './rules/template.ts';

/** Of `new Hono<GuardEnv>()`: what `@hono/node-server` brings, and what the guard adds. */
export interface GuardEnv {
  readonly Bindings: { readonly incoming: IncomingMessage };
  readonly Variables: { readonly wardenry: Admission };
}

/** The part of Hono's context that matters here. */
export interface HonoContext {
  // Typed as loosely as applications type theirs; looked at before it is used.
  readonly env: unknown;
  readonly req: { raw: Request; param(): RouteParameters };
  set(key: 'wardenry', value: Admission): void;
}

/** A middleware of Hono 4 on `@hono/node-server`. */
export type HonoMiddleware = (
  context: HonoContext,
  next: () => Promise<void>,
) => Promise<Response | undefined>;

/**
 * Makes a middleware that lets a request on to the next one when it is verified and allowed, as `c.get('wardenry')`. It
 * reads the request of node:http, since a Request has lost what was signed: its own spelling of the target and headers.
 *
 * @param rule of the route; gaps in its resource are the route's parameters. In `app.use('*', …)`, before there is a route,
 *   `routes({…})` chooses one by method and path
 * @throws TypeError when the rule cannot be read
 */
export function protect(guard: Guard, rule: RuleSource): HonoMiddleware {
  const gate = guard.gate(rule);
  return async (context, next) => {
    const incoming = incomingOf(context.env);
    const outcome = await gate(incoming, { params: context.req.param() });
    if (!outcome.passed) {
      const { status, headers, body } = outcome.reply;
      return new Response(body, { status, headers });
    }
    context.req.raw = withBody(context.req.raw, incoming);
    handOver(incoming, outcome.admission);
    if (outcome.admission !== undefined) context.set('wardenry', outcome.admission);
    await next();
    return undefined;
  };
}

/** The server makes no Request of a stream that was read, since it cannot know that everything was put back. */
function withBody(request: Request, incoming: IncomingMessage): Request {
  const { method, headers, url } = request;
  if (!incoming.readableDidRead || method === 'GET' || method === 'HEAD') return request;
  return new Request(url, { method, headers, body: Readable.toWeb(incoming), duplex: 'half' });
}

/** @throws TypeError on another server than Node's; Hono answers 500 then */
function incomingOf(env: unknown): IncomingMessage {
  const bindings = typeof env === 'object' && env !== null ? env : {};
  if ('incoming' in bindings && bindings.incoming instanceof IncomingMessage) return bindings.incoming;
  throw new TypeError('The guard for Hono needs @hono/node-server, over HTTP/1.1.');
}
