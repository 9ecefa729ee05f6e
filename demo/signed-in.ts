import type {Auth} from 'kyc-review-elements';

/** Somebody who can sign in to this back-office. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly tenant: string;
  readonly tenant_name: string;
}

interface Session {
  readonly token: string;
  readonly expires_in: number;
  readonly viewer_id: string;
  readonly permissions: readonly string[];
}

/** Who is signed in: what the elements need to know, and how they get a token. */
export interface SignedIn {
  readonly persona: Persona;
  readonly viewerId: string;
  readonly permissions: readonly string[];
  /** Handed to the elements as it is. They call it when they need a token, and before one runs out. */
  readonly auth: Auth;
  /** For the back-office's own calls: to its own server, and below `/api/` to the one that the elements speak to. */
  readonly ask: (path: string, how?: Ask) => Promise<Response>;
}

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

export async function readPersonas(): Promise<readonly Persona[]> {
  const answer = await fetch('/back-office/personas');
  if (!answer.ok) throw new Error(`The personas could not be read: ${answer.status}`);
  const {items} = (await answer.json()) as {readonly items: readonly Persona[]};
  return items;
}

async function open(persona: Persona, signal?: AbortSignal): Promise<Session> {
  const answer = await fetch('/back-office/session', {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({persona: persona.id}),
    ...(signal && {signal}),
  });
  if (!answer.ok) throw new Error(`Signing in was refused: ${answer.status}`);
  return (await answer.json()) as Session;
}

export async function signIn(persona: Persona, called?: AbortSignal): Promise<SignedIn> {
  const {viewer_id: viewerId, permissions} = await open(persona, called);
  return {
    persona,
    viewerId,
    permissions,
    auth: async ({signal}) => {
      const {token, expires_in} = await open(persona, signal);
      return {token, expires_in};
    },
    async ask(path, {method = 'GET', body, signal} = {}) {
      const {token} = await open(persona, signal);
      return fetch(path, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(body !== undefined && {'Content-Type': 'application/json'}),
          ...(method !== 'GET' && {'Idempotency-Key': `"${crypto.randomUUID()}"`}),
        },
        ...(body !== undefined && {body: JSON.stringify(body)}),
        ...(signal && {signal}),
      });
    },
  };
}
