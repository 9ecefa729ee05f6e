/** The Chromium to test in. */
export declare function findChromium(): string | undefined;
/** The Firefox to test in. */
export declare function findFirefox(): string | undefined;
/** What every Chromium started by this project is told. */
export declare const chromiumArguments: readonly string[];
