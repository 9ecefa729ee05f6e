/**
 * Copies plain text. Resolves with whether that was possible.
 *
 * @param root Where a field may stand for a moment: frames without the permission, and pages that are not served securely,
 *   have only the older way, which copies what is selected.
 * @param asker Gets the focus after the older way where nothing had it: not every browser focuses what is clicked.
 */
export async function copyText(
  text: string,
  root: DocumentOrShadowRoot & ParentNode,
  asker?: HTMLElement | null,
): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyFromField(text, root, asker);
  }
}

function copyFromField(
  text: string,
  root: DocumentOrShadowRoot & ParentNode,
  asker: HTMLElement | null | undefined,
): boolean {
  const focused = root.activeElement ?? asker;
  const field = document.createElement('textarea');
  field.className = 'hidden';
  field.readOnly = true;
  field.tabIndex = -1;
  field.value = text;
  root.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
