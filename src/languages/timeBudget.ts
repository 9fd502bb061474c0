/** How long scripts may run in all; what the engine and PostgreSQL do in between does not count. */
export class TimeBudget {
  readonly milliseconds: number;
  readonly #now: () => number;
  #used = 0;
  /** When the script that runs now was entered; null while the engine is at work. */
  #since: number | null = null;

  constructor(milliseconds: number, now: () => number) {
    this.milliseconds = milliseconds;
    this.#now = now;
  }

  /** Milliseconds that scripts have run so far. */
  get used(): number {
    return this.#used + (this.#since === null ? 0 : this.#now() - this.#since);
  }

  get exceeded(): boolean {
    return this.used > this.milliseconds;
  }

  /** Runs script code from the engine, or from inside one of its answers to a script. */
  inScript<Result>(work: () => Result): Result {
    return this.#switched(true, work);
  }

  /** Runs the engine's answer to a script. */
  inEngine<Result>(work: () => Result): Result {
    return this.#switched(false, work);
  }

  #switched<Result>(toScript: boolean, work: () => Result): Result {
    const wasInScript = this.#since !== null;
    this.#turn(toScript);
    try {
      return work();
    } finally {
      this.#turn(wasInScript);
    }
  }

  #turn(toScript: boolean): void {
    const now = this.#now();
    if (this.#since !== null) this.#used += now - this.#since;
    this.#since = toScript ? now : null;
  }
}

/** What a script is told that used its budget up. */
export function stoppedAfter(milliseconds: number): string {
  return `stopped after ${Math.round(milliseconds / 100) / 10} seconds; is there a loop without an end?`;
}
