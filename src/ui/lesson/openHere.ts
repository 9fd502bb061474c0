/** Opens what the hash names without loading the page again. */
export function openHere(hash: string): void {
  window.dispatchEvent(new CustomEvent("stillroom:open", { detail: hash }));
}
