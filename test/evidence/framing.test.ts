import {expect} from '@open-wc/testing';
import {frameOf} from '../../src/evidence/framing.js';

const box = (x: number, y: number, width: number, height: number) => ({file_id: 'f', x, y, width, height});

describe('framing', () => {
  it('stands a little outside of what it frames', () => {
    const frame = frameOf(box(0.5, 0.5, 0.2, 0.1));
    expect(frame?.left).to.be.below(50);
    expect((frame?.left ?? 0) + (frame?.width ?? 0)).to.be.above(70);
  });

  it('ends at the edges of the image', () => {
    expect(frameOf(box(-1, -1, 5, 5))).to.deep.equal({left: 0, top: 0, width: 100, height: 100});
  });

  for (const [says, of] of [
    ['beside the image', box(1.5, 0.1, 0.2, 0.1)],
    ['of no size', box(0.1, 0.1, 0, 0.1)],
    ['of a negative size', box(0.1, 0.1, -0.2, 0.1)],
    ['that is no number', box(NaN, 0.1, 0.2, 0.1)],
  ] as const) {
    it(`draws nothing for a box ${says}`, () => expect(frameOf(of)).to.equal(undefined));
  }
});
