import { useCallback, useEffect, useRef } from "react";

/** Slow at both ends, so that the eye can follow where the liquid starts and where it comes to rest. */
function eased(share: number): number {
  return share < 0.5 ? 2 * share * share : 1 - (2 - 2 * share) ** 2 / 2;
}

/**
 * Moves a number to where it should be, frame by frame and without rendering. A new target starts from where the number is.
 * @param duration milliseconds; 0: at once
 * @param draw called with each value, and again whenever `draw` itself is another one
 * @returns draws the number as it is
 */
export function useFlow(target: number, duration: number, draw: (value: number) => void): () => void {
  const current = useRef(target);
  useEffect(() => {
    const from = current.current;
    if (duration <= 0 || from === target) {
      current.current = target;
      draw(target);
      return undefined;
    }
    const start = performance.now();
    let frame = requestAnimationFrame(function move() {
      const share = Math.min(1, (performance.now() - start) / duration);
      current.current = from + (target - from) * eased(share);
      draw(current.current);
      if (share < 1) frame = requestAnimationFrame(move);
    });
    draw(from);
    return () => cancelAnimationFrame(frame);
  }, [target, duration, draw]);
  return useCallback(() => draw(current.current), [draw]);
}
