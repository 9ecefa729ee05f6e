import {expect} from '@open-wc/testing';
import {reactionTo} from '../../src/api/close-codes.js';

const cases = [
  {code: 1000, reaction: 'retry'},
  {code: 1001, reaction: 'retry'},
  {code: 1005, reaction: 'retry'},
  {code: 1006, reaction: 'retry'},
  {code: 1011, reaction: 'retry'},
  {code: 1012, reaction: 'retry'},
  {code: 1013, reaction: 'slow'},
  {code: 3000, reaction: 'retry'},
  {code: 3999, reaction: 'retry'},
  {code: 4000, reaction: 'retry'},
  {code: 4400, reaction: 'stop'},
  {code: 4401, reaction: 'token'},
  {code: 4403, reaction: 'forbidden'},
  {code: 4404, reaction: 'gone'},
  {code: 4408, reaction: 'retry'},
  {code: 4418, reaction: 'stop'},
  {code: 4429, reaction: 'slow'},
  {code: 4499, reaction: 'stop'},
  {code: 4500, reaction: 'retry'},
  {code: 4599, reaction: 'retry'},
  {code: 4999, reaction: 'retry'},
] as const;

describe('close codes', () => {
  for (const {code, reaction} of cases) {
    it(`RT-13 answers ${code} with ${reaction}`, () => expect(reactionTo(code)).to.equal(reaction));
  }
});
