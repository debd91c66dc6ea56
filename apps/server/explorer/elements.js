/** Elements of the page. Texts become text nodes, so that nothing that a server says is ever read as markup. */

/**
 * Makes an element.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, string | boolean>>} attributes false leaves one out, true gives it no value
 * @param {readonly (Node | string | undefined)[]} children undefined ones are left out
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter(child => child !== undefined));
  return made;
}

/**
 * Makes a control of a form with its label.
 *
 * @template {HTMLElement} Control
 * @param {string} label
 * @param {Control} control
 */
export function labelled(label, control) {
  return element('label', { class: 'field' }, element('span', { class: 'label' }, label), control);
}

/**
 * Makes a choice out of a few values.
 *
 * @param {readonly (readonly [value: string, shown: string])[]} options
 * @param {string} chosen
 * @param {Readonly<Record<string, string | boolean>>} attributes
 */
export function select(options, chosen, attributes = {}) {
  const made = element('select', attributes);
  made.append(...options.map(([value, shown]) => element('option', { value }, shown)));
  made.value = chosen;
  return made;
}

/**
 * Makes a part that opens and closes.
 *
 * @param {string} summary
 * @param {boolean} open
 * @param {readonly Node[]} children
 */
export function foldable(summary, open, ...children) {
  return element('details', { open, class: 'folded' }, element('summary', {}, summary), ...children);
}
