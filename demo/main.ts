import 'kyc-review-elements';
import {addressed} from './addresses.js';
import {byId, make} from './dom.js';
import {keepLog} from './event-log.js';
import {navigation, pages} from './pages.js';
import type {Place} from './place.js';
import {readPersonas, signIn, type Persona, type SignedIn} from './signed-in.js';
import {isDemoLanguage, say, sayCode, type DemoLanguage, type DemoWord} from './words.js';
import {WayBack} from './way-back.js';

const main = byId('main', HTMLElement);
const nav = byId('pages', HTMLElement);
const persona = byId('persona', HTMLSelectElement);
const theme = byId('theme', HTMLSelectElement);
const language = byId('language', HTMLSelectElement);
const direction = byId('direction', HTMLSelectElement);

/** Nobody until the first session is open. */
let who: SignedIn | undefined;
let signingIn = new AbortController();
let page = new AbortController();
/** The address of what is shown. What stands behind its `#` leads to a part of it. */
let shown: string | undefined;
const wayBack = new WayBack(main);

const spoken = (): DemoLanguage => (isDemoLanguage(language.value) ? language.value : 'en');
const word = (key: DemoWord): string => say(spoken(), key);

/** Restores what was chosen before, where it can still be chosen. Who is signed in lasts as long as the tab. */
function restore(select: HTMLSelectElement, store: Storage): void {
  const value = store.getItem(`demo-${select.id}`);
  if (value !== null && [...select.options].some((option) => option.value === value)) select.value = value;
}

function applyChoices(): void {
  const root = document.documentElement;
  root.lang = spoken();
  if (theme.value === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = theme.value;
  if (direction.value === 'auto') root.dir = spoken() === 'ar' ? 'rtl' : 'ltr';
  else root.dir = direction.value;
  nav.setAttribute('aria-label', word('pages'));
  for (const each of document.querySelectorAll<HTMLElement>('[data-word]')) {
    each.textContent = word(each.dataset['word'] as DemoWord);
  }
}

/** Signs in whoever is chosen. Of several choices the last one counts, whichever is answered last. */
async function become(personas: readonly Persona[]): Promise<void> {
  signingIn.abort();
  const {signal} = (signingIn = new AbortController());
  byId('not-signed-in', HTMLElement).hidden = true;
  try {
    const chosen = personas.find(({id}) => id === persona.value) ?? personas[0];
    if (!chosen) throw new Error('Nobody can sign in here.');
    const next = await signIn(chosen, signal);
    if (signal.aborted) return;
    who = next;
  } catch {
    if (signal.aborted) return;
    persona.value = who?.persona.id ?? '';
    byId('not-signed-in', HTMLElement).hidden = false;
    return;
  }
  sessionStorage.setItem(`demo-${persona.id}`, who.persona.id);
  byId('tenant', HTMLSpanElement).textContent = who.persona.tenant_name;
  route();
}

function onSetting(select: HTMLSelectElement): void {
  localStorage.setItem(`demo-${select.id}`, select.value);
  applyChoices();
  const found = addressed(location.pathname);
  const isRewritten = !found || pages[found.page].isRewritten;
  if (select === language && isRewritten) route();
}

function showNavigation(under: DemoWord | undefined): void {
  nav.replaceChildren(
    ...navigation.map(([href, name]) =>
      make(
        'a',
        {href, 'data-to': 'page', 'data-word': name, ...(name === under && {'aria-current': 'page'})},
        word(name),
      ),
    ),
  );
}

const here = (): string => location.pathname + location.search;

function route(): void {
  // Whoever signs in finds what the address says by then.
  if (!who) return;
  shown = here();
  page.abort();
  page = new AbortController();
  const place: Place = {
    main,
    who,
    language: spoken(),
    word,
    code: (code) => sayCode(spoken(), code),
    left: page.signal,
    go,
    rename(href, asNew) {
      if (asNew) push(href, undefined);
      else history.replaceState(history.state, '', href);
      shown = here();
    },
  };
  const found = addressed(location.pathname);
  showNavigation(found && pages[found.page].under);
  if (!found) {
    document.title = `${word('gone')} · ${who.persona.tenant_name}`;
    main.replaceChildren(
      make('h1', {}, word('gone')),
      make('a', {href: '/', 'data-to': 'list'}, word('back')),
    );
    return;
  }
  const {show, title} = pages[found.page];
  document.title = `${title ? word(title) : (found.parts.at(-1) ?? '')} · ${who.persona.tenant_name}`;
  show(place, ...found.parts);
}

function push(href: string, followed: string | undefined): void {
  wayBack.leave(followed);
  history.pushState(null, '', href);
  wayBack.arrive();
}

function go(href: string): void {
  push(href, new URL(href, location.href).href);
  route();
  main.focus();
  scrollTo({top: 0, behavior: 'instant'});
}

/** A link to a part of the page, and the way back from there, leave what is shown as it is. */
function onPopState(): void {
  // A link to a part of the page has made an entry of its own, and was left as it was followed.
  if (history.state !== null) wayBack.leave();
  if (here() !== shown) {
    route();
    main.focus({preventScroll: true});
  }
  wayBack.arrive();
}

/** Addresses of this page are followed without loading it again; leaving a page takes its elements off the document. */
function onClick(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
    return;
  const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
  if (!(link instanceof HTMLAnchorElement)) return;
  if (link.hash) wayBack.leave();
  if (!('to' in link.dataset)) return;
  event.preventDefault();
  go(link.href);
}

/** A link inside an element that leads to a page of this back-office is followed in the same way. */
function onNavigate(event: HTMLElementEventMap['review-navigate']): void {
  if (event.href === undefined) return;
  const {origin, pathname, href} = new URL(event.href, location.href);
  if (origin !== location.origin || !addressed(pathname)) return;
  event.preventDefault();
  go(href);
}

async function start(): Promise<void> {
  keepLog(byId('events', HTMLOListElement));
  for (const select of [theme, language, direction]) {
    restore(select, localStorage);
    select.addEventListener('change', () => onSetting(select));
  }
  applyChoices();
  document.addEventListener('click', onClick);
  main.addEventListener('review-navigate', onNavigate);
  addEventListener('popstate', onPopState);
  await begin();
}

/** Finds out who can sign in here, and signs in. */
async function begin(): Promise<void> {
  let personas: readonly Persona[];
  try {
    personas = await readPersonas();
  } catch {
    const again = make('button', {type: 'button', 'data-word': 'again'}, word('again'));
    again.addEventListener('click', () => void begin(), {once: true});
    main.replaceChildren(
      make('div', {class: 'note'}, make('p', {role: 'alert', 'data-word': 'failed'}, word('failed')), again),
    );
    return;
  }
  main.replaceChildren();
  for (const {id, name, title, tenant_name} of personas) {
    persona.append(make('option', {value: id}, `${name} – ${title}, ${tenant_name}`));
  }
  restore(persona, sessionStorage);
  persona.addEventListener('change', () => void become(personas));
  await become(personas);
}

void start();
