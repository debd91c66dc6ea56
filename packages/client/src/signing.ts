/** Calls signed with an AccessKey. Signatures need Node's crypto, so this is an entry of its own: browsers load the other. */
import { type Credentials, SigningSecret, signAcs3, signRpcV1 } from '@wardenry/signature';
import { type Authentication, FORM, namingParameters } from './authentication.ts';
import { encodeForm } from './encode.ts';

export type { Credentials } from '@wardenry/signature';

/** Signs with ACS3-HMAC-SHA256, as current SDKs do (spec: wire 1). */
export function acs3(credentials: Credentials): Authentication {
  const prepared = preparedOf(credentials);
  return ({ host, version, name, parameters }) => {
    const body = encodeForm(parameters);
    const headers = signAcs3(
      {
        method: 'POST',
        path: '/',
        headers: { host, 'content-type': FORM, 'x-acs-action': name, 'x-acs-version': version },
        body: new TextEncoder().encode(body),
      },
      prepared,
      { date: new Date(), nonce: crypto.randomUUID() },
    );
    return { headers, body };
  };
}

/** Signs with RPC V1 and HMAC-SHA1, as older SDKs do, for servers that know nothing newer (spec: wire 2). */
export function rpcV1(credentials: Credentials): Authentication {
  const prepared = preparedOf(credentials);
  return ({ version, name, parameters }) => {
    const all = [...namingParameters(version, name), ...parameters];
    const signed = signRpcV1('POST', all, prepared, { date: new Date(), nonce: crypto.randomUUID() });
    return { headers: { 'content-type': FORM }, body: encodeForm(signed) };
  };
}

function preparedOf({ accessKeySecret, ...others }: Credentials): Credentials {
  return {
    ...others,
    accessKeySecret:
      typeof accessKeySecret === 'string' ? new SigningSecret(accessKeySecret) : accessKeySecret,
  };
}
