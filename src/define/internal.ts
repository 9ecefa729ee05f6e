import {CopyButton} from '../ui/copy-button.js';
import {LongText} from '../ui/long-text.js';

/** The elements inside the public ones, by tag. Registered by whichever entry needs them; a host never writes them. */
export const internalElements: Readonly<Record<string, CustomElementConstructor>> = {
  'kyc-copy-button': CopyButton,
  'kyc-long-text': LongText,
};
