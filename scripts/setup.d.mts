/** The project's folder. */
export declare const root: string;
/** Whether a version of Node runs everything here. */
export declare function isSupportedNode(version: string): boolean;
