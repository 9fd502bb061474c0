import type { Phase, PhaseShares } from "./phases.ts";

/** A number on its way to another one; a new aim starts from where it is. */
export class Tween {
  value: number;
  #from: number;
  #to: number;
  #phase: Phase = "move";

  constructor(value: number) {
    this.value = value;
    this.#from = value;
    this.#to = value;
  }

  get isMoving(): boolean {
    return this.#from !== this.#to;
  }

  aim(to: number, phase: Phase): void {
    this.#from = this.value;
    this.#to = to;
    this.#phase = phase;
  }

  advance(shares: PhaseShares): void {
    this.value = this.#from + (this.#to - this.#from) * shares[this.#phase];
  }

  jump(value: number): void {
    this.value = value;
    this.#from = value;
    this.#to = value;
  }
}
