/** Scrolls to an element at the next frame, when the layout is done anyway. */
export function reveal(element: HTMLElement | null): void {
  if (element !== null) requestAnimationFrame(() => element.scrollIntoView({ block: "nearest", inline: "nearest" }));
}
