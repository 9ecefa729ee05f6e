import {expect} from '@open-wc/testing';
import {backoffDelay, pollDelay, slowDelay} from '../../src/api/backoff.js';
import {seeded} from '../support/seeded.js';

const least = () => 0;
const most = () => 1;

describe('backoff', () => {
  const cases = [
    {attempt: 1, from: 100, to: 2_100},
    {attempt: 2, from: 100, to: 4_100},
    {attempt: 3, from: 100, to: 8_100},
    {attempt: 4, from: 100, to: 16_100},
    {attempt: 5, from: 100, to: 20_100},
    {attempt: 500, from: 100, to: 20_100},
  ] as const;
  for (const {attempt, from, to} of cases) {
    it(`waits ${from} to ${to} ms before attempt ${attempt}`, () => {
      expect([backoffDelay(attempt, least), backoffDelay(attempt, most)]).to.eql([from, to]);
    });
  }

  it('RT-12 never waits less than 30 s in the slow lane, and at most 7.5 minutes', () => {
    expect([1, 2, 3, 9].map((attempt) => slowDelay(attempt, least))).to.eql([
      30_000, 60_000, 300_000, 300_000,
    ]);
    expect(slowDelay(9, most)).to.equal(450_000);
  });

  it('RT-03 polls every 60 s, 20 % more or less', () => {
    expect([pollDelay(least), pollDelay(most)]).to.eql([48_000, 72_000]);
  });

  /** The largest share of 1,000 pages that knock within one tenth of a second, early and later. */
  function herd(seed: number): {early: number; later: number} {
    const random = seeded(seed);
    const knocks = new Map<number, number>();
    for (let page = 0; page < 1000; page++) {
      let now = 0;
      for (let attempt = 1; now < 300_000; attempt++) {
        now += backoffDelay(attempt, random);
        const bucket = Math.floor(now / 100);
        knocks.set(bucket, (knocks.get(bucket) ?? 0) + 1);
      }
    }
    const peak = (wanted: (bucket: number) => boolean) =>
      Math.max(...[...knocks].filter(([bucket]) => wanted(bucket)).map(([, count]) => count / 1000));
    return {early: peak((bucket) => bucket < 21), later: peak((bucket) => bucket >= 21)};
  }

  it('RT-21 spreads a herd of 1,000 pages: at most 11 % in any 100 ms at first, 6 % later, over 20 seeds', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const {early, later} = herd(seed);
      expect(early, `seed ${seed}, first 2.1 s`).to.be.at.most(0.11);
      expect(later, `seed ${seed}, later`).to.be.at.most(0.06);
    }
  });
});
