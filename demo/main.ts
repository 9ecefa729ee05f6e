import 'kyc-review-elements';
import {showCustomers} from './customer-list.js';
import {byId, make} from './dom.js';
import {keepLog} from './event-log.js';
import {readPersonas, signIn, type SignedIn} from './signed-in.js';
import {isDemoLanguage, say, type DemoLanguage, type DemoWord} from './words.js';

const main = byId('main', HTMLElement);
const persona = byId('persona', HTMLSelectElement);
const theme = byId('theme', HTMLSelectElement);
const language = byId('language', HTMLSelectElement);
const direction = byId('direction', HTMLSelectElement);

let who: SignedIn;

const spoken = (): DemoLanguage => (isDemoLanguage(language.value) ? language.value : 'en');
const word = (key: DemoWord): string => say(spoken(), key);

/** What one reader has chosen; who is signed in lasts as long as the tab. */
const remembered = [
  {select: persona, store: sessionStorage},
  {select: theme, store: localStorage},
  {select: language, store: localStorage},
  {select: direction, store: localStorage},
] as const;

function restoreChoices(): void {
  for (const {select, store} of remembered) {
    const value = store.getItem(`demo-${select.id}`);
    if (value !== null && [...select.options].some((option) => option.value === value)) select.value = value;
  }
}

function applyChoices(): void {
  const root = document.documentElement;
  root.lang = spoken();
  if (theme.value === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = theme.value;
  if (direction.value === 'auto') root.dir = spoken() === 'ar' ? 'rtl' : 'ltr';
  else root.dir = direction.value;
  for (const each of document.querySelectorAll<HTMLElement>('[data-word]')) {
    each.textContent = word(each.dataset['word'] as DemoWord);
  }
}

async function makeSomethingHappen(id: string, said: HTMLElement): Promise<void> {
  said.textContent = '';
  const answer = await fetch('/back-office/something-happens', {
    method: 'POST',
    headers: {'Content-Type': 'application/json', Authorization: `Bearer ${await who.token()}`},
    body: JSON.stringify({customer_id: id}),
  }).catch(() => undefined);
  if (!answer?.ok) said.textContent = word('nothing-happened');
}

/** What a tenant writes to embed the profile: where the API is, who asks, what they may do, and about whom. */
function showProfile(id: string): void {
  const profile = make('customer-profile', {'api-base-url': '/api/', 'customer-id': id});
  profile.auth = who.auth;
  profile.permissions = who.permissions;
  profile.viewerId = who.viewerId;
  const said = make('output', {class: 'push quiet'});
  const happens = make('button', {type: 'button', 'data-word': 'happens'}, word('happens'));
  happens.addEventListener('click', () => void makeSomethingHappen(id, said));
  main.replaceChildren(
    make(
      'div',
      {class: 'tools'},
      make('a', {href: '/', 'data-to': 'list', 'data-word': 'back'}, word('back')),
      said,
      happens,
    ),
    make('div', {class: 'card'}, profile),
  );
}

/** The customer in the address. An address that cannot be decoded is no customer's. */
function addressedCustomer(): string | undefined {
  const [, id] = /^\/profile\/([^/]+)$/u.exec(location.pathname) ?? [];
  try {
    return id && decodeURIComponent(id);
  } catch {
    return undefined;
  }
}

function route(): void {
  const id = addressedCustomer();
  if (id !== undefined) {
    showProfile(id);
    document.title = `${id} · ${who.persona.tenant_name}`;
    return;
  }
  document.title = `${word('customers')} · ${who.persona.tenant_name}`;
  if (location.pathname === '/') showCustomers(main, who, spoken());
  else
    main.replaceChildren(
      make('h1', {}, word('gone')),
      make('a', {href: '/', 'data-to': 'list'}, word('back')),
    );
}

function go(href: string): void {
  history.pushState(null, '', href);
  route();
  main.focus();
  scrollTo({top: 0, behavior: 'instant'});
}

/** Addresses of this page are followed without loading it again; leaving a profile takes its element off the page. */
function onClick(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
    return;
  const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement && 'to' in each.dataset);
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  go(link.href);
}

async function start(): Promise<void> {
  keepLog(byId('events', HTMLOListElement));
  const personas = await readPersonas();
  for (const {id, name, title, tenant_name} of personas) {
    persona.append(make('option', {value: id}, `${name} – ${title}, ${tenant_name}`));
  }
  restoreChoices();
  const become = async () => {
    const chosen = personas.find(({id}) => id === persona.value) ?? personas[0];
    if (!chosen) throw new Error('Nobody can sign in here.');
    who = await signIn(chosen);
    byId('tenant', HTMLSpanElement).textContent = chosen.tenant_name;
  };
  await become();
  for (const {select, store} of remembered) {
    select.addEventListener('change', async () => {
      store.setItem(`demo-${select.id}`, select.value);
      applyChoices();
      if (select === persona) await become();
      // The profile follows the page's language by itself; the list is this page's own.
      if (select === persona || (select === language && location.pathname === '/')) route();
    });
  }
  document.addEventListener('click', onClick);
  addEventListener('popstate', route);
  applyChoices();
  route();
}

void start();
