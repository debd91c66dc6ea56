/** The SDK's reply beside the declared one: which members each knows, and what the SDK made of a reply. */
import type { ResponseNode, ResponseTree } from '../../../apps/server/src/kernel/response.ts';
import { type FieldType, fieldsOf, type ModelClass } from './model.ts';

/** What the SDK calls the kinds of a response tree. */
const typeOfKind = {
  text: 'string',
  time: 'string',
  integer: 'number',
  boolean: 'boolean',
  scalar: 'any',
  json: 'any',
} as const;

/** Every leaf of a declared reply with its type, e.g. `Users.User[].UserName: string`. */
export function declaredLeaves(tree: ResponseTree): string[] {
  return Object.entries(tree).flatMap(([wire, node]) => leavesOfNode(wire, node));
}

function leavesOfNode(path: string, node: ResponseNode): string[] {
  if (node.kind === 'list') return leavesOfNode(`${path}[]`, node.item);
  if (node.kind === 'object') return declaredLeaves(node.members).map(leaf => `${path}.${leaf}`);
  return [`${path}: ${typeOfKind[node.kind]}`];
}

/** Every leaf of the SDK's reply, written the same way. */
export function modelLeaves(model: ModelClass): string[] {
  return fieldsOf(model).flatMap(({ wire, type }) => leavesOfType(wire, type));
}

function leavesOfType(path: string, type: FieldType): string[] {
  if (typeof type === 'string') return [`${path}: ${type}`];
  if (typeof type === 'object') return leavesOfType(`${path}[]`, type.itemType);
  return modelLeaves(type).map(leaf => `${path}.${leaf}`);
}

/**
 * Reads a reply out of the SDK's model, under the names on the wire.
 *
 * @throws when a value is not of the type that the model tells
 */
export function readModel(model: ModelClass, reply: unknown): Record<string, unknown> {
  if (!(reply instanceof model)) throw new Error(`not a ${model.name}: ${JSON.stringify(reply)}`);
  const values = reply as Readonly<Record<string, unknown>>;
  const read = fieldsOf(model).map(({ name, wire, type }) => [
    wire,
    values[name] === undefined ? undefined : readValue(`${model.name}.${name}`, type, values[name]),
  ]);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

function readValue(path: string, type: FieldType, value: unknown): unknown {
  if (typeof type === 'function') return readModel(type, value);
  if (typeof type === 'object') {
    if (!Array.isArray(value)) throw new Error(`${path} is no list: ${JSON.stringify(value)}`);
    return value.map(item => readValue(path, type.itemType, item));
  }
  if (type !== 'any' && typeof value !== type)
    throw new Error(`${path} is no ${type}: ${JSON.stringify(value)}`);
  return value;
}

/** The leaves that have a value in a reply, e.g. `Users.User[].UserName`. An empty text is none: it says nothing of its field. */
export function filledLeaves(value: unknown, path = ''): string[] {
  if (value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.flatMap(item => filledLeaves(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, member]) =>
    filledLeaves(member, path === '' ? name : `${path}.${name}`),
  );
}

/** A reply without the members that the given leaves name; lists keep their length. */
export function without(value: unknown, leaves: readonly string[], path = ''): unknown {
  if (Array.isArray(value)) return value.map(item => without(item, leaves, `${path}[]`));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([name, member]) => [name, member, path === '' ? name : `${path}.${name}`] as const)
    .filter(([, , at]) => !leaves.includes(at));
  return Object.fromEntries(kept.map(([name, member, at]) => [name, without(member, leaves, at)]));
}
