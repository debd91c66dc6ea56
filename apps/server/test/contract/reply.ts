/** A reply as the declaration of its operation reads it: members of the declared names and kinds, whatever the format. */
import { XMLParser } from 'fast-xml-parser';
import type { ResponseNode, ResponseTree, WireObject, WireValue } from '../../src/kernel/response.ts';
import { object, optional, textField } from '../../src/kernel/response.ts';

/** The tree of every error (spec: wire 5.1). */
export const errorTree: ResponseTree = {
  RequestId: textField,
  HostId: textField,
  Code: textField,
  Message: textField,
  Recommend: textField,
  AccessDeniedDetail: optional(
    object({
      PolicyType: textField,
      AuthPrincipalOwnerId: textField,
      AuthPrincipalType: textField,
      AuthPrincipalDisplayName: textField,
      NoPermissionType: textField,
      AuthAction: textField,
      AuthResource: textField,
      EncodedDiagnosticMessage: textField,
    }),
  ),
};

// Every element is a list of what stands under its name; the tree says which of them are lists.
const xml = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  htmlEntities: true,
  isArray: () => true,
});

/**
 * Reads an XML document into the members that the same reply would have in JSON.
 *
 * @param root name that the document's root must have
 * @throws when the root, a member or a number or boolean is not as declared
 */
export function readXml(text: string, root: string, tree: ResponseTree): WireObject {
  const document = xml.parse(text) as Record<string, unknown[]>;
  const [name, ...others] = Object.keys(document);
  const [content, ...more] = document[name ?? ''] ?? [];
  if (name !== root || others.length + more.length > 0) throw new Error(`the root is ${name}, not ${root}`);
  return readMembers(tree, content, root);
}

function readMembers(tree: ResponseTree, element: unknown, path: string): WireObject {
  // An element without any content reads as an empty text.
  const found = (element === '' ? {} : element) as Record<string, unknown[]>;
  if (typeof found !== 'object') throw new Error(`${path} holds text`);
  const members: Record<string, WireValue> = {};
  for (const name of Object.keys(found)) {
    if (!(name in tree)) throw new Error(`${path} has an undeclared member ${name}`);
  }
  for (const [name, node] of Object.entries(tree)) {
    const value = readNode(node, found[name] ?? [], `${path}.${name}`);
    if (value !== undefined) members[name] = value;
  }
  return members;
}

function readNode(node: ResponseNode, elements: readonly unknown[], path: string): WireValue {
  if (node.kind === 'list') return elements.map(element => readElement(node.item, element, path));
  if (elements.length > 1) throw new Error(`${path} stands there ${elements.length} times`);
  return elements.length === 0 ? undefined : readElement(node, elements[0], path);
}

function readElement(node: ResponseNode, element: unknown, path: string): WireValue {
  if (node.kind === 'object') return readMembers(node.members, element, path);
  if (typeof element !== 'string') throw new Error(`${path} holds elements`);
  switch (node.kind) {
    case 'json':
      return JSON.parse(element);
    case 'integer':
      return integerIn(element);
    case 'boolean':
      return booleanIn(element);
    case 'scalar':
      // XML does not tell them apart. Ids have too many digits to be taken for numbers.
      return booleanIn(integerIn(element));
    default:
      return element;
  }
}

function integerIn<Text>(text: Text): Text | number {
  const number = Number(text);
  return Number.isSafeInteger(number) && String(number) === text ? number : text;
}

function booleanIn<Text>(text: Text): Text | boolean {
  return text === 'true' || text === 'false' ? text === 'true' : text;
}

const timeForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/**
 * Holds a value against its declared tree.
 *
 * @param path where the value stands, for the error
 * @throws when a member is missing, undeclared or of another kind
 */
export function assertFits(tree: ResponseTree, value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${path} is no object`);
  const members = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(members)) {
    if (!Object.hasOwn(tree, name)) throw new Error(`${path} has an undeclared member ${name}`);
  }
  for (const [name, node] of Object.entries(tree)) {
    if (Object.hasOwn(members, name)) assertNode(node, members[name], `${path}.${name}`);
    else if (node.optional !== true) throw new Error(`${path} lacks ${name}`);
  }
}

function assertNode(node: ResponseNode, value: unknown, path: string): void {
  if (node.kind === 'object') assertFits(node.members, value, path);
  else if (node.kind === 'list') {
    if (!Array.isArray(value)) throw new Error(`${path} is no list`);
    for (const item of value) assertNode(node.item, item, path);
  } else if (!isLeaf[node.kind](value))
    throw new Error(`${path} is no ${node.kind}: ${JSON.stringify(value)}`);
}

const isLeaf: Readonly<
  Record<'text' | 'time' | 'integer' | 'boolean' | 'scalar' | 'json', (value: unknown) => boolean>
> = {
  text: value => typeof value === 'string',
  time: value => typeof value === 'string' && (value === '' || timeForm.test(value)),
  integer: value => Number.isSafeInteger(value),
  boolean: value => typeof value === 'boolean',
  scalar: value => ['string', 'number', 'boolean'].includes(typeof value),
  json: value => typeof value === 'object' && value !== null,
};

/** The values of the leaves that are declared sensitive. */
export function sensitiveValues(tree: ResponseTree, members: WireObject): string[] {
  return Object.entries(tree).flatMap(([name, node]) => sensitiveIn(node, members[name]));
}

function sensitiveIn(node: ResponseNode, value: WireValue): string[] {
  if (node.kind === 'object') return sensitiveValues(node.members, (value ?? {}) as WireObject);
  if (node.kind === 'list')
    return Array.isArray(value) ? value.flatMap(item => sensitiveIn(node.item, item)) : [];
  return node.sensitive === true && typeof value === 'string' ? [value] : [];
}
