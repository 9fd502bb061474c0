/** Time and frames, as a page has them. */
export interface PlaybackClock {
  /** Milliseconds; only runs forward. */
  now(): number;
  requestFrame(callback: () => void): number;
  cancelFrame(id: number): void;
  /** True where the reader asked for no movement. */
  reducedMotion(): boolean;
}

export const pageClock: PlaybackClock = {
  now: () => performance.now(),
  requestFrame: (callback) => requestAnimationFrame(callback),
  cancelFrame: (id) => cancelAnimationFrame(id),
  reducedMotion: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
};
