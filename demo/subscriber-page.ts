import {pathTo} from './addresses.js';
import {make} from './dom.js';
import type {Place} from './place.js';
import {moment, readJson, renderNote} from './table.js';

/** A webhook as it arrived, and what the receiver found out about it. */
interface Delivery {
  readonly number: number;
  readonly received_at: string;
  readonly is_valid: boolean;
  /** The text that was signed. */
  readonly body: string;
}

interface Envelope {
  readonly type?: unknown;
  readonly data?: {readonly verification?: {readonly type?: unknown; readonly id?: unknown}};
  readonly metadata?: {readonly delivery_attempt?: number};
}

const pauseMs = 2000;

function envelopeOf(body: string): Envelope {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function renderDelivery(place: Place, {received_at, is_valid, body}: Delivery): HTMLElement {
  const {word} = place;
  const {type, data, metadata} = envelopeOf(body);
  const verification = data?.verification;
  const link =
    typeof verification?.type === 'string' && typeof verification.id === 'string'
      ? make(
          'a',
          {href: pathTo('verifications', verification.type, verification.id), 'data-to': 'verification'},
          make('bdi', {}, verification.id.slice(0, 8)),
        )
      : '';
  return make(
    'li',
    {},
    make(
      'div',
      {class: 'line'},
      make('code', {}, make('bdi', {}, typeof type === 'string' ? type : '–')),
      link,
      make(
        'span',
        {class: 'pill', 'data-tone': is_valid ? 'positive' : 'negative'},
        `${word('signature')}: ${word(is_valid ? 'valid' : 'invalid')}`,
      ),
      make('span', {class: 'quiet'}, `${word('attempt')} ${metadata?.delivery_attempt ?? '–'}`),
      make('span', {class: 'quiet'}, moment(place, received_at)),
    ),
    make(
      'details',
      {},
      make('summary', {}, word('body')),
      make('pre', {dir: 'ltr', tabindex: '0'}, JSON.stringify(envelopeOf(body), null, 2)),
    ),
  );
}

/** Deliveries of webhooks to this back-office's own receiver, as they arrive, until the reader goes elsewhere. */
export function showSubscriber(place: Place): void {
  const {main, who, word, left} = place;
  const list = make('ol', {class: 'deliveries', 'aria-live': 'polite'});
  const none = renderNote(word('no-delivery'));
  main.replaceChildren(
    make('h1', {}, word('subscriber')),
    make('p', {class: 'says quiet'}, word('subscriber-says')),
    make('div', {class: 'card'}, none, list),
  );
  const listen = async () => {
    for (let last = 0; !left.aborted;) {
      try {
        const path = `/back-office/deliveries?after=${last}`;
        const {items} = await readJson<{readonly items: readonly Delivery[]}>(who.ask(path, {signal: left}));
        if (left.aborted) return;
        for (const each of items) {
          last = Math.max(last, each.number);
          none.hidden = true;
          list.prepend(renderDelivery(place, each));
        }
      } catch {
        if (left.aborted) return;
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  };
  void listen();
}
