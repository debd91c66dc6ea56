/**
 * The page: a list of operations, and the one that the address names.
 *
 * @import { OpenApiDocument } from '../src/reference/openapi/types.ts'
 * @import { Language } from './words.js'
 */
import { groupsOf, loadDocument, placeOf } from './document.js';
import { element, select } from './elements.js';
import { operationList } from './list.js';
import { operationView } from './operation.js';
import { keepLanguage, keepTheme, language, theme } from './preferences.js';
import { words } from './words.js';

/** Kept in memory only, while the page is open. */
const key = { accessKeyId: '', accessKeySecret: '', securityToken: '' };

/** Takes away what the address of the last page was listened to with. */
let shown = new AbortController();

showTheme(theme());
await show(language());

/** @param {Language} chosen */
async function show(chosen) {
  shown.abort();
  shown = new AbortController();
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  document.title = words[chosen].title;
  const place = element('main', { id: 'operation' });
  document.body.replaceChildren(skipLink(chosen), banner(chosen), place);
  try {
    showOperations(await loadDocument(chosen), chosen, place);
  } catch {
    place.replaceChildren(element('p', { class: 'warning', role: 'alert' }, words[chosen].unavailable));
  }
}

/**
 * @param {OpenApiDocument} openApi
 * @param {Language} chosen
 * @param {HTMLElement} place
 */
function showOperations(openApi, chosen, place) {
  const groups = groupsOf(openApi);
  const list = operationList(groups, words[chosen]);
  const folded = element(
    'details',
    { class: 'list' },
    element('summary', {}, words[chosen].operations),
    list.node,
  );
  const wide = matchMedia('(min-width: 60rem)');
  const unfold = () => {
    folded.open = wide.matches;
  };
  unfold();
  place.before(folded);
  const { signal } = shown;
  wide.addEventListener('change', unfold, { signal });
  addEventListener(
    'keydown',
    event => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      folded.open = true;
      list.search.focus();
    },
    { signal },
  );
  const showNamed = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    list.choose(id);
    const operation = groups.flatMap(({ operations }) => operations).find(each => each.id === id);
    if (operation === undefined) {
      const text = id === '' ? words[chosen].choose : `${words[chosen].unknown} ${id}`;
      place.replaceChildren(
        element('p', { class: 'intro' }, text),
        element('p', {}, openApi.info.description),
      );
      return;
    }
    document.title = `${operation.name} · ${operation.product} · ${words[chosen].title}`;
    place.replaceChildren(operationView(openApi, operation, key, words[chosen]));
  };
  showNamed();
  addEventListener(
    'hashchange',
    () => {
      unfold();
      showNamed();
      // The page scrolls where it is narrow, the operation beside the list where it is wide.
      scrollTo(0, 0);
      place.scrollTo(0, 0);
      place.querySelector('h2')?.focus({ preventScroll: true });
    },
    { signal },
  );
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}

/** @param {Language} chosen */
function skipLink(chosen) {
  const link = element('a', { class: 'skip', href: '#operation' }, words[chosen].skip);
  link.addEventListener('click', event => {
    // The fragment names an operation and stays.
    event.preventDefault();
    document.querySelector('main')?.querySelector('h2')?.focus();
  });
  return link;
}

/** @param {Language} chosen */
function banner(chosen) {
  const { title, document: file, language: languageLabel, theme: themeLabel, themes } = words[chosen];
  const languages = select(
    [
      ['en', 'English'],
      ['zh', '简体中文'],
    ],
    chosen,
    { 'aria-label': languageLabel },
  );
  languages.addEventListener('change', () => {
    const next = languages.value === 'zh' ? 'zh' : 'en';
    keepLanguage(next);
    void show(next);
  });
  const themeNames = Object.entries(themes);
  const chooser = select(themeNames, theme(), { 'aria-label': themeLabel });
  chooser.addEventListener('change', () => {
    keepTheme(chooser.value);
    showTheme(chooser.value);
  });
  return element(
    'header',
    { class: 'banner' },
    element('h1', {}, title),
    element('a', { href: placeOf(chosen) }, file),
    element('span', { class: 'choices' }, languages, chooser),
  );
}

/** @param {string} chosen */
function showTheme(chosen) {
  if (chosen === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}
