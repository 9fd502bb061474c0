/** Calls `look` now, and whenever what is seen of a scrolling box may be another part. @returns ends it */
export function watchView(box: HTMLElement, look: () => void): () => void {
  const observer = new ResizeObserver(look);
  observer.observe(box);
  box.addEventListener("scroll", look, { passive: true });
  return () => {
    observer.disconnect();
    box.removeEventListener("scroll", look);
  };
}
