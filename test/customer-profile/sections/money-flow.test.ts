import {expect} from '@open-wc/testing';
import {
  bucketFor,
  currenciesOf,
  drawFlow,
  drawing,
  flaggedIn,
  flowOf,
  labelledBars,
} from '../../../src/customer-profile/sections/money-flow.js';
import type {TransactionBucket} from '../../../src/domain/transaction.js';

const bucket = (over: Partial<TransactionBucket> = {}): TransactionBucket => ({
  start: '2026-01-01',
  currency: 'EUR',
  in: '100.00',
  out: '50.00',
  count: 3,
  flagged: 0,
  ...over,
});

describe('money flow', () => {
  const ranges = [
    {says: 'no range', from: '', to: '', is: 'month'},
    {says: 'an open end', from: '2026-01-01', to: '', is: 'month'},
    {says: 'two months', from: '2026-01-01', to: '2026-02-28', is: 'day'},
    {says: 'a year', from: '2026-01-01', to: '2026-12-31', is: 'week'},
    {says: 'two years', from: '2025-01-01', to: '2026-12-31', is: 'month'},
    {says: 'the wrong way round', from: '2026-02-01', to: '2026-01-01', is: 'month'},
  ] as const;
  for (const {says, from, to, is} of ranges) {
    it(`is drawn by ${is} for ${says}`, () => expect(bucketFor(from, to)).to.equal(is));
  }

  it('puts the currency with the most transactions first', () => {
    const buckets = [
      bucket({currency: 'USD', count: 2}),
      bucket({count: 3}),
      bucket({currency: 'USD', start: '2026-02-01', count: 2}),
    ];
    expect(currenciesOf(buckets)).to.deep.equal(['USD', 'EUR']);
  });

  it('counts what triggered a rule in all currencies', () => {
    expect(flaggedIn([bucket({flagged: 2}), bucket({currency: 'USD', flagged: 1})])).to.equal(3);
  });

  it('shows stretches in which nothing moved as empty, not as absent', () => {
    const bars = flowOf([bucket(), bucket({start: '2026-04-01', in: '7', out: '0'})], 'EUR', 'month');
    expect(bars.map(({start}) => start)).to.deep.equal([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
    ]);
    expect(bars[1]).to.deep.equal({start: '2026-02-01', in: 0, out: 0, flagged: 0});
    expect(bars[3]).to.deep.include({in: 7, out: 0});
  });

  it('keeps stretches that do not begin where the others do', () => {
    const bars = flowOf([bucket({start: '2026-01-31'}), bucket({start: '2026-02-28'})], 'EUR', 'month');
    expect(bars.map(({start}) => start)).to.include.members(['2026-01-31', '2026-02-28']);
  });

  it('leaves out what is no date, and does not get lost between far ones', () => {
    const odd = ['', 'soon', '2026-13-01', '0001-01-01'].map((start) => bucket({start}));
    expect(flowOf(odd, 'EUR', 'month')).to.deep.equal([]);
    const far = [bucket({start: '1000-01-01'}), bucket({start: '9999-12-31'})];
    expect(flowOf(far, 'EUR', 'day').length).to.be.at.most(240);
  });

  it('reads an amount that is no number as nothing', () => {
    expect(flowOf([bucket({in: 'many', out: '1e999'})], 'EUR', 'month')[0]).to.deep.include({in: 0, out: 0});
  });

  it('draws in upwards and out downwards from one axis, in one scale, inside the picture', () => {
    const {axis, in: up, out: down} = drawFlow([{start: '2026-01-01', in: 200, out: 100, flagged: 0}]);
    const rise = Number(/v(-[\d.]+)/u.exec(up)?.[1]);
    const fall = Number(/v([\d.]+)/u.exec(down)?.[1]);
    expect(rise).to.be.closeTo(-2 * fall, 0.2);
    expect(axis + rise).to.be.at.least(0);
    expect(axis + fall).to.be.at.most(drawing.height);
  });

  it('leaves no bar where nothing moved, and a visible one where a little did', () => {
    const bars = [
      {start: '2026-01-01', in: 0, out: 0, flagged: 0},
      {start: '2026-02-01', in: 1_000_000, out: 0.01, flagged: 1},
    ];
    const {in: up, out: down, flags} = drawFlow(bars);
    expect(up.match(/M/gu)).to.have.length(1);
    expect(down).to.match(/v1h/u);
    expect(flags.match(/M/gu)).to.have.length(1);
  });

  it('draws nothing at all without an error', () => {
    expect(drawFlow([])).to.deep.include({in: '', out: '', flags: ''});
  });

  it('labels the first and the last bar, and a few between', () => {
    expect(labelledBars(12)).to.deep.equal([0, 3, 6, 8, 11]);
    expect(labelledBars(2)).to.deep.equal([0, 1]);
    expect(labelledBars(1)).to.deep.equal([0]);
    expect(labelledBars(0)).to.deep.equal([]);
  });
});
