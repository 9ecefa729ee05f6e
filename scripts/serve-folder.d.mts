/** Serves a folder on a free port of this machine. */
export declare function serveFolder(
  folder: string,
): Promise<{readonly address: string; readonly close: () => void}>;
