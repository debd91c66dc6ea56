import { Buffer } from 'node:buffer';
import type { ReceivedRequest } from '../src/index.ts';

/** A request with one thing changed, and what that is. */
export interface Mutant {
  readonly change: string;
  readonly request: ReceivedRequest;
}

type Header = readonly [name: string, value: string];

/** Changes one thing at a time, in every part of a request: request line, headers, query, body. */
export function* mutantsOf(request: ReceivedRequest): Generator<Mutant> {
  yield* methodMutants(request);
  yield* pathMutants(request);
  yield* headerMutants(request);
  yield* queryMutants(request);
  yield* bodyMutants(request);
}

function* methodMutants(request: ReceivedRequest): Generator<Mutant> {
  for (const method of [
    'GET',
    'HEAD',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    request.method.toLowerCase(),
    '',
    'POST\n/',
  ]) {
    if (method !== request.method) yield { change: `method ${method}`, request: { ...request, method } };
  }
}

function* pathMutants(request: ReceivedRequest): Generator<Mutant> {
  const [path, query] = splitTarget(request.target);
  for (const changed of [
    `${path}x`,
    `${path}/`,
    `/${path}`,
    `${path}.`,
    `${path}%20`,
    `${path}%2F`,
    `${path}*`,
    '/%',
    '',
  ]) {
    yield { change: `path ${changed}`, request: { ...request, target: joinTarget(changed, query) } };
  }
  for (let i = 1; i < path.length; i++) {
    const changed = `${path.slice(0, i)}${flipCharacter(path, i)}${path.slice(i + 1)}`;
    yield { change: `path ${changed}`, request: { ...request, target: joinTarget(changed, query) } };
  }
}

function* headerMutants(request: ReceivedRequest): Generator<Mutant> {
  const headers = pairUp(request.rawHeaders);
  const withHeaders = (change: string, changed: readonly Header[]): Mutant => ({
    change,
    request: { ...request, rawHeaders: changed.flat() },
  });
  for (const [index, [name, value]] of headers.entries()) {
    const replaceBy = (...replacement: Header[]) => headers.toSpliced(index, 1, ...replacement);
    for (const changed of textMutants(value))
      yield withHeaders(`${name} ${changed}`, replaceBy([name, changed]));
    yield withHeaders(`${name} removed`, replaceBy());
    yield withHeaders(`${name} renamed`, replaceBy([`${name}x`, value]));
    yield withHeaders(`${name} twice`, replaceBy([name, value], [name, value]));
    yield withHeaders(`${name} twice, other first`, replaceBy([name, `${value}x`], [name, value]));
  }
  for (const added of [
    'x-acs-extra',
    'x-acs-security-token',
    'x-acs-accesskey-id',
    'content-type',
    'X-Acs-Date',
  ]) {
    yield withHeaders(`${added} added`, [...headers, [added, 'added']]);
  }
  yield withHeaders('form declared', [...headers, ['content-type', 'application/x-www-form-urlencoded']]);
}

function* queryMutants(request: ReceivedRequest): Generator<Mutant> {
  const [path, query] = splitTarget(request.target);
  for (const [change, changed] of parameterMutants(query)) {
    yield { change: `query: ${change}`, request: { ...request, target: joinTarget(path, changed) } };
  }
  const pairs = query.split('&');
  for (const [index, pair] of pairs.entries()) {
    const body = Buffer.concat([request.body, Buffer.from(request.body.length > 0 ? `&${pair}` : pair)]);
    const target = joinTarget(path, pairs.toSpliced(index, 1).join('&'));
    yield { change: `query: ${pair} moved to the body`, request: { ...request, target, body } };
    yield { change: `query: ${pair} repeated in the body`, request: { ...request, body } };
  }
}

function* bodyMutants(request: ReceivedRequest): Generator<Mutant> {
  const withBody = (change: string, body: string): Mutant => ({
    change: `body: ${change}`,
    request: { ...request, body: Buffer.from(body, 'latin1') },
  });
  const body = Buffer.from(request.body).toString('latin1');
  for (const changed of textMutants(body)) yield withBody(changed, changed);
  for (const [change, changed] of parameterMutants(body)) yield withBody(change, changed);
  for (let i = 0; i < body.length; i++) {
    const flipped = String.fromCharCode(body.charCodeAt(i) ^ 1);
    yield withBody(`byte ${i} flipped`, `${body.slice(0, i)}${flipped}${body.slice(i + 1)}`);
  }
}

function* parameterMutants(encoded: string): Generator<readonly [change: string, encoded: string]> {
  const pairs = encoded === '' ? [] : encoded.split('&');
  for (const [index, pair] of pairs.entries()) {
    const [name = '', value = ''] = pair.split('=');
    const replaceBy = (...replacement: string[]) => pairs.toSpliced(index, 1, ...replacement).join('&');
    for (const changed of textMutants(value))
      yield [`${pair} to ${changed}`, replaceBy(`${name}=${changed}`)];
    for (const changed of textMutants(name)) yield [`${pair} renamed`, replaceBy(`${changed}=${value}`)];
    yield [`${pair} removed`, replaceBy()];
    yield [`${pair} twice`, replaceBy(pair, pair)];
    yield [`${pair} shadowed`, replaceBy(`${name}=shadow`, pair)];
    yield [`${pair} shadowed in lower case`, replaceBy(`${name.toLowerCase()}=shadow`, pair)];
    yield [`${pair} swallowed`, replaceBy(`${name}=${value}%26${pairs[index + 1] ?? 'x'}`)];
  }
  for (const added of [
    'Added=1',
    'Added=',
    'Added',
    'action=DeleteUser',
    'AccessKeyId=x',
    'Signature=',
    '%00=1',
    '=1',
    'A=%',
  ]) {
    yield [`${added} added`, [...pairs, added].join('&')];
    yield [`${added} put first`, [added, ...pairs].join('&')];
  }
}

function* textMutants(text: string): Generator<string> {
  yield `${text}x`;
  yield `x${text}`;
  yield '';
  yield text.toUpperCase();
  yield text.toLowerCase();
  yield text.slice(1);
  yield text.slice(0, -1);
  yield `${text}%20`;
  yield `${text}+`;
  yield `${text}\u00a0`;
  yield `${text}\n`;
}

function flipCharacter(text: string, index: number): string {
  return text[index] === 'x' ? 'y' : 'x';
}

function splitTarget(target: string): readonly [path: string, query: string] {
  const [path = '', query = ''] = target.split('?');
  return [path, query];
}

function joinTarget(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}

function pairUp(rawHeaders: readonly string[]): Header[] {
  const pairs: Header[] = [];
  for (let i = 0; i < rawHeaders.length; i += 2) pairs.push([rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '']);
  return pairs;
}
