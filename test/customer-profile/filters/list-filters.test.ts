import {expect} from '@open-wc/testing';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {ListFilters, noFilters} from '../../../src/customer-profile/filters/list-filters.js';
import {FakeClock} from '../../support/fake-clock.js';

class Host implements ReactiveControllerHost {
  readonly controllers: ReactiveController[] = [];
  readonly updateComplete = Promise.resolve(true);
  addController(controller: ReactiveController): void {
    this.controllers.push(controller);
  }
  removeController(): void {}
  requestUpdate(): void {}
}

describe('ListFilters', () => {
  let host: Host;
  let clock: FakeClock;
  let asks: number;
  let filters: ListFilters;

  beforeEach(() => {
    host = new Host();
    clock = new FakeClock();
    asks = 0;
    filters = new ListFilters(host, () => (asks += 1), clock);
  });

  it('asks for what was typed once the reviewer pauses, and only once', async () => {
    for (const text of ['a', 'am', 'ami']) {
      filters.type('q', text);
      await clock.advance(100);
    }
    expect(filters.entered.q).to.equal('ami');
    expect(filters.asked).to.deep.equal(noFilters);
    await clock.advance(150);
    expect(filters.asked.q).to.equal('ami');
    expect(asks).to.equal(1);
    await clock.advance(1000);
    expect(asks).to.equal(1);
  });

  it('asks at once for what was chosen, and for what was typed with it', async () => {
    filters.type('q', 'ami');
    filters.choose('direction', 'in');
    expect(filters.asked).to.deep.equal({...noFilters, q: 'ami', direction: 'in'});
    await clock.advance(1000);
    expect(asks).to.equal(1);
  });

  it('asks at once when the reviewer presses Enter', async () => {
    filters.type('q', 'ami');
    filters.ask();
    expect(filters.asked.q).to.equal('ami');
  });

  it('does not ask for a range whose ends are the wrong way round', async () => {
    filters.type('from', '2026-03-01');
    filters.type('to', '2026-02-01');
    await clock.advance(250);
    expect(filters.isBackwards).to.equal(true);
    expect(filters.asked).to.deep.equal(noFilters);
    filters.type('to', '2026-03-01');
    await clock.advance(250);
    expect(filters.asked).to.deep.include({from: '2026-03-01', to: '2026-03-01'});
  });

  it('does not ask for a year that is still being typed', async () => {
    filters.type('from', '0002-01-01');
    await clock.advance(250);
    expect(filters.asked.from).to.equal('');
  });

  it('forgets everything when it is cleared', async () => {
    filters.choose('status', 'HELD');
    filters.type('q', 'ami');
    expect(filters.isFilled).to.equal(true);
    filters.clear();
    expect(filters.asked).to.deep.equal(noFilters);
    expect(filters.isNarrowed).to.equal(false);
    await clock.advance(1000);
    expect(filters.asked).to.deep.equal(noFilters);
  });

  it('asks for nothing after its host has left', async () => {
    filters.type('q', 'ami');
    filters.hostDisconnected();
    await clock.advance(1000);
    expect(asks).to.equal(0);
  });
});
