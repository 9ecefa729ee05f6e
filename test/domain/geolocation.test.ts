import {expect} from '@open-wc/testing';
import {
  bearing,
  directionOf,
  geolocationSchema,
  greatCircle,
  proximityOf,
} from '../../src/domain/geolocation.js';

const paris = {lat: 48.8566, lng: 2.3522};
const london = {lat: 51.5074, lng: -0.1278};

describe('how near the device was', () => {
  const cases = [
    {
      says: 'farther than the threshold diverged',
      is: 'diverged',
      signal: {state: 'unknown', distance_km: 50.1, threshold_km: 50},
    },
    {
      says: 'exactly the threshold is near',
      is: 'near',
      signal: {state: 'unknown', distance_km: 50, threshold_km: 50},
    },
    {
      says: 'a threshold of zero allows no distance',
      is: 'diverged',
      signal: {state: 'unknown', distance_km: 0.1, threshold_km: 0},
    },
    {
      says: 'no threshold gives a distance without a verdict',
      is: 'unknown',
      signal: {state: 'unknown', distance_km: 900},
    },
    {says: 'without numbers the server’s word counts', is: 'diverged', signal: {state: 'diverged'}},
    {
      says: 'without a threshold the server’s word counts',
      is: 'near',
      signal: {state: 'near', distance_km: 3},
    },
    {
      says: 'a near that its own numbers deny is not shown as near',
      is: 'diverged',
      signal: {state: 'near', distance_km: 51, threshold_km: 50},
    },
    {
      says: 'no fix is no verdict, whatever else is there',
      is: 'unavailable',
      signal: {state: 'unavailable', distance_km: 1, threshold_km: 50},
    },
    {
      says: 'coordinates alone give the distance',
      is: 'diverged',
      signal: {state: 'unknown', threshold_km: 50, device: london, declared: paris},
    },
    {
      says: 'coordinates that are not on Earth give none',
      is: 'unknown',
      signal: {state: 'unknown', threshold_km: 50, device: {lat: 951, lng: 0}, declared: paris},
    },
    {
      says: 'a negative distance is none',
      is: 'unknown',
      signal: {state: 'unknown', distance_km: -1, threshold_km: 50},
    },
    {says: 'a state that nobody knows gives no verdict', is: 'unknown', signal: {state: 'teleported'}},
  ];
  for (const {says, is, signal} of cases) {
    it(says, () => expect(proximityOf(geolocationSchema.parse(signal)).state).to.equal(is));
  }

  it('Paris and London are 344 km apart, along the surface', () => {
    expect(greatCircle(paris, london)).to.be.closeTo(343.56, 0.05);
    expect(greatCircle(paris, paris)).to.equal(0);
    expect(greatCircle({lat: 0, lng: 0}, {lat: 0, lng: 180})).to.be.closeTo(20_015.11, 0.01);
  });

  it('a place that is over the date line is near its neighbour', () => {
    expect(greatCircle({lat: 0, lng: 179.9}, {lat: 0, lng: -179.9})).to.be.closeTo(22.24, 0.01);
  });
});

describe('where the device lies', () => {
  const cases = [
    {says: 'north', to: {lat: 49.9, lng: 2.3522}, is: 'n'},
    {says: 'north-west, towards London', to: london, is: 'nw'},
    {says: 'east', to: {lat: 48.8566, lng: 4}, is: 'e'},
    {says: 'south', to: {lat: 40, lng: 2.3522}, is: 's'},
    {says: 'south-west', to: {lat: 47.8, lng: 0.8}, is: 'sw'},
  ] as const;
  for (const {says, to, is} of cases) {
    it(`lies ${says}`, () => {
      expect(directionOf(bearing(paris, to) ?? NaN)).to.equal(is);
    });
  }

  it('lies eastwards over the date line', () => {
    expect(directionOf(bearing({lat: 0, lng: 179}, {lat: 0, lng: -179}) ?? NaN)).to.equal('e');
  });

  it('has no direction at the address itself, or off the Earth', () => {
    expect(bearing(paris, paris)).to.equal(undefined);
    expect(bearing(paris, {lat: 91, lng: 0})).to.equal(undefined);
  });
});
