const originOf = (url: string): string | undefined => {
  try {
    return new URL(url).origin;
  } catch {
    return undefined;
  }
};

/**
 * Hears when the page's policy refuses a connection to this address. The platform reports it to the document alone: the
 * constructor of a socket does not throw in every browser, and its close event looks like any broken network. Returns
 * the function that stops listening.
 */
export function onPolicyRefusal(url: string, refused: () => void): () => void {
  if (typeof document === 'undefined') return () => {};
  const listen = ({blockedURI, disposition}: SecurityPolicyViolationEvent): void => {
    // A policy that only reports has let the connection pass.
    if (disposition === 'enforce' && originOf(blockedURI) === originOf(url)) refused();
  };
  document.addEventListener('securitypolicyviolation', listen);
  return () => document.removeEventListener('securitypolicyviolation', listen);
}
