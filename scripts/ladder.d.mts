/** The folders of src, lowest first. */
export declare const ladder: readonly string[];
