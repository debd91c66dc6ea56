// The yardstick: node:http, which reads the body and answers with fixed bytes. Plain JavaScript, since a start that
// strips types first would be a slower one to be compared with.
import { createServer } from 'node:http';

const body = JSON.stringify({
  RequestId: '4F2E1C8B-0000-4000-8000-000000000000',
  Name: 'wardenry',
  Version: '0.1.0',
  AccountCount: 1,
  DatabaseKind: 'sqlite',
});
const headers = {
  'content-type': 'application/json;charset=utf-8',
  'content-length': Buffer.byteLength(body),
  'x-acs-request-id': '4F2E1C8B-0000-4000-8000-000000000000',
  'cache-control': 'no-store',
};

const server = createServer((request, response) => {
  /** @type {Buffer[]} */
  const chunks = [];
  request.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
  request.on('end', () => {
    response.writeHead(200, headers);
    response.end(body);
  });
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.stdout.write('ready\n'));
process.on('SIGTERM', () => process.exit(0));
