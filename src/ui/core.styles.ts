import {unsafeCSS} from 'lit';
import {coreTokens} from './core-tokens.styles.js';
import {wrapperStyles} from './wrapper.styles.js';

// In a file of their own, because nothing that stands beside `unsafeCSS` is made smaller for the package.

/** The core tokens as Lit's base takes them. */
export const core = unsafeCSS(coreTokens);

/** The wrapper's styles as Lit's base takes them. */
export const wrapper = unsafeCSS(wrapperStyles);
