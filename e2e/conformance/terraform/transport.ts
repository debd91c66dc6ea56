/** The two clients inside the Terraform provider, as they put calls on the wire (spec: wire 4.1). */
import { randomUUID } from 'node:crypto';
import { encodeParameters, type Parameter, signRpcV1 } from '@wardenry/signature';
import { type Address, type Reply, type Signer, versions } from '../../doors/door.ts';
import { membersOf, send } from '../../doors/raw-http.ts';
import type { ActionRow } from './actions.ts';

/** Parameters of a request by their wire names. */
export type RequestValues = Readonly<Record<string, string>>;

/** What came back. */
export interface Response {
  readonly status: number;
  readonly members: Reply;
}

/** Puts a call on the wire. */
export type Transport = (
  address: Address,
  signer: Signer,
  product: ActionRow['product'],
  action: string,
  request: RequestValues,
) => Promise<Response>;

const form = 'application/x-www-form-urlencoded';

// The provider adds these to what it sends; they mean nothing to the server.
const always = { RegionId: 'cn-hangzhou', AcceptLanguage: 'en-US', SourceIp: '', SecureTransport: '' };

/** The generic RPC client: what names the call and signs it stands in the query, the request in the form. */
export const rpcPost: Transport = async (address, signer, product, action, request) => {
  const signed = signedParameters(signer, product, action, request);
  const inForm = (parameter: Parameter) => parameter.name in request;
  const query = encodeParameters(signed.filter(parameter => !inForm(parameter)));
  const body = encodeParameters(signed.filter(inForm));
  return responseTo(address, { target: `/?${query}`, body });
};

/** The older SDK for Go: everything stands in the query, and the form is empty. */
export const olderSdk: Transport = async (address, signer, product, action, request) => {
  const signed = signedParameters(signer, product, action, { ...always, ...request });
  return responseTo(address, { target: `/?${encodeParameters(signed)}`, body: '' });
};

function signedParameters(
  signer: Signer,
  product: ActionRow['product'],
  action: string,
  request: RequestValues,
): Parameter[] {
  const named = { Action: action, Version: versions[product], Format: 'json', ...request };
  const parameters = Object.entries(named).map(([name, value]) => ({ name, value }));
  return signRpcV1('POST', parameters, signer, { date: new Date(), nonce: randomUUID() });
}

async function responseTo(
  address: Address,
  { target, body }: { readonly target: string; readonly body: string },
): Promise<Response> {
  const headers = { host: address.host, 'content-type': form, 'user-agent': 'Terraform/1.9 Provider/1.26' };
  const reply = await send(address, { method: 'POST', target, headers, body });
  return { status: reply.status, members: membersOf(reply) };
}
