/** Events in a page: most histories come in one. */
export const timelinePage = 100;
