/**
 * The list of operations, by noun.
 *
 * @import { Group, Operation } from './document.js'
 * @import { Words } from './words.js'
 */
import { element, select } from './elements.js';

/**
 * Makes the list with its search.
 *
 * @param {readonly Group[]} groups
 * @param {Words} words
 * @returns {{ readonly node: HTMLElement, readonly choose: (id: string) => void, readonly search: HTMLInputElement }}
 */
export function operationList(groups, words) {
  const search = element('input', {
    type: 'search',
    placeholder: words.search,
    'aria-label': words.search,
    spellcheck: 'false',
  });
  const products = [...new Set(groups.flatMap(({ operations }) => operations.map(({ product }) => product)))];
  const product = select(
    [['', words.every], ...products.map(name => /** @type {const} */ ([name, name]))],
    '',
    { 'aria-label': words.product },
  );
  const none = element('p', { class: 'help', hidden: true, role: 'status' }, words.none);
  const parts = groups.map(group => groupPart(group));
  const filter = () => {
    const wanted = search.value.trim().toLowerCase();
    const counts = parts.map(part => part.filter(wanted, product.value));
    none.hidden = counts.some(count => count > 0);
  };
  search.addEventListener('input', filter);
  product.addEventListener('change', filter);
  const node = element(
    'nav',
    { 'aria-label': words.operations },
    element('div', { class: 'filters' }, search, product),
    none,
    ...parts.map(part => part.node),
  );
  return {
    node,
    search,
    choose(id) {
      for (const part of parts) part.choose(id);
    },
  };
}

/** @param {Group} group */
function groupPart({ title, operations }) {
  const entries = operations.map(operation => ({ operation, link: linkOf(operation) }));
  const list = element('ul', {}, ...entries.map(({ link }) => element('li', {}, link)));
  const node = element('section', { class: 'noun' }, element('h2', {}, title), list);
  return {
    node,
    /** @param {string} wanted in lower case @param {string} product */
    filter(wanted, product) {
      let shown = 0;
      for (const { operation, link } of entries) {
        const fits =
          (product === '' || operation.product === product) &&
          `${operation.name}\n${operation.declared.summary}\n${title}`.toLowerCase().includes(wanted);
        if (link.parentElement !== null) link.parentElement.hidden = !fits;
        if (fits) shown += 1;
      }
      node.hidden = shown === 0;
      return shown;
    },
    /** @param {string} id */
    choose(id) {
      for (const { operation, link } of entries) {
        if (operation.id !== id) {
          link.removeAttribute('aria-current');
          continue;
        }
        link.setAttribute('aria-current', 'page');
        link.scrollIntoView({ block: 'nearest' });
      }
    },
  };
}

/** @param {Operation} operation */
function linkOf({ id, name, product }) {
  return element(
    'a',
    { href: `#${id}` },
    element('span', {}, name),
    element('span', { class: 'product' }, product),
  );
}
