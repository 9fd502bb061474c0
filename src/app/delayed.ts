/** A timer that starts anew with each wish. */
export interface Delayed {
  in(milliseconds: number): void;
  cancel(): void;
}

export function delayed(work: () => void): Delayed {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    in: (milliseconds) => {
      clearTimeout(timer);
      timer = setTimeout(work, milliseconds);
    },
    cancel: () => clearTimeout(timer),
  };
}
