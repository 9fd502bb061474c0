/** Milliseconds that a movement takes which the reader's own hand caused; 0 for those who asked for less motion. */
export function handTime(): number {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 220;
}
