/** A stylesheet as text, for an element that stands on less than Lit's own base; Lit's takes it through `unsafeCSS`. */
export const cssText = (text: TemplateStringsArray): string => text.join('');
