// Vite takes style sheets as imports; TypeScript has to be told.
declare module '*.css';
