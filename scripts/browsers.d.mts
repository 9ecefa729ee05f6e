/** Makes sure that a browser is there; answers whether it is. */
export declare function haveBrowser(name: 'chromium' | 'firefox'): boolean;
