/** The Terraform provider as the server sees it: it calls actions, reads paths of replies, and matches codes of errors. */
import { type Address, Refusal, type Reply, type Signer } from '../../doors/door.ts';
import { type ActionRow, actionRows, titleOf } from './actions.ts';
import { valueAt } from './json-path.ts';
import { olderSdk, type RequestValues, type Response, rpcPost, type Transport } from './transport.ts';

/** What was seen of one action. */
export interface Usage {
  readonly sent: Set<string>;
  readonly read: Set<string>;
  readonly matched: Set<string>;
}

/** A reply of one call. */
export class ProviderReply {
  readonly #members: Reply;
  readonly #usage: Usage;

  constructor(members: Reply, usage: Usage) {
    this.#members = members;
    this.#usage = usage;
  }

  /**
   * What stands at a JSON path.
   *
   * @throws when nothing stands there: the provider stops as well
   */
  at(path: string): unknown {
    const value = valueAt(this.#members, path);
    if (value === undefined) throw new Error(`nothing stands at ${path}: ${JSON.stringify(this.#members)}`);
    this.#usage.read.add(path);
    return value;
  }

  /** The object at a path. */
  objectAt(path: string): Reply {
    return objectOf(this.at(path));
  }

  /** The text at a path. */
  textAt(path: string): string {
    return String(this.at(path));
  }

  /** The objects in the list at a path. */
  listAt(path: string): Reply[] {
    const list = this.at(path);
    if (!Array.isArray(list)) throw new Error(`${path} is no list`);
    return list.map(objectOf);
  }
}

export class Provider {
  readonly #address: Address;
  readonly #signer: Signer;
  readonly #older: boolean;
  readonly #usages = new Map<string, Usage>();

  /** @param older whether to call through the older SDK whatever is called both ways */
  constructor(address: Address, signer: Signer, older: boolean) {
    this.#address = address;
    this.#signer = signer;
    this.#older = older;
  }

  /**
   * Calls an action.
   *
   * @param title `Ram CreateUser`
   * @throws Refusal
   */
  async call(title: string, request: RequestValues = {}): Promise<ProviderReply> {
    const reply = await this.expecting([], title, request);
    if (reply === undefined) throw new Error('nothing was expected');
    return reply;
  }

  /**
   * Calls an action that may be refused with a code that the provider matches.
   *
   * @returns undefined when it was refused so
   * @throws Refusal with any other code
   */
  async expecting(
    codes: readonly string[],
    title: string,
    request: RequestValues = {},
  ): Promise<ProviderReply | undefined> {
    const row = rowOf(title);
    const usage = this.usageOf(title);
    for (const key of Object.keys(request)) {
      // Some rows have the number of a place, others stand for all.
      usage.sent.add(key).add(key.replace(/\.\d+/, '.N'));
    }
    const response = await this.#transportFor(row)(
      this.#address,
      this.#signer,
      row.product,
      row.action,
      request,
    );
    if (response.status === 200) return new ProviderReply(response.members, usage);
    const found = codes.filter(code => matches(response, code));
    for (const code of found) usage.matched.add(code);
    if (found.length > 0) return undefined;
    throw new Refusal(
      String(response.members.Code),
      `${title}: ${response.members.Message}`,
      response.members,
    );
  }

  #transportFor({ http }: ActionRow): Transport {
    const older = this.#older ? http.includes('oldSDK') : http === 'oldSDK';
    return older ? olderSdk : rpcPost;
  }

  /** What was seen of an action so far. */
  usageOf(title: string): Usage {
    const usage = this.#usages.get(title) ?? { sent: new Set(), read: new Set(), matched: new Set() };
    this.#usages.set(title, usage);
    return usage;
  }
}

/** The provider looks for a code anywhere in the text of an error: a part of the code is enough, and so is the status. */
function matches({ status, members }: Response, code: string): boolean {
  return String(members.Code).includes(code) || String(status) === code;
}

function rowOf(title: string): ActionRow {
  const row = actionRows.find(each => titleOf(each) === title);
  if (row === undefined) throw new Error(`the provider does not call ${title}`);
  return row;
}

function objectOf(value: unknown): Reply {
  if (typeof value !== 'object' || value === null) throw new Error(`no object: ${JSON.stringify(value)}`);
  return value as Reply;
}
