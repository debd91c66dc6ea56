import type { WireRequest } from '../../e2e/doors/raw-http.ts';

/** A request without a body as it goes over a connection that is kept. */
export function requestBytes({ method, target, headers }: WireRequest): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join('')}content-length: 0\r\n\r\n`);
}
