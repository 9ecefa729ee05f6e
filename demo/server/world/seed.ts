import type {RecordsWriter} from '../records/writer.js';
import {makeWorld} from './make-world.js';

export {makeWorld};

/**
 * Fills an empty store with the demo's world.
 *
 * @param say Hears about the progress, a line at a time.
 */
export async function seedWorld(records: RecordsWriter, say: (line: string) => void): Promise<void> {
  const {tenants, customers, verifications} = makeWorld();
  for (const tenant of tenants) await records.addTenant(tenant);
  say(`Writing ${customers.length} customers of ${tenants.length} tenants.`);
  let done = 0;
  for (const folder of customers) {
    await records.addCustomer(folder, (stored) =>
      say(`  ${stored.toLocaleString('en')} transactions of one customer`),
    );
    done++;
    if (done % 10 === 0) say(`  ${done} of ${customers.length} customers`);
  }
  say(`Writing ${verifications.length} verifications.`);
  for (const folder of verifications) await records.addVerification(folder);
}
