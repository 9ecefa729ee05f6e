/** The elements inside the public ones, by tag. Registered by whichever entry needs them; a host never writes them. */
export const internalElements: Readonly<Record<string, CustomElementConstructor>> = {};
