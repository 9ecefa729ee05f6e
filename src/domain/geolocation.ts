import * as z from 'zod/mini';
import {finite, maybe, openEnum} from './reading.js';

export const proximityStates = ['near', 'diverged', 'unavailable', 'unknown'] as const;

/** Degrees. */
export const positionSchema = z.object({lat: finite, lng: finite});
export type Position = z.output<typeof positionSchema>;

/** Where the subject's device was, as far as it is known, against the declared address. It never lowers the score. */
export const geolocationSchema = z.object({
  state: openEnum(proximityStates),
  distance_km: maybe(finite),
  /** The organisation's setting when the score was made. There is none built in. */
  threshold_km: maybe(finite),
  device: maybe(positionSchema),
  declared: maybe(positionSchema),
});
export type Geolocation = z.output<typeof geolocationSchema>;

export interface Proximity {
  readonly state: (typeof proximityStates)[number];
  /** Kilometres. */
  readonly distance: number | undefined;
  readonly threshold: number | undefined;
}

/** Kilometres; the mean radius of the Earth. */
const earthRadius = 6371.0088;

const isPosition = ({lat, lng}: Position): boolean => Math.abs(lat) <= 90 && Math.abs(lng) <= 180;

/** Kilometres between two positions along the surface of a sphere; unknown where one of them cannot be on Earth. */
export function greatCircle(one: Position, other: Position): number | undefined {
  if (!isPosition(one) || !isPosition(other)) return undefined;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2;
  const chord =
    half(one.lat, other.lat) +
    Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * half(one.lng, other.lng);
  return 2 * earthRadius * Math.asin(Math.sqrt(Math.min(1, chord)));
}

const notNegative = (value: number | null | undefined): number | undefined =>
  typeof value === 'number' && value >= 0 ? value : undefined;

/**
 * How near the device was. It diverged when the distance is greater than the threshold, not when it reaches it. The two
 * numbers that the reviewer reads decide; where one of them is missing, the server's word does, and without either there
 * is a distance and no verdict.
 */
export function proximityOf(signal: Geolocation): Proximity {
  const {device, declared} = signal;
  const threshold = notNegative(signal.threshold_km);
  if (signal.state === 'unavailable') return {state: 'unavailable', distance: undefined, threshold};
  const distance =
    notNegative(signal.distance_km) ?? (device && declared ? greatCircle(device, declared) : undefined);
  if (distance !== undefined && threshold !== undefined)
    return {state: distance > threshold ? 'diverged' : 'near', distance, threshold};
  const state = proximityStates.find((each) => each === signal.state) ?? 'unknown';
  return {state, distance, threshold};
}

/** Eight directions, clockwise from north. */
export const directions = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Direction = (typeof directions)[number];

/** Degrees clockwise from north in which one sets out from one position to another; unknown where it cannot be told. */
export function bearing(from: Position, to: Position): number | undefined {
  if (!isPosition(from) || !isPosition(to) || (from.lat === to.lat && from.lng === to.lng)) return undefined;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const turn = radians(to.lng - from.lng);
  const east = Math.sin(turn) * Math.cos(radians(to.lat));
  const north =
    Math.cos(radians(from.lat)) * Math.sin(radians(to.lat)) -
    Math.sin(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.cos(turn);
  return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
}

/** The direction nearest to a bearing. */
export const directionOf = (degrees: number): Direction => directions[Math.round(degrees / 45) % 8] ?? 'n';
