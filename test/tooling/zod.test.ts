import {expect} from '@open-wc/testing';
import * as z from 'zod/mini';
import {takeCaught} from '../support/trap.js';

describe('the schema library', () => {
  it('reads without evaluating text as code, which the page forbids', async () => {
    const schema = z.object({a: z.string(), b: z.array(z.object({c: z.number()}))});
    expect(schema.safeParse({a: 'x', b: [{c: 1}]}).success).to.equal(true);
    expect(schema.safeParse({a: 1, b: [{}]}).success).to.equal(false);
    expect(await takeCaught()).to.deep.equal([]);
  });
});
