/** Builds the page that the reference server serves, unless it is there and current. */
export declare function buildDemo(say: (line: string) => void, to?: string): Promise<void>;
