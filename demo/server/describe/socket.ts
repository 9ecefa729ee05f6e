import {liveEventTypes, verificationEventTypes} from '../../../src/domain/live-events.js';
import {closeCodes} from '../live-session.js';
import {subprotocol} from '../live.js';
import {type Json} from './records.js';

const frame = (type: Json, more: Readonly<Record<string, Json>> = {}): Json => ({
  type: 'object',
  properties: {type, ...more},
  required: ['type', ...Object.keys(more)],
});
const id = {type: 'string', description: 'The id in the path under which the socket token was asked.'};
const revision = {
  type: 'integer',
  description: 'Counts the changes of the customer or verification and of everything below.',
};

/** The frames of a socket, by the name of their message: who sends it, and what it holds. */
export const socketMessages = {
  auth: {
    from: 'client',
    payload: frame({const: 'auth'}, {token: {type: 'string'}}),
    summary: 'The first frame, within 5 s.',
  },
  ping: {from: 'client', payload: frame({const: 'ping'}), summary: 'Answered by a heartbeat.'},
  ready: {from: 'server', payload: frame({const: 'ready'}, {id, revision}), summary: 'The token was good.'},
  heartbeat: {from: 'server', payload: frame({const: 'hb'}), summary: 'Every 25 s.'},
  event: {
    from: 'server',
    payload: frame(
      {type: 'string', enum: [...new Set([...liveEventTypes, ...verificationEventTypes])]},
      {id, revision},
    ),
    summary: 'Something changed; read it anew.',
  },
} as const;

/** The socket as AsyncAPI 3.0. */
export function describeSocket(): Json {
  const messages = Object.entries(socketMessages);
  const refsFrom = (side: 'client' | 'server'): readonly Json[] =>
    messages
      .filter(([, {from}]) => from === side)
      .map(([name]) => ({$ref: `#/channels/live/messages/${name}`}));
  const codes = Object.entries(closeCodes).map(([reason, code]) => `${code} ${reason}`);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Review socket',
      version: '1',
      description: 'Says that something changed, never what it is now.',
    },
    defaultContentType: 'application/json',
    channels: {
      live: {
        address: '/api/live',
        description: `Subprotocol \`${subprotocol}\`. Close codes: ${codes.join(', ')}.`,
        messages: Object.fromEntries(
          messages.map(([name]) => [name, {$ref: `#/components/messages/${name}`}]),
        ),
      },
    },
    operations: {
      fromClient: {action: 'receive', channel: {$ref: '#/channels/live'}, messages: refsFrom('client')},
      fromServer: {action: 'send', channel: {$ref: '#/channels/live'}, messages: refsFrom('server')},
    },
    components: {
      messages: Object.fromEntries(
        messages.map(([name, {summary, payload}]) => [name, {name, summary, payload}]),
      ),
    },
  };
}
