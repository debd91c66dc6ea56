/** Small pages for whoever watches the server: `/livez`, `/readyz`, `/version`, and `/metrics` on the admin listener. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorKind } from '../kernel/errors.ts';
import { renderError } from '../pipeline/render.ts';
import type { RefusalWriter, RequestHandler } from '../pipeline/request/listener.ts';
import { webErrors } from './errors.ts';

/** A page as it is sent. */
export interface Page {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** Beside those that every page has. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Pages by their path. A page that fails answers 503. */
export type Pages = ReadonlyMap<string, () => Page | Promise<Page>>;

const JSON_TYPE = 'application/json;charset=utf-8';

function jsonPage(status: number, members: Readonly<Record<string, string>>): Page {
  return { status, contentType: JSON_TYPE, body: `${JSON.stringify(members)}\n` };
}

/** What the health pages tell. */
export interface HealthFacts {
  readonly version: string;
  /** @returns undefined when requests can be served, else one word for the reason */
  notReady(): Promise<string | undefined> | string | undefined;
}

/** The pages that every listener has. */
export function healthPages(facts: HealthFacts): Pages {
  return new Map<string, () => Page | Promise<Page>>([
    ['/livez', () => jsonPage(200, { status: 'alive' })],
    [
      '/readyz',
      async () => {
        const reason = await facts.notReady();
        return reason === undefined
          ? jsonPage(200, { status: 'ready' })
          : jsonPage(503, { status: 'not ready', reason });
      },
    ],
    ['/version', () => jsonPage(200, { name: 'Wardenry', version: facts.version })],
  ]);
}

/**
 * Puts pages in front of a handler.
 *
 * @param report takes what went wrong while a page was made
 */
export function withPages(
  pages: Pages,
  handler: RequestHandler,
  report: (error: unknown) => void,
): RequestHandler {
  return (request, response) => {
    const page = pages.get(pathOf(request.url ?? ''));
    if (page === undefined) handler(request, response);
    else if (request.method !== 'GET' && request.method !== 'HEAD')
      refuse(request, response, webErrors.wrongMethod, { allow: 'GET, HEAD' });
    else void answer(request, response, page, report);
  };
}

/** Answers that a listener has nothing else. */
export const pageNotFound: RequestHandler = (request, response) =>
  refuse(request, response, webErrors.pageNotFound);

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  make: () => Page | Promise<Page>,
  report: (error: unknown) => void,
): Promise<void> {
  try {
    const page = await make();
    send(request, response, page, page.headers);
  } catch (error) {
    report(error);
    refuse(request, response, webErrors.pageUnavailable);
  }
}

/** What is answered to who asks for a page in words that are no HTTP; nobody keeps a record of pages. */
export const refusePage: RefusalWriter = async ({ status, code, message }) => {
  const requestId = randomUUID().toUpperCase();
  return { requestId, reply: renderError('JSON', { status, code, message, requestId, host: '' }) };
};

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, code, message }: ErrorKind,
  headers: Readonly<Record<string, string>> = {},
): void {
  const requestId = randomUUID().toUpperCase();
  const host = request.headers.host ?? '';
  send(request, response, renderError('JSON', { status, code, message, requestId, host }), {
    'x-acs-request-id': requestId,
    ...headers,
  });
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, contentType, body }: Page,
  headers: Readonly<Record<string, string>> = {},
): void {
  // A body that nobody asked for is not read; without an end to it the connection cannot be used again.
  if (!request.complete) response.shouldKeepAlive = false;
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function pathOf(target: string): string {
  const query = target.indexOf('?');
  return query < 0 ? target : target.slice(0, query);
}
