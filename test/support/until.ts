import {waitUntil as wait} from '@open-wc/testing';

/**
 * How long anything may take before a test gives up on it, in milliseconds. It says nothing about how fast the elements
 * are: it only ends a test that would wait for ever, on the slowest machine that runs them.
 */
const patience = 20_000;

/** Waits until something is true; fails with the message when it never is. */
export const waitUntil = (
  isTrue: Parameters<typeof wait>[0],
  message?: string,
  {interval = 10}: {readonly interval?: number} = {},
): Promise<void> => wait(isTrue, message, {interval, timeout: patience});
