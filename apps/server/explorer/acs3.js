/** Signatures as @wardenry/signature makes them, by the crypto that browsers have (spec: wire 1). */

/** @typedef {{ readonly accessKeyId: string, readonly accessKeySecret: string, readonly securityToken: string }} Credentials */
/** @typedef {{ readonly host: string, readonly action: string, readonly version: string, readonly body: string }} Call */

const ALGORITHM = 'ACS3-HMAC-SHA256';
const text = new TextEncoder();

/**
 * Signs a POST of a form to `/`.
 *
 * @param {Call} call
 * @param {Credentials} credentials an empty token is none
 * @param {{ readonly date: Date, readonly nonce: string }} once
 * @returns {Promise<Record<string, string>>} the headers to send beside Host, which browsers send themselves
 */
export async function signedHeaders({ host, action, version, body }, credentials, { date, nonce }) {
  const { accessKeyId, accessKeySecret, securityToken } = credentials;
  const digest = hex(await crypto.subtle.digest('SHA-256', text.encode(body)));
  /** @type {Record<string, string>} */
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    host,
    'x-acs-action': action,
    'x-acs-content-sha256': digest,
    'x-acs-date': `${date.toISOString().slice(0, 19)}Z`,
    'x-acs-signature-nonce': nonce,
    'x-acs-version': version,
    ...(securityToken === ''
      ? {}
      : { 'x-acs-accesskey-id': accessKeyId, 'x-acs-security-token': securityToken }),
  };
  const names = Object.keys(headers).sort();
  const lines = names.map(name => `${name}:${headers[name]}\n`).join('');
  const canonical = ['POST', '/', '', lines, names.join(';'), digest].join('\n');
  const canonicalDigest = hex(await crypto.subtle.digest('SHA-256', text.encode(canonical)));
  const signature = await hmac(accessKeySecret, `${ALGORITHM}\n${canonicalDigest}`);
  const { host: _, ...sent } = headers;
  return {
    ...sent,
    authorization: `${ALGORITHM} Credential=${accessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`,
  };
}

/**
 * @param {string} secret
 * @param {string} message
 */
async function hmac(secret, message) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', text.encode(secret), algorithm, false, ['sign']);
  return hex(await crypto.subtle.sign('HMAC', key, text.encode(message)));
}

/** @param {ArrayBuffer} bytes */
function hex(bytes) {
  return [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
