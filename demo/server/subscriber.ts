import {Webhook} from 'standardwebhooks';
import type {Clock} from './clock.js';
import {readBytes} from './read-bytes.js';
import type {Records} from './records/records.js';
import {newSecret} from './webhook-address.js';

/** A webhook as it arrived, and whether it was signed with the secret that both sides know. */
export interface Delivery {
  /** Counts from 1, and only ever up. */
  readonly number: number;
  readonly received_at: string;
  readonly is_valid: boolean;
  readonly body: string;
}

export interface Subscriber {
  /** Takes a delivery in. `undefined`: nobody here is called that. `false`: its signature was wrong. */
  receive(tenant: string, request: Request): Promise<boolean | undefined>;
  /** What arrived after this number, the oldest first. Waits for something to arrive, though not for long. */
  deliveries(tenant: string, after: number, signal?: AbortSignal): Promise<readonly Delivery[]>;
  /** Lets everybody go who waits. */
  close(): void;
}

interface SubscriberOptions {
  readonly records: Records;
  readonly clock: Clock;
  readonly tenants: readonly {readonly id: string}[];
  /** Of this server, as its own webhooks reach it. */
  readonly address: string;
}

const kept = 100;
const waitsMs = 15_000;
const largestBody = 1_000_000;
const webhookId = 'wh_demo-subscriber';

/**
 * The receiving end of webhooks, as a tenant's own system would be: it is subscribed to every event, checks each
 * signature, and remembers what arrived while this process runs.
 */
export async function createSubscriber({
  records,
  clock,
  tenants,
  address,
}: SubscriberOptions): Promise<Subscriber> {
  const inboxes = new Map<string, {readonly webhook: Webhook; readonly arrived: Delivery[]}>();
  for (const {id: tenant} of tenants) {
    const secret = await records.secret(`subscriber ${tenant}`, newSecret);
    const url = `${address}/back-office/subscriber/${tenant}`;
    const known = (await records.outbox.webhooks(tenant)).find(({id}) => id === webhookId);
    if (known?.url !== url) {
      // Its port is another one than last time.
      if (known) await records.outbox.removeWebhook(tenant, webhookId);
      const created_at = new Date(clock.now()).toISOString();
      await records.outbox.addWebhook({tenant, id: webhookId, url, events: [], secret, created_at});
    }
    inboxes.set(tenant, {webhook: new Webhook(secret), arrived: []});
  }
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const each of [...waiting]) each();
  };
  let count = 0;
  let isClosed = false;

  return {
    async receive(tenant, request) {
      const inbox = inboxes.get(tenant);
      if (!inbox) return undefined;
      const body = new TextDecoder().decode(await readBytes(request, largestBody));
      let is_valid = true;
      try {
        inbox.webhook.verify(body, Object.fromEntries(request.headers));
      } catch {
        is_valid = false;
      }
      const received_at = new Date(clock.now()).toISOString();
      inbox.arrived.push({number: ++count, received_at, is_valid, body});
      if (inbox.arrived.length > kept) inbox.arrived.shift();
      wake();
      return is_valid;
    },

    async deliveries(tenant, after, signal) {
      const since = () => (inboxes.get(tenant)?.arrived ?? []).filter(({number}) => number > after);
      const late = Date.now() + waitsMs;
      while (since().length === 0 && !signal?.aborted && Date.now() < late) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(end, late - Date.now());
          function end(): void {
            clearTimeout(timer);
            signal?.removeEventListener('abort', end);
            waiting.delete(end);
            resolve();
          }
          signal?.addEventListener('abort', end);
          waiting.add(end);
        });
        if (isClosed) break;
      }
      return since();
    },

    close() {
      isClosed = true;
      wake();
    },
  };
}
