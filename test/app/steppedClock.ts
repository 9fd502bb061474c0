import type { PlaybackClock } from "../../src/app/playback/playbackClock.ts";

/** A clock that moves when the test says so, in frames of 16 ms. */
export class SteppedClock implements PlaybackClock {
  readonly #frames = new Map<number, () => void>();
  #now = 0;
  #nextFrame = 1;
  readonly #reduced: boolean;

  constructor(reduced = false) {
    this.#reduced = reduced;
  }

  now(): number {
    return this.#now;
  }

  requestFrame(callback: () => void): number {
    this.#frames.set(this.#nextFrame, callback);
    return this.#nextFrame++;
  }

  cancelFrame(id: number): void {
    this.#frames.delete(id);
  }

  reducedMotion(): boolean {
    return this.#reduced;
  }

  advance(milliseconds: number): void {
    for (const end = this.#now + milliseconds; this.#now < end;) {
      this.#now = Math.min(end, this.#now + 16);
      const due = [...this.#frames.values()];
      this.#frames.clear();
      for (const callback of due) callback();
    }
  }
}
