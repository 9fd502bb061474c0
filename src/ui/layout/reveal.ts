/** Scrolls to an element if it is not wholly seen; asked once the frame is laid out, so that nothing is laid out twice. */
export function reveal(element: HTMLElement | null): void {
  if (element === null) return;
  const observer = new IntersectionObserver(([entry]) => {
    observer.disconnect();
    if (entry !== undefined && entry.intersectionRatio < 1)
      element.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  observer.observe(element);
}
