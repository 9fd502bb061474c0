/** The curve of the token `--ease`, for what is drawn frame by frame. */
export const ease = cubicBezier(0.3, 0.7, 0.2, 1);

/** A CSS `cubic-bezier()` as a function from time to progress, both from 0 to 1. */
export function cubicBezier(x1: number, y1: number, x2: number, y2: number): (time: number) => number {
  const at = (first: number, second: number, t: number): number =>
    3 * (1 - t) * (1 - t) * t * first + 3 * (1 - t) * t * t * second + t * t * t;
  return (time) => {
    if (time <= 0) return 0;
    if (time >= 1) return 1;
    let [low, high] = [0, 1];
    for (let step = 0; step < 24; step++) {
      const middle = (low + high) / 2;
      if (at(x1, x2, middle) < time) low = middle;
      else high = middle;
    }
    return at(y1, y2, (low + high) / 2);
  };
}
