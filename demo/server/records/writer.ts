import type {CustomerFolder, Tenant, VerificationFolder} from '../world/world.js';

/** What seeding may do. All of it becomes visible at once, or not at all. */
export interface RecordsWriter {
  addTenant(tenant: Tenant): Promise<void>;
  /**
   * Adds a customer with everything below.
   *
   * @param onRows Called now and then with the number of transactions stored so far, for long lists.
   */
  addCustomer(folder: CustomerFolder, onRows?: (stored: number) => void): Promise<void>;
  /** Adds a verification with everything below. Its chain is made of the events here. */
  addVerification(folder: VerificationFolder): Promise<void>;
}
