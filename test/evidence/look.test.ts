import {expect} from '@open-wc/testing';
import {
  broughtIn,
  heldIn,
  movedBy,
  nextZoom,
  placeAt,
  turned,
  wholePicture,
  zoomedAt,
  type Look,
} from '../../src/evidence/look.js';

// A picture of 400 by 200 in a window of 400 by 300.
const measured = {window: {width: 400, height: 300}, picture: {width: 400, height: 200}};
const look = (over: Partial<Look> = {}): Look => ({...wholePicture, ...over});

describe('look', () => {
  for (const [says, given, kept] of [
    ['a whole picture stands in the middle', look({x: 0.3, y: -0.2}), look()],
    [
      'one that is larger than its window moves as far as its edges',
      look({zoom: 2, x: 1, y: -1}),
      look({zoom: 2, x: 0.25, y: -0.125}),
    ],
    [
      'one that is larger only across moves only across',
      look({zoom: 1.25, x: 0.05, y: 0.4}),
      look({zoom: 1.25, x: 0.05, y: 0}),
    ],
  ] as const) {
    it(says, () => {
      const held = heldIn(given, measured);
      expect(held.x).to.be.closeTo(kept.x, 1e-9);
      expect(held.y).to.be.closeTo(kept.y, 1e-9);
      expect(held.zoom).to.equal(kept.zoom);
    });
  }

  it('keeps the place under the pointer when it looks closer', () => {
    const at = {x: 120, y: -60};
    const before = placeAt(look(), at, measured);
    const closer = zoomedAt(look(), 4, at, measured);
    const after = placeAt(closer, at, measured);
    expect(after?.x).to.be.closeTo(before?.x ?? NaN, 1e-9);
    expect(after?.y).to.be.closeTo(before?.y ?? NaN, 1e-9);
  });

  it('moves with the hand', () => {
    const moved = movedBy(look({zoom: 2}), 80, 40, measured);
    expect(moved.x).to.be.closeTo(-0.1, 1e-9);
    expect(moved.y).to.be.closeTo(-0.1, 1e-9);
  });

  it('keeps the same place in the middle when it is turned, and comes round after four turns', () => {
    const given = look({zoom: 3, x: 0.2, y: 0.1});
    const middle = (of: Look) => placeAt(of, {x: 0, y: 0}, measured);
    let at = given;
    for (let turn = 0; turn < 4; turn++) {
      expect(middle(at)?.x).to.be.closeTo(0.7, 1e-9);
      expect(middle(at)?.y).to.be.closeTo(0.6, 1e-9);
      at = turned(at);
    }
    expect(at.turns).to.equal(0);
    expect(at.x).to.be.closeTo(given.x, 1e-9);
  });

  for (const turns of [0, 1, 2, 3]) {
    it(`brings a framed place in after ${turns} turns, no closer than before`, () => {
      const sizes = turns % 2 === 0 ? measured : {...measured, picture: {width: 150, height: 300}};
      const box = {left: 80, top: 70, width: 10, height: 10};
      const seen = broughtIn(look({zoom: 4, turns}), box, sizes);
      expect(seen.zoom).to.equal(4);
      const corners = [
        {x: -200, y: -150},
        {x: 200, y: 150},
      ].map((at) => placeAt(seen, at, sizes) ?? {x: NaN, y: NaN});
      const xs = corners.map(({x}) => x);
      const ys = corners.map(({y}) => y);
      expect(Math.min(...xs)).to.be.at.most(0.8 + 1e-9);
      expect(Math.max(...xs)).to.be.at.least(0.9 - 1e-9);
      expect(Math.min(...ys)).to.be.at.most(0.7 + 1e-9);
      expect(Math.max(...ys)).to.be.at.least(0.8 - 1e-9);
    });
  }

  it('moves nothing for a place that is seen already', () => {
    const given = look({zoom: 2, x: 0.1, y: 0.05});
    expect(broughtIn(given, {left: 55, top: 50, width: 10, height: 10}, measured)).to.deep.equal(given);
  });

  for (const [zoom, closer, further] of [
    [1, 1.5, undefined],
    [1.3, 1.5, 1],
    [2, 3, 1.5],
    [8, undefined, 6],
    [0.5, 1, undefined],
  ] as const) {
    it(`steps from ${zoom} to ${closer} and ${further}`, () => {
      expect(nextZoom(zoom, 1)).to.equal(closer);
      expect(nextZoom(zoom, -1)).to.equal(further);
    });
  }

  it('is held still by a picture that has no size yet', () => {
    const nothing = {window: {width: 0, height: 0}, picture: {width: 0, height: 0}};
    expect(movedBy(look({zoom: 2}), 10, 10, nothing)).to.deep.equal(look({zoom: 2}));
    expect(placeAt(look(), {x: 0, y: 0}, nothing)).to.equal(undefined);
  });
});
