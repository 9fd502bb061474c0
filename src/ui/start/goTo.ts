/** Opens what the hash names in a page that starts afresh, so that nothing of the last workspace can leak into the next. */
export function goTo(hash: string): void {
  window.dispatchEvent(new CustomEvent("stillroom:go", { detail: hash }));
}
