let pending = 0;

const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

/**
 * While something is under way whose outcome nobody knows yet, the browser asks before the page is left; at no other
 * time. Returns the function that ends it.
 */
export function guardUnload(): () => void {
  if (pending === 0) window.addEventListener('beforeunload', ask);
  pending++;
  let over = false;
  return () => {
    if (over) return;
    over = true;
    pending--;
    if (pending === 0) window.removeEventListener('beforeunload', ask);
  };
}
