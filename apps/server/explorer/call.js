/**
 * Calls of operations, made by the page in the name of whoever gives it a key.
 *
 * @import { Credentials } from './acs3.js'
 * @import { Operation } from './document.js'
 * @import { Value } from './fields.js'
 */
import { signedHeaders } from './acs3.js';
import { parametersOf } from './document.js';

/** @typedef {Readonly<Record<string, Value>>} Values what was entered, by the names of the parameters */
/** @typedef {{ readonly status: number, readonly milliseconds: number, readonly body: string }} Answer */

/**
 * The form of a call: lists as the operation wants them, everything else as it was entered.
 *
 * @param {Operation} operation
 * @param {Values} values
 */
export function formOf(operation, values) {
  const form = new URLSearchParams();
  for (const { name, schema } of parametersOf(operation)) {
    const value = values[name];
    if (value === undefined) continue;
    if (typeof value === 'string') form.append(name, value);
    else if (schema['x-wardenry-list'] === 'json') form.append(name, JSON.stringify(value));
    else for (const [at, item] of value.entries()) appendItem(form, `${name}.${at + 1}`, item);
  }
  return form;
}

/**
 * @param {URLSearchParams} form
 * @param {string} name
 * @param {string | Readonly<Record<string, string>>} item
 */
function appendItem(form, name, item) {
  if (typeof item === 'string') form.append(name, item);
  else for (const [member, value] of Object.entries(item)) form.append(`${name}.${member}`, value);
}

/**
 * Makes a call.
 *
 * @param {Operation} operation
 * @param {Values} values
 * @param {Credentials} credentials not looked at where an operation asks for no signature
 * @returns {Promise<Answer>}
 * @throws {TypeError} when no answer came
 */
export async function makeCall(operation, values, credentials) {
  const form = formOf(operation, values);
  const unsigned = operation.declared['x-wardenry-effect'] === 'anonymous';
  const request = unsigned
    ? unsignedRequest(operation, form)
    : await signedRequest(operation, form, credentials);
  const started = performance.now();
  const response = await fetch('/', { method: 'POST', redirect: 'error', credentials: 'omit', ...request });
  const body = await response.text();
  return { status: response.status, milliseconds: Math.round(performance.now() - started), body };
}

/**
 * @param {Operation} operation
 * @param {URLSearchParams} form
 * @param {Credentials} credentials
 */
async function signedRequest({ name, version }, form, credentials) {
  const body = form.toString();
  const once = { date: new Date(), nonce: crypto.randomUUID() };
  const headers = await signedHeaders(
    { host: location.host, action: name, version, body },
    credentials,
    once,
  );
  return { headers, body };
}

/**
 * @param {Operation} operation
 * @param {URLSearchParams} form
 */
function unsignedRequest({ name, version }, form) {
  const naming = new URLSearchParams([['Action', name], ['Version', version], ['Format', 'JSON'], ...form]);
  return { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: naming.toString() };
}
