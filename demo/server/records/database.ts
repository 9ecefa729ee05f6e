/** As much of a PostgreSQL as the records need; the embedded one and a real one both fit behind it. */
export interface Queries {
  query<R extends object>(sql: string, values?: readonly unknown[]): Promise<readonly R[]>;
}

export interface Database extends Queries {
  /** All that the work does happens together or not at all. */
  transaction<T>(work: (inside: Queries) => Promise<T>): Promise<T>;
  /**
   * Hears what is notified on a channel, from any process.
   *
   * @param onGap The connection was lost for a while; what was notified meanwhile is not known.
   */
  listen(channel: string, hear: (payload: string) => void, onGap: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
