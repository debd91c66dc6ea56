/**
 * Form fields for parameters. A field gives a value, or undefined when nothing was entered.
 *
 * @import { Schema } from '../src/reference/openapi/schema.ts'
 * @import { Words } from './words.js'
 */
import { element, labelled, select } from './elements.js';

/** @typedef {string | readonly (string | Readonly<Record<string, string>>)[]} Value */
/** @typedef {{ readonly node: HTMLElement, readonly read: () => Value | undefined }} Field */

/** Characters from which on a text gets several lines. */
const LONG = 256;

/**
 * Makes the field of a parameter, with what may be entered.
 *
 * @param {{ readonly name: string, readonly schema: Schema, readonly required: boolean }} parameter
 * @param {Words} words
 * @returns {Field}
 */
export function fieldFor({ name, schema, required }, words) {
  const { node, read } =
    schema.items === undefined ? textField(name, schema, words) : listField(name, schema.items, words);
  const mark = required ? element('span', { class: 'badge required' }, words.required) : undefined;
  const title = element('div', { class: 'parameter-name' }, element('code', {}, name), mark);
  const help = element(
    'p',
    { class: 'help', id: `help-${name}` },
    schema.description ?? '',
    limits(schema, words),
  );
  return { node: element('div', { class: 'parameter' }, title, help, node), read };
}

/**
 * @param {string} name
 * @param {Schema} schema
 * @param {Words} words
 * @returns {Field}
 */
function textField(name, schema, words) {
  const control = controlFor(name, schema, words);
  if (schema.minLength !== 0) return { node: control, read: () => control.value || undefined };
  const cleared = element('input', { type: 'checkbox' });
  return {
    node: element('div', {}, control, element('label', { class: 'check' }, cleared, words.clear)),
    read: () => (control.value === '' && !cleared.checked ? undefined : control.value),
  };
}

/**
 * @param {string} name
 * @param {Schema} schema
 * @param {Words} words
 */
function controlFor(name, { type, enum: values, maxLength = 0, contentMediaType, format, ...others }, words) {
  const attributes = {
    name,
    'aria-label': name,
    'aria-describedby': `help-${name.split('.')[0]}`,
    autocomplete: 'off',
    spellcheck: 'false',
  };
  const choices = type === 'boolean' ? ['true', 'false'] : values;
  if (choices !== undefined) {
    const shown = others.default === undefined ? words.absent : `${words.absent} ${others.default}`;
    return select(
      [['', shown], ...choices.map(value => /** @type {const} */ ([value, value]))],
      '',
      attributes,
    );
  }
  if (maxLength > LONG || contentMediaType !== undefined)
    return element('textarea', { ...attributes, rows: '4' });
  if (format === 'password') return element('input', { ...attributes, type: 'password' });
  const placeholder = others.default === undefined ? '' : String(others.default);
  return element('input', { ...attributes, placeholder, inputmode: type === 'integer' ? 'numeric' : 'text' });
}

/**
 * @param {string} name
 * @param {Schema} item
 * @param {Words} words
 * @returns {Field}
 */
function listField(name, item, words) {
  /** @type {{ readonly row: HTMLElement, readonly fields: readonly (readonly [string, Field])[] }[]} */
  const rows = [];
  const list = element('div', { class: 'rows' });
  const members =
    item.properties === undefined ? [/** @type {const} */ (['', item])] : Object.entries(item.properties);

  function addRow() {
    const fields = members.map(([member, schema]) => {
      const field = textField(member === '' ? name : `${name}.${member}`, schema, words);
      return /** @type {const} */ ([member, field]);
    });
    const remove = element('button', { type: 'button', class: 'quiet', 'aria-label': words.remove }, '×');
    const controls = fields.map(([member, { node }]) => (member === '' ? node : labelled(member, node)));
    const row = element('div', { class: 'row' }, ...controls, remove);
    const entry = { row, fields };
    remove.addEventListener('click', () => {
      rows.splice(rows.indexOf(entry), 1);
      row.remove();
      list.dispatchEvent(new Event('input', { bubbles: true }));
    });
    rows.push(entry);
    list.append(row);
  }

  const add = element('button', { type: 'button', class: 'quiet' }, words.add);
  add.addEventListener('click', addRow);
  return {
    node: element('div', {}, list, add),
    read: () => (rows.length === 0 ? undefined : rows.map(({ fields }) => itemOf(fields))),
  };
}

/**
 * @param {readonly (readonly [string, Field])[]} fields
 * @returns {string | Readonly<Record<string, string>>}
 */
function itemOf(fields) {
  /** @type {Record<string, string>} */
  const members = {};
  for (const [member, field] of fields) {
    const value = field.read();
    const given = typeof value === 'string' ? value : '';
    if (member === '') return given;
    if (given !== '') members[member] = given;
  }
  return members;
}

/**
 * What may be entered, in a few words.
 *
 * @param {Schema} schema
 * @param {Words} words
 */
function limits({ minLength, maxLength, minimum, maximum, maxItems, default: standard }, words) {
  const parts = [];
  if (maxLength !== undefined) parts.push(`${minLength ?? 0}–${maxLength} ${words.characters}`);
  if (maximum !== undefined) parts.push(`${minimum ?? 0}–${maximum}`);
  if (maxItems !== undefined) parts.push(`${words.atMost} ${maxItems} ${words.items}`);
  if (standard !== undefined) parts.push(`${words.byDefault} ${standard}`);
  return parts.length === 0 ? undefined : element('span', { class: 'limits' }, parts.join(' · '));
}
