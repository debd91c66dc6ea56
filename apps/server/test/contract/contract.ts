/**
 * What every call of the suite goes through. Each reply is held against the declaration of its operation at once, and each
 * request is kept, so that the journal can be held against all of them at the end.
 */

import { productOperations } from '../../src/areas/index.ts';
import type { AnyOperation } from '../../src/kernel/operation.ts';
import { type ResponseTree, textField, type WireObject } from '../../src/kernel/response.ts';
import { declaredParts } from '../product-parts.ts';
import type { WireParameters } from '../test-account.ts';
import { declaredErrors } from './declared-errors.ts';
import { assertFits, errorTree, readXml } from './reply.ts';
import type { ServerInProcess } from './server.ts';
import {
  anonymousDoor,
  type Door,
  requestOf,
  Sender,
  type Signer,
  usualDoor,
  type WireReply,
  type WireRequest,
} from './wire.ts';

/** Every operation of the product, as it is declared. */
export const operations: readonly AnyOperation[] = productOperations(declaredParts);

/** How tests name an operation: `Ram CreateUser`. */
export function nameOf(operation: AnyOperation): string {
  return `${operation.api.product} ${operation.name}`;
}

/** What the names of a product's actions begin with, the principal one first (spec: policy 6). */
const prefixes = {
  Ram: ['ram'],
  Ims: ['ram', 'ims'],
  Sts: ['sts'],
  ResourceManager: ['ram'],
  Wardenry: ['wardenry'],
} as const;

/** The names of an operation's action as policies write them, the principal one first. */
export function actionsOf({ api, name }: AnyOperation): string[] {
  return prefixes[api.product].map(prefix => `${prefix}:${name}`);
}

/** Finds an operation by that name. */
export function operationNamed(name: string): AnyOperation {
  const found = operations.find(operation => nameOf(operation) === name);
  if (found === undefined) throw new Error(`there is no operation ${name}`);
  return found;
}

/** What came back. */
export interface Answer {
  readonly requestId: string;
  readonly status: number;
  /** `Success`, or the code of the error. */
  readonly code: string;
  /** The members of the reply without its RequestId. */
  readonly members: WireObject;
  /** The reply as it came. */
  readonly text: string;
}

/** How a call is made; what is absent is as usual. */
export interface CallOptions {
  readonly door?: Door;
  /** The operation's name as it is spelled. */
  readonly action?: string;
  readonly date?: Date;
  /** Breaks the request after it was signed. */
  readonly alter?: (request: WireRequest) => WireRequest;
  /** The secret to sign with, when it is not the signer's. */
  readonly secret?: string;
}

/** Characters of a parameter that are kept. */
const KEPT = 10_000;

/** A request that was answered. */
export interface Sent {
  readonly operation: AnyOperation;
  /** Very long ones are cut, behind where the journal cuts them. */
  readonly parameters: WireParameters;
  readonly signer: Signer | undefined;
  readonly userAgent: string;
  readonly requestId: string;
  readonly code: string;
}

export class Contract {
  readonly server: ServerInProcess;
  readonly sent: Sent[] = [];
  readonly #sender: Sender;
  readonly #declared = new Map(operations.map(operation => [operation, declaredErrors(operation)]));

  constructor(server: ServerInProcess) {
    this.server = server;
    this.#sender = new Sender(server.host);
  }

  /**
   * Calls an operation.
   *
   * @param signer undefined for a request without a signature
   * @throws when the answer is none that the operation declares
   */
  async call(
    operation: AnyOperation,
    parameters: WireParameters,
    signer: Signer | undefined,
    options: CallOptions = {},
  ): Promise<Answer> {
    const request = this.requestFor(operation, parameters, signer, options);
    return this.deliver(operation, parameters, signer, options.alter?.(request) ?? request);
  }

  /** Writes a call down without sending it. */
  requestFor(
    operation: AnyOperation,
    parameters: WireParameters,
    signer: Signer | undefined,
    { door, action = operation.name, date, secret }: CallOptions = {},
  ): WireRequest {
    const anonymous = operation.effect === 'anonymous' && signer === undefined;
    return requestOf(this.#sender.host, {
      operation,
      parameters,
      signer: signer && { ...signer, accessKeySecret: secret ?? signer.accessKeySecret },
      door: door ?? (anonymous ? anonymousDoor : usualDoor),
      action,
      ...(date === undefined ? {} : { date }),
    });
  }

  /** Sends a request that was written down, and holds the answer against the declaration. */
  async deliver(
    operation: AnyOperation,
    parameters: WireParameters,
    signer: Signer | undefined,
    request: WireRequest,
  ): Promise<Answer> {
    const userAgent = `contract/${this.sent.length} (${operation.name})`;
    const headers = { ...request.headers, 'user-agent': userAgent };
    const reply = await this.#sender.send({ ...request, headers });
    const answer = answerOf(operation, reply);
    this.sent.push({
      operation,
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([wire, value]) => [wire, value.slice(0, KEPT)]),
      ),
      signer,
      userAgent,
      requestId: answer.requestId,
      code: answer.code,
    });
    this.#assertDeclared(operation, answer);
    return answer;
  }

  async stop(): Promise<void> {
    this.#sender.close();
    await this.server.stop();
  }

  #assertDeclared(operation: AnyOperation, { code, status, members, text }: Answer): void {
    const name = nameOf(operation);
    if (code === 'Success') {
      assertFits(operation.response, members, name);
      return;
    }
    assertFits(errorTree, { ...members, RequestId: '' }, `the error of ${name}`);
    if (this.#declared.get(operation)?.has(`${status} ${code}`) !== true) {
      throw new Error(`${name} does not declare ${status} ${code}: ${text}`);
    }
  }
}

function answerOf(operation: AnyOperation, { status, headers, body }: WireReply): Answer {
  const success = status === 200;
  const tree = success ? { ...operation.response, RequestId: textField } : errorTree;
  const all = membersOf(
    String(headers['content-type']),
    body,
    success ? `${operation.name}Response` : 'Error',
    tree,
  );
  const { RequestId: requestId, ...members } = all;
  if (typeof requestId !== 'string' || requestId !== headers['x-acs-request-id']) {
    throw new Error(`the request ids of ${nameOf(operation)} differ: ${body}`);
  }
  return { requestId, status, code: success ? 'Success' : String(members.Code), members, text: body };
}

function membersOf(contentType: string, body: string, root: string, tree: ResponseTree): WireObject {
  if (contentType === 'application/json;charset=utf-8') return JSON.parse(body) as WireObject;
  if (contentType === 'text/xml;charset=utf-8') return readXml(body, root, tree);
  throw new Error(`a reply of the type ${contentType}: ${body}`);
}
