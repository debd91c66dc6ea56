// A shop behind nginx. It knows no signature and no policy; it only checks that the body is the one that was signed.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';

const server = createServer(async (request, response) => {
  response.setHeader('content-type', 'application/json');
  if (request.url === '/health') return response.end('{"status":"ok"}');
  const { 'x-wardenry-principal-arn': caller, 'x-wardenry-content-sha256': signed } = request.headers;
  const body = await bodyOf(request);
  if (createHash('sha256').update(body).digest('hex') !== signed) {
    response.statusCode = 401;
    return response.end(
      '{"code":"ContentDigestMismatch","message":"The body is not the one that was signed."}',
    );
  }
  const id = request.url?.split('/')[2];
  const order = request.method === 'POST' ? JSON.parse(String(body)) : { id };
  response.end(JSON.stringify({ order, caller }));
});

/** nginx has bounded its length: client_max_body_size. */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

// Only nginx may reach it: whoever else does can claim to be anybody.
server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1');
