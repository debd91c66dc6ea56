import { parseAuthorization, parseRequest, SigningSecret, signAcs3, verifyAcs3 } from '@wardenry/signature';

// A client signs a call,
const headers = signAcs3(
  {
    method: 'POST',
    path: '/',
    query: [{ name: 'UserName', value: 'alice' }],
    headers: { host: 'iam.example', 'x-acs-action': 'GetUser', 'x-acs-version': '2015-05-01' },
  },
  { accessKeyId: 'an-id', accessKeySecret: 'a-secret' },
  { date: new Date(), nonce: crypto.randomUUID() },
);

// and a server that knows the secret of that id verifies what it received.
const request = parseRequest({
  method: 'POST',
  target: '/?UserName=alice',
  rawHeaders: Object.entries(headers).flat(),
  body: new Uint8Array(),
});
const authorization = parseAuthorization(request.headers.get('authorization') ?? '');
export const verdict = authorization && verifyAcs3(request, authorization, new SigningSecret('a-secret'));
// { valid: true, unsignedParameters: [] }
