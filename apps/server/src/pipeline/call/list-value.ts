import {
  type ItemFields,
  isTextItem,
  type ListParameter,
  type TextParameter,
} from '../../kernel/parameters.ts';
import { readStrictJson } from '../request/strict-json.ts';
import { textValue } from './text-value.ts';
import { missing, nestedViolation } from './violation.ts';

/** One item as it was sent: a text, or texts by the wire names of fields. */
type SentItem = string | ReadonlyMap<string, string>;

/**
 * Reads a list out of flat parameters.
 *
 * @param sent decoded values by their names on the wire
 * @returns undefined when it is absent or empty
 * @throws ApiError when it is no list, has a gap or too many items, and for the first item that breaks its declaration
 */
export function listValue(parameter: ListParameter, sent: ReadonlyMap<string, string>): unknown {
  const items = parameter.form === 'json' ? jsonItems(parameter, sent) : numberedItems(parameter, sent);
  if (items.length === 0) return undefined;
  if (items.length > parameter.max) {
    throw nestedViolation(parameter, '', `it has more than ${parameter.max} items`);
  }
  return items.map(item => itemValue(parameter, item));
}

/** `Name.1`, `Name.2`, or `Name.1.Field`; a gap could hide that something was lost on the way. */
function numberedItems(parameter: ListParameter, sent: ReadonlyMap<string, string>): SentItem[] {
  const prefix = `${parameter.wire}.`;
  const items = new Map<number, string | Map<string, string>>();
  for (const [name, value] of sent) {
    if (!name.startsWith(prefix)) continue;
    const [number = '', field, ...deeper] = name.slice(prefix.length).split('.');
    const index = itemNumber(number);
    if (index === undefined || deeper.length > 0 || isTextItem(parameter.item) !== (field === undefined)) {
      throw nestedViolation(
        parameter,
        name.slice(parameter.wire.length),
        `items are written ${written(parameter)}`,
      );
    }
    if (field === undefined) {
      items.set(index, value);
      continue;
    }
    const fields = items.get(index);
    if (fields instanceof Map) fields.set(field, value);
    else items.set(index, new Map([[field, value]]));
  }
  return Array.from({ length: items.size }, (_, at) => {
    const item = items.get(at + 1);
    if (item === undefined)
      throw nestedViolation(parameter, `.${at + 1}`, 'items are numbered from 1 without a gap');
    return item;
  });
}

/** A number from 1, at most four digits, without leading zeros. */
function itemNumber(text: string): number | undefined {
  if (text.length === 0 || text.length > 4 || text.startsWith('0')) return undefined;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 48 || unit > 57) return undefined;
  }
  return Number(text);
}

function written({ wire, item }: ListParameter): string {
  if (isTextItem(item)) return `${wire}.1, ${wire}.2`;
  return Object.values(item)
    .map(field => `${wire}.1.${field.wire}`)
    .join(', ');
}

function jsonItems(parameter: ListParameter, sent: ReadonlyMap<string, string>): SentItem[] {
  const raw = sent.get(parameter.wire);
  if (raw === undefined || raw === '') return [];
  const json = readStrictJson(raw);
  if (!json.ok) throw nestedViolation(parameter, '', json.problem);
  if (!Array.isArray(json.value)) throw nestedViolation(parameter, '', 'it must be a JSON list');
  return json.value.map((item: unknown, at) => jsonItem(parameter, item, at));
}

function jsonItem(parameter: ListParameter, item: unknown, at: number): SentItem {
  if (isTextItem(parameter.item)) {
    if (typeof item === 'string') return item;
    throw nestedViolation(parameter, `[${at}]`, 'it must be a string');
  }
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    throw nestedViolation(parameter, `[${at}]`, 'it must be an object');
  }
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(item)) {
    if (value === null) continue;
    if (typeof value !== 'string') throw nestedViolation(parameter, `[${at}].${name}`, 'it must be a string');
    fields.set(name, value);
  }
  return fields;
}

function itemValue({ wire, item }: ListParameter, sent: SentItem): unknown {
  if (isTextItem(item))
    return fieldValue({ ...item, wire, present: true }, typeof sent === 'string' ? sent : '');
  return fieldsOf(wire, item, typeof sent === 'string' ? new Map() : sent);
}

function fieldsOf(wire: string, fields: ItemFields, sent: ReadonlyMap<string, string>): unknown {
  const values: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = fieldValue({ ...field, wire: `${wire}.${field.wire}` }, sent.get(field.wire) ?? '');
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** @returns undefined for a field that is absent and need not be there */
function fieldValue(field: TextParameter, raw: string): string | undefined {
  if (raw !== '') return textValue(field, raw);
  if (field.present) throw missing(field);
  return field.emptyClears === true ? '' : undefined;
}
