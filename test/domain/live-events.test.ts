import {expect} from '@open-wc/testing';
import {frameFrom} from '../../src/domain/live-events.js';

const cases: readonly (readonly [says: string, sent: unknown, read: object | undefined])[] = [
  ['a type alone', {type: 'hb'}, {type: 'hb', id: undefined, revision: undefined}],
  ['all of it', {type: 'ready', id: 'c-1', revision: 7}, {type: 'ready', id: 'c-1', revision: 7}],
  [
    'CT-03 a name under "event"',
    {event: 'step_results', id: 'c-1'},
    {type: 'step_results', id: 'c-1', revision: undefined},
  ],
  [
    'its own type before another name',
    {type: 'hb', event: 'x'},
    {type: 'hb', id: undefined, revision: undefined},
  ],
  ['a number as id', {type: 'hb', id: 42}, {type: 'hb', id: '42', revision: undefined}],
  ['a revision as text', {type: 'ready', revision: '12'}, {type: 'ready', id: undefined, revision: 12}],
  [
    'null for not said',
    {type: 'ready', id: null, revision: null},
    {type: 'ready', id: undefined, revision: undefined},
  ],
  ['no type', {id: 'c-1'}, undefined],
  ['an empty type', {type: ''}, undefined],
  ['a type of no kind', {type: null, event: 'step_results'}, undefined],
  ['an id of no kind', {type: 'step_results', id: {}}, undefined],
  ['half a revision', {type: 'ready', revision: 1.5}, undefined],
  ['a revision beyond counting', {type: 'ready', revision: 2 ** 60}, undefined],
  ['a revision of words', {type: 'ready', revision: 'many'}, undefined],
  ['a list', ['ready'], undefined],
  ['a text', 'ready', undefined],
  ['null', null, undefined],
];

describe('reading a frame', () => {
  for (const [says, sent, read] of cases) {
    it(`${says}: ${read ? 'read' : 'no frame'}`, () => expect(frameFrom(sent)).to.eql(read));
  }
});
