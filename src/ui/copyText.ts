/** Puts text on the clipboard, also where the page came without https and the browser has no clipboard for it. */
export async function copyText(text: string): Promise<void> {
  if ("clipboard" in navigator) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  // Inside of a dialog nothing outside of it can be selected.
  const beside = document.activeElement ?? document.body;
  beside.after(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  if (beside instanceof HTMLElement) beside.focus();
}
