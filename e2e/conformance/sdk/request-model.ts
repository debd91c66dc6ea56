/** The parameters of a call as the fields of the SDK's request, the way a user of the SDK would write them. */
import { type Field, type FieldType, fieldsOf, type ModelClass } from './model.ts';

/** Parameters by their names on the wire: lists numbered (`Tag.1.Key`) or as one JSON text. */
type Parameters = Readonly<Record<string, string>>;

/** Whether a parameter belongs to a field of that wire name. */
function belongsTo(wire: string, parameter: string): boolean {
  return parameter === wire || parameter.startsWith(`${wire}.`);
}

/** Makes a request of the SDK. */
export function requestOf(model: ModelClass, parameters: Parameters): object {
  const given = fieldsOf(model).flatMap(field => {
    const value = fieldValue(field, parameters);
    return value === undefined ? [] : [[field.name, value]];
  });
  return new model(Object.fromEntries(given));
}

function fieldValue({ wire, type }: Field, parameters: Parameters): unknown {
  if (typeof type === 'object') return listOf(wire, type.itemType, parameters);
  if (typeof type === 'function') return partOf(type, below(wire, parameters));
  const text = parameters[wire];
  return text === undefined ? undefined : leafOf(type, text);
}

function leafOf(type: FieldType, text: string): unknown {
  if (type === 'number') return Number(text);
  return type === 'boolean' ? text === 'true' : text;
}

function listOf(wire: string, itemType: FieldType, parameters: Parameters): unknown[] | undefined {
  const json = parameters[wire];
  const items = json === undefined ? numberedItems(wire, parameters) : jsonItems(json);
  // A user of the SDK leaves out a list that the call does not have.
  if (json === undefined && items.length === 0) return undefined;
  return items.map(item =>
    typeof itemType === 'function' ? partOf(itemType, item) : leafOf(itemType, item[''] ?? ''),
  );
}

/** The items of `Tag.1.Key=a&Tag.2.Key=b`, each by what stands behind its number; texts stand under the empty name. */
function numberedItems(wire: string, parameters: Parameters): Parameters[] {
  const items: Parameters[] = [];
  for (;;) {
    const item = below(`${wire}.${items.length + 1}`, parameters);
    if (Object.keys(item).length === 0) return items;
    items.push(item);
  }
}

/** The same of `[{"Key":"a"}]` or `["a"]`. */
function jsonItems(json: string): Parameters[] {
  const items: (string | Parameters)[] = JSON.parse(json);
  return items.map(item => (typeof item === 'string' ? { '': item } : item));
}

function partOf(model: ModelClass, parameters: Parameters): object | undefined {
  return Object.keys(parameters).length === 0 ? undefined : requestOf(model, parameters);
}

/** The parameters that belong to a wire name, by what stands behind it. */
function below(wire: string, parameters: Parameters): Parameters {
  return Object.fromEntries(
    Object.entries(parameters)
      .filter(([name]) => belongsTo(wire, name))
      .map(([name, value]) => [name.slice(wire.length + 1), value]),
  );
}
