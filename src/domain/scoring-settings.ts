import * as z from 'zod/mini';
import {finite, maybe} from './reading.js';

const weight = finite.check(z.gte(0), z.lte(100));

/** What each mismatch costs in scores that are made from now on; scores that exist keep what they were made with. */
export const scoringSettingsSchema = z.object({
  weights: z.object({
    face: weight,
    name: weight,
    dob: weight,
    address: weight,
    gender: weight,
    nationality: weight,
  }),
  /** Beyond how many kilometres a device counts as diverged; absent: no verdict. */
  proximity_threshold_km: maybe(finite),
});
export type ScoringSettings = z.output<typeof scoringSettingsSchema>;
