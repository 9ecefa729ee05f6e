import type {ScoringSettings} from '../../../src/domain/scoring-settings.js';
import {defaultWeights} from '../../../src/domain/score.js';
import type {OutboxRecords} from '../records/outbox-records.js';
import {scoringName} from '../settings-routes.js';
import type {tenants} from './world.js';

/** How each tenant weighs what differs: one has left everything as it was, the other takes faces and names more seriously. */
export const scoring: Readonly<Record<(typeof tenants)[number]['id'], ScoringSettings>> = {
  meridian: {weights: defaultWeights, proximity_threshold_km: 100},
  kestrel: {
    weights: {face: 60, name: 30, dob: 25, address: 10, gender: 5, nationality: 10},
    proximity_threshold_km: 30,
  },
};

/** Puts into an organisation's settings what its first scores were made with. */
export async function putScoring(outbox: OutboxRecords): Promise<void> {
  for (const [tenant, settings] of Object.entries(scoring))
    await outbox.putSettings(tenant, scoringName, settings);
}
