/** A straight, level stretch of a line between cards. */
export interface Lane {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Lines to the same place may share a lane. */
  readonly target: string;
}

/** How far apart lanes run. */
export const laneGap = 6;

/** The lanes that lines have taken so far. */
export class Lanes {
  readonly #byHeight = new Map<number, Lane[]>();

  take(lane: Lane): void {
    const bucket = this.#byHeight.get(bucketOf(lane.y));
    if (bucket === undefined) this.#byHeight.set(bucketOf(lane.y), [lane]);
    else bucket.push(lane);
  }

  /** Whether a line to another place runs too close beside. */
  isTaken({ left, right, y, target }: Lane): boolean {
    return [-1, 0, 1].some((offset) =>
      this.#byHeight
        .get(bucketOf(y) + offset)
        ?.some(
          (lane) =>
            lane.target !== target && Math.abs(lane.y - y) < laneGap - 1 && lane.left < right && left < lane.right,
        ),
    );
  }
}

function bucketOf(y: number): number {
  return Math.round(y / laneGap);
}
