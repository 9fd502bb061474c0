/** Whether a condition holds; where it nearly does, what is missing, as Markdown of one line. */
export interface Finding {
  readonly met: boolean;
  readonly reason: string | null;
}

export const met: Finding = { met: true, reason: null };
export const unmet: Finding = { met: false, reason: null };

export function found(holds: boolean): Finding {
  return holds ? met : unmet;
}

export function nearly(reason: string): Finding {
  return { met: false, reason };
}
