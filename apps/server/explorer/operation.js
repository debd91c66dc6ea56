/**
 * One operation: what it takes, what it answers, and a form to call it.
 *
 * @import { OpenApiDocument } from '../src/reference/openapi/types.ts'
 * @import { Credentials } from './acs3.js'
 * @import { ErrorLine, Operation } from './document.js'
 * @import { Values } from './call.js'
 * @import { Words } from './words.js'
 */
import { makeCall } from './call.js';
import { errorsOf, parametersOf, replyOf } from './document.js';
import { element, foldable, labelled } from './elements.js';
import { fieldFor } from './fields.js';
import { shapeOf } from './reply.js';
import { clientSample, cliSample } from './samples.js';

/** @typedef {{ accessKeyId: string, accessKeySecret: string, securityToken: string }} Key kept in memory while the page is open */

/**
 * Makes the part of the page that shows an operation.
 *
 * @param {OpenApiDocument} openApi
 * @param {Operation} operation
 * @param {Key} key
 * @param {Words} words
 */
export function operationView(openApi, operation, key, words) {
  return element(
    'article',
    { class: 'operation' },
    heading(operation, words),
    element(
      'div',
      { class: 'columns' },
      callForm(operation, key, words),
      element(
        'div',
        { class: 'facts' },
        section(words.reply, code(shapeOf(openApi, replyOf(operation)))),
        errorSections(openApi, operation, words),
      ),
    ),
  );
}

/**
 * @param {Operation} operation
 * @param {Words} words
 */
function heading({ product, name, version, declared, doors }, words) {
  const effect = declared['x-wardenry-effect'] ?? 'read';
  const actions = declared['x-wardenry-actions'] ?? [];
  return element(
    'header',
    {},
    element(
      'p',
      { class: 'badges' },
      element('span', { class: 'badge' }, `${product} ${version}`),
      element('span', { class: `badge ${effect}` }, words.effects[effect]),
    ),
    element('h2', { tabindex: '-1' }, name),
    element('p', { class: 'summary' }, declared.summary),
    declared.description === undefined ? undefined : element('p', {}, declared.description),
    actions.length === 0 ? undefined : fact(words.action, actions),
    doors.length === 0 ? undefined : fact(words.also, doors),
  );
}

/**
 * @param {string} name
 * @param {readonly string[]} values
 */
function fact(name, values) {
  const shown = values.flatMap(value => [' ', element('code', {}, value)]);
  return element('p', {}, element('span', { class: 'label' }, name), ...shown);
}

/**
 * @param {Operation} operation
 * @param {Key} key
 * @param {Words} words
 */
function callForm(operation, key, words) {
  const fields = parametersOf(operation).map(parameter => ({
    name: parameter.name,
    field: fieldFor(parameter, words),
  }));
  const effect = operation.declared['x-wardenry-effect'];
  const signed = effect !== 'anonymous';
  const send = element(
    'button',
    {
      type: 'submit',
      class: effect === 'change' ? 'primary change' : 'primary',
      disabled: signed && !isSecureContext,
    },
    effect === 'change' ? words.sendChange : words.send,
  );
  const answer = element('div', { class: 'answer', 'aria-live': 'polite' });
  const samples = element('div', { class: 'samples' });
  const form = element(
    'form',
    { class: 'call', novalidate: true },
    element('h3', {}, words.parameters),
    ...(fields.length === 0
      ? [element('p', { class: 'help' }, words.noParameters)]
      : fields.map(({ field }) => field.node)),
    signed ? keyFields(key, words) : undefined,
    signed && !isSecureContext ? element('p', { class: 'warning' }, words.insecure) : undefined,
    send,
    answer,
    element('h3', {}, words.example),
    samples,
  );
  const values = () => valuesOf(fields);
  const showSamples = () => samples.replaceChildren(...samplesOf(operation, values(), words));
  form.addEventListener('input', showSamples);
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (signed && (key.accessKeyId === '' || key.accessKeySecret === '')) {
      answer.replaceChildren(element('p', { class: 'warning' }, words.needKey));
      return;
    }
    void showAnswer(answer, operation, values(), key, words);
  });
  showSamples();
  return form;
}

/**
 * @param {readonly { readonly name: string, readonly field: import('./fields.js').Field }[]} fields
 * @returns {Values}
 */
function valuesOf(fields) {
  return Object.fromEntries(
    fields.flatMap(({ name, field }) => {
      const value = field.read();
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/**
 * @param {Key} key
 * @param {Words} words
 */
function keyFields(key, words) {
  /** @param {keyof Key} name @param {'text' | 'password'} type */
  const field = (name, type) => {
    const input = element('input', { type, autocomplete: 'off', spellcheck: 'false' });
    input.value = key[name];
    input.addEventListener('input', () => {
      key[name] = input.value.trim();
    });
    return labelled(words[name], input);
  };
  return foldable(
    words.key,
    key.accessKeyId === '',
    element('p', { class: 'help' }, words.keyNote),
    field('accessKeyId', 'text'),
    field('accessKeySecret', 'password'),
    field('securityToken', 'password'),
  );
}

/**
 * @param {HTMLElement} place
 * @param {Operation} operation
 * @param {Values} values
 * @param {Credentials} key
 * @param {Words} words
 */
async function showAnswer(place, operation, values, key, words) {
  place.replaceChildren(element('p', { class: 'help' }, words.sending));
  try {
    const { status, milliseconds, body } = await makeCall(operation, values, key);
    place.replaceChildren(
      element('h3', {}, words.answer),
      element(
        'p',
        { class: 'badges' },
        element('span', { class: `badge ${status === 200 ? 'read' : 'change'}` }, String(status)),
        element('span', { class: 'help' }, `${milliseconds} ${words.milliseconds}`),
      ),
      code(readableJson(body)),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    place.replaceChildren(element('p', { class: 'warning' }, `${words.unanswered} ${reason}`));
  }
}

/** @param {string} body */
function readableJson(body) {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return body;
  }
}

/**
 * @param {Operation} operation
 * @param {Values} values
 * @param {Words} words
 */
function samplesOf(operation, values, words) {
  const cli = cliSample(operation, values, new URL(location.origin));
  return [
    element('p', { class: 'label' }, words.client),
    code(clientSample(operation, values, location.origin)),
    ...(cli === undefined ? [] : [element('p', { class: 'label' }, words.cli), code(cli)]),
  ];
}

/**
 * @param {OpenApiDocument} openApi
 * @param {Operation} operation
 * @param {Words} words
 */
function errorSections(openApi, operation, words) {
  const { own, parameters, gateway } = errorsOf(openApi, operation);
  return section(
    words.errors,
    own.length === 0 ? undefined : errorList(own),
    parameters.length === 0 ? undefined : foldable(words.ofParameters, false, errorList(parameters)),
    foldable(words.ofGateway, false, errorList(gateway)),
  );
}

/** @param {readonly ErrorLine[]} lines */
function errorList(lines) {
  const entries = lines.flatMap(({ code: name, status, message }) => [
    element('dt', {}, element('code', {}, name), ' ', element('span', { class: 'badge' }, status)),
    element('dd', { lang: 'en' }, message),
  ]);
  return element('dl', {}, ...entries);
}

/**
 * @param {string} title
 * @param {readonly (Node | undefined)[]} children
 */
function section(title, ...children) {
  return element('section', {}, element('h3', {}, title), ...children);
}

/** @param {string} text */
function code(text) {
  return element('pre', { tabindex: '0' }, element('code', {}, text));
}
