/**
 * Language and theme, as they were chosen or as the system has them.
 *
 * @import { Language, Words } from './words.js'
 */

/** @typedef {keyof Words['themes']} Theme */

const LANGUAGE = 'wardenry-language';
const THEME = 'wardenry-theme';

/** @returns {Language} */
export function language() {
  const chosen = stored(LANGUAGE);
  if (chosen === 'en' || chosen === 'zh') return chosen;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** @param {Language} chosen */
export function keepLanguage(chosen) {
  keep(LANGUAGE, chosen);
}

/** @returns {Theme} */
export function theme() {
  const chosen = stored(THEME);
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

/** @param {string} chosen */
export function keepTheme(chosen) {
  keep(THEME, chosen);
}

/** @param {string} name */
function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    // Some browsers keep nothing for anybody; then every visit is the first.
    return null;
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // As above: what was chosen holds while the page is open.
  }
}
