/** The style sheets of a shadow root and of those inside it. */
function sheetsIn(root: ShadowRoot): readonly CSSStyleSheet[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({shadowRoot}) =>
    shadowRoot ? sheetsIn(shadowRoot) : [],
  );
  return [...new Set([...root.adoptedStyleSheets, ...inside])];
}

/**
 * Lets the rules below one media query stand, as they would on paper or under a finger: a test's page is neither. What is
 * asked is the rule's own text, such as `print` or `(pointer: coarse)`.
 */
export async function asIf(media: string, element: Element, run: () => Promise<void> | void): Promise<void> {
  const rules = (element.shadowRoot ? sheetsIn(element.shadowRoot) : [])
    .flatMap(({cssRules}) => [...cssRules])
    .filter((rule) => rule instanceof CSSMediaRule)
    .filter((rule) => rule.conditionText === media);
  if (rules.length === 0) throw new Error(`No rule for ${media}`);
  for (const rule of rules) rule.media.mediaText = 'all';
  try {
    await run();
  } finally {
    for (const rule of rules) rule.media.mediaText = media;
  }
}
