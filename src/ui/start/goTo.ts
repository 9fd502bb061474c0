/** Opens what the hash names, in a page that starts afresh: nothing of the last workspace can leak into the next. */
export function goTo(hash: string): void {
  history.pushState(null, "", `${location.pathname}${location.search}${hash}`);
  location.reload();
}
