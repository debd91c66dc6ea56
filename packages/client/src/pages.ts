import type { Client } from './client.ts';
import type { Operation } from './operation.ts';

/** How requests ask for a page, and replies name the next: lists of tags call it a token (spec: domain 1.5). */
interface PageMark {
  readonly Marker?: string | undefined;
  readonly NextToken?: string | undefined;
}

/**
 * Reads a list page by page, each when it is asked for.
 *
 * @param request of the first page
 * @returns the replies
 * @throws what `call` throws
 */
export async function* pages<Request extends PageMark, Reply extends PageMark>(
  client: Client,
  operation: Operation<Request, Reply>,
  request: NoInfer<Request>,
): AsyncGenerator<Reply, void, undefined> {
  for (let next: Request | undefined = request; next !== undefined; ) {
    const reply: Reply = await client.call(operation, next);
    yield reply;
    next = followed(next, reply);
  }
}

/** @returns undefined behind the last page */
function followed<Request extends PageMark>(request: Request, reply: PageMark): Request | undefined {
  if (reply.Marker !== undefined && reply.Marker !== '') return { ...request, Marker: reply.Marker };
  if (reply.NextToken !== undefined && reply.NextToken !== '')
    return { ...request, NextToken: reply.NextToken };
  return undefined;
}
