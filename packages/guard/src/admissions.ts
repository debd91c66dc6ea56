import type { IncomingMessage } from 'node:http';
import type { Admission } from './outcome.ts';

const admissions = new WeakMap<IncomingMessage, Admission>();

/**
 * What the guard handed over with a request: who sent it, its verified body, the parameters of the route.
 *
 * @param request the request of node:http, which Express extends, Fastify has as `raw` and Hono as `env.incoming`
 * @throws TypeError when no guard has let it through: better no answer than one that nobody was asked about
 */
export function admissionOf(request: IncomingMessage): Admission {
  const admission = admissions.get(request);
  if (admission === undefined) {
    throw new TypeError(
      'No guard has let this request through. Protect its route, or do not ask who sent it.',
    );
  }
  return admission;
}

/** Hands an admission over to whatever serves the request; `holder` is what a handler calls the request. */
export function handOver(
  request: IncomingMessage,
  admission: Admission | undefined,
  holder: object = request,
): void {
  if (admission === undefined) return;
  admissions.set(request, admission);
  Object.assign(holder, { wardenry: admission });
}
